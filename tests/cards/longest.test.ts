import { readCase } from '../../src/application/case/case-store.ts';
import { peopleSlots, recordCard } from '../../src/application/case/record-card.ts';
import type { Deps } from '../../src/application/deps.ts';
import { workListed } from '../../src/application/tasks/shown.ts';
import { pressTold } from '../../src/application/told/told.ts';
import { type SlotData, words } from '../../src/cards/fill.ts';
import { Report } from '../../src/domain/case/report.ts';
import type { CaseState, Informed } from '../../src/domain/case/state.ts';
import { Meeting } from '../../src/domain/case/work/meetings.ts';
import { Referral } from '../../src/domain/case/work/referrals.ts';
import { Task } from '../../src/domain/case/work/tasks.ts';
import { RecordId, StepId } from '../../src/domain/ids.ts';
import { textsOf } from '../support/check-card.ts';
import { cardOf, toLastPage } from '../support/filled-form.ts';
import { buttonsOf } from '../support/press.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { storyLead, storyLeads } from './samples-story.ts';

/** Three meetings that nobody has written up, three tasks, each answered at length, and two referrals with no reply. */
function longestWork(
  { deps, person }: Awaited<ReturnType<typeof sampleSchool>>,
  of: (max: number) => string,
) {
  const [by, at] = [person('p-iris').id, deps.clock.now()];
  const meeting = Meeting.parse({
    ...{ kind: 'conference', when: at, where: of(300), who: of(300), by },
    ...{ standing: 'planned', askedAt: at },
  });
  const to = person('p-ben').id;
  const task = Task.parse({
    ...{ to, text: of(500), due: '2026-11-24', by, at, done: false },
    ...{ answers: [{ by: to, at, text: of(2000) }] },
  });
  const referral = Referral.parse({
    ...{ agency: 'lado', who: of(300), when: '', reference: of(300), by, at, due: at, late: true },
    ...{ chased: 1, stages: [], replies: [], consent: { answer: 'not-sought', why: of(1000) } },
  });
  return {
    meetings: [meeting, meeting, meeting],
    tasks: [task, task, task],
    referrals: [referral, referral],
  };
}

/** The longest that the form takes, all of one letter, about a case with as many steps as there are. */
async function longestCase(letter: string) {
  const of = (max: number) => letter.repeat(Math.floor(max / letter.length));
  const school = await sampleSchool();
  const form = await toLastPage(school, school.person('p-ada'), {
    ticks: { about: 'images,told,mark,self-harm' },
  });
  const sent = cardOf((await form.press('Send it')).answer());
  const found = await readCase(school.deps, RecordId.parse(buttonsOf(sent)[0]?.data.record));
  if (found?.state.report === undefined) throw new Error('The report was not saved');
  const child = { name: of(80), knownAs: of(60), year: of(40), description: of(200), part: 'harmed' };
  const { account } = found.state.report;
  const report = Report.parse({
    ...found.state.report,
    children: Array.from({ length: 8 }, () => child),
    adults: Array.from({ length: 10 }, () => ({ name: of(100) })),
    account: {
      ...account,
      ...{ seen: of(3000), childWords: of(2000), toldBy: of(300), said: of(1000), seemed: of(300) },
      ...{ whenNote: of(300), where: of(300), wants: of(1000), opinion: of(1000), done: of(1000) },
      ...{ mark: of(300), places: 'left-arm,back', page: of(300), device: of(120) },
    },
  });
  // Told three times, each answered often, and every step late that has a time.
  const reply = { by: school.person('p-ivo').id, at: school.deps.clock.now(), text: of(2000) };
  const told: Informed = {
    step: StepId.parse('any.told'),
    to: ['it-lead'],
    text: of(3000),
    at: school.deps.clock.now(),
    replies: Array.from({ length: 8 }, () => reply),
  };
  const late = found.state.steps.map(({ step }) => step.id);
  // Each for a child, which the longest name says.
  const steps = found.state.steps.map((each) => ({ ...each, step: { ...each.step, child: 0 } }));
  const { children } = report;
  const state = {
    ...found.state,
    ...{ report, children, steps, late, informed: [told, told, told] },
    ...longestWork(school, of),
    handed: {
      ...{ from: school.person('p-iris').id, to: school.person('p-nadia').id },
      ...{ note: of(1000), at: school.deps.clock.now() },
    },
  };
  return { school, record: { ...found, state }, report };
}

/** More than the list shows. */
const twice = ({ tasks, meetings }: Pick<CaseState, 'tasks' | 'meetings'>) => ({
  tasks: [...tasks, ...tasks],
  meetings: [...meetings, ...meetings],
});

/** What leads a record: of one child with patterns, and of many children a line each. */
const longestStories = ({ cards }: Deps, letter: string): readonly (readonly SlotData[])[] =>
  [storyLead(cards.say), storyLeads(cards.say)].map((story) =>
    story.map((each) => ({ ...each, name: words(letter.repeat(Math.floor(60 / letter.length))) })),
  );

/** What every Teams client takes. A card is measured before its buttons are signed, which adds about 100 bytes each. */
const MOST = 28_000;

describe.each(['e', '"', 'é', '語', '\u{1F600}', '\n'])('the longest report, written in %j', (letter) => {
  it('can be opened by a lead', async () => {
    const { school, record, report } = await longestCase(letter);
    const { deps, directory } = school;
    const slots = { ref: 'K7Q4-MD2X', case: record.id, people: peopleSlots(deps, report, directory) };
    for (const card of [
      recordCard(deps, record, directory, school.person('p-iris')),
      ...longestStories(deps, letter).map((story) =>
        recordCard(deps, record, directory, school.person('p-iris'), { story }),
      ),
      deps.cards.show('record-people', slots),
      deps.cards.show('record-work', {
        ...slots,
        items: workListed(deps, { ...record.state, ...twice(record.state) }, directory),
      }),
    ])
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MOST);
  });

  it('can be read and answered by whoever was told', async () => {
    const { school, record } = await longestCase(letter);
    const { deps, directory } = school;
    const body = JSON.parse(JSON.stringify({ kind: 'case', state: record.state }));
    const { status, tokens } = record.snapshot.head;
    const head = { id: record.id, version: record.version + 1, status, tokens, body };
    await deps.store.commit({ type: 'write', expected: record.version, head, events: [], wakes: [] });
    const press = { do: 'told.open', record: record.id, arg: '0', inputs: {} };
    const answer = await pressTold({ deps, directory, person: school.person('p-ivo'), press, view: true });
    const card = cardOf(answer);
    expect(textsOf(card).join()).toContain(letter.repeat(20));
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MOST);
  });
});
