import fc from 'fast-check';
import { rememberPerson } from '../../src/application/addresses.ts';
import { wantedCards } from '../../src/application/case/case-cards.ts';
import { RecordId, refOf } from '../../src/domain/ids.ts';
import { live, wishes } from '../support/case-arbitraries.ts';
import { SCHOOL } from '../support/case-parts.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { CASE } from './sample-parts.ts';
import { cards, files } from './samples.ts';

/** All that a locked screen may ever show. */
const LIST = {
  'needs-you': 'Safeguarding: something needs you. ${ref}',
  urgent: 'Safeguarding: urgent, please open now. ${ref}',
  'something-to-read': 'Signpost: something to read. ${ref}',
  question: 'Signpost: a question for you. ${ref}',
  request: 'Signpost: something needs you. ${ref}',
  training: 'Training: something is due.',
  reviews: 'Reviews: something is due.',
  agreements: 'Agreements: something to read and sign.',
};

describe('notifications', () => {
  it('are these eight and no others', () => {
    expect(files.notifications).toEqual(LIST);
  });

  it('are one of them whatever is asked for, with the reference and nothing else in it', () => {
    const known = Object.keys(LIST);
    const slots = fc.dictionary(fc.string(), fc.string());
    const name = fc.oneof(fc.constantFrom(...known), fc.string());
    const ref = refOf(RecordId.parse(CASE));
    fc.assert(
      fc.property(name, slots, (asked, others) => {
        const given = () => cards.notify(asked, { ...others, ref });
        if (!known.includes(asked)) expect(given).toThrow('notifications.json has no');
        else expect(Object.values(LIST).map((line) => line.replace('${ref}', ref))).toContain(given());
      }),
    );
  });

  it('are one of them whatever has happened in a case, and name nobody', async () => {
    const school = await sampleSchool();
    for (const person of SCHOOL.people)
      await rememberPerson(school.deps, person.id, { platform: 'teams', to: { conversation: person.id } });
    const id = RecordId.parse(CASE);
    const allowed = Object.values(LIST).map((line) => line.replace('${ref}', refOf(id)));
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(wishes, async (all) => {
        const state = live(all).findLast(({ after }) => after !== undefined)?.after;
        if (state === undefined) return;
        const head = { id, version: 1, status: 'open', tokens: [], body: {} } as const;
        const snapshot = { head, events: [], deliveries: [] };
        const wanted = await wantedCards(school.deps, { id, version: 1, state, snapshot }, SCHOOL);
        for (const card of wanted.cards) {
          const { notification } = card.message(false);
          seen.add(notification);
          expect(allowed).toContain(notification);
        }
      }),
      { numRuns: 150 },
    );
    // Leads, urgent and not, and the reporter were all sent something.
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });
});
