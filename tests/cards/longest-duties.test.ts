import { doneSlots } from '../../src/application/duties/cards.ts';
import { Instant, PersonId } from '../../src/domain/ids.ts';
import type { Done } from '../../src/domain/reviews/done.ts';
import type { DutyRound } from '../../src/domain/reviews/round.ts';
import { sampleSchool } from '../support/sample-school.ts';

/** What every Teams client takes, with a hundred bytes for each signed button. */
const MOST = 28_000;

/** As long as every box takes, with nine questions that are all put right. */
async function longestRound(letter: string) {
  const of = (max: number) => letter.repeat(Math.floor(max / letter.length));
  const { deps, directory } = await sampleSchool();
  const act = { by: PersonId.parse('p-iris'), at: Instant.parse('2026-11-24T10:05:00.000Z') };
  const questions = Array.from({ length: 9 }, (_, n) => ({
    id: `q${n}`,
    text: 'Is our internet provider on the list of members of the Internet Watch Foundation?',
  }));
  const done: Done = {
    ...act,
    standing: 'done',
    on: '2026-11-24',
    answers: questions.map((each) => ({ ...each, answer: 'no' })),
    note: of(1000),
    evidence: of(2000),
    present: ['dsl', 'safeguarding-governor', 'headteacher'],
    rests: [{ duty: 'risk-assessment', on: '2026-11-03', where: of(300) }],
    shared: { with: ['chair-of-governors', 'safeguarding-governor'], on: '2026-11-24' },
    next: '2027-11-24',
  };
  const round: DutyRound = {
    ...{ duty: 'review-of-the-policy', title: 'Review of filtering and monitoring', due: '2026-11-24' },
    sites: deps.organisation.sites.map(({ id }) => id),
    ...{ rounds: 1, progress: done, events: 10 },
    toMend: questions.map((each) => ({
      ...each,
      ...{ rounds: 1, toldOn: '2026-11-24', right: { ...act, what: of(300) } },
    })),
  };
  return deps.cards.show('duty-view', doneSlots(deps, directory, round, done));
}

it.each(['e', '"', 'é', '語', '\u{1F600}', '\n'])(
  'the longest that can be typed about a duty, in %j, can be read',
  async (letter) => {
    expect(Buffer.byteLength(JSON.stringify(await longestRound(letter)))).toBeLessThanOrEqual(MOST);
  },
);
