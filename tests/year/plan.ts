import { SiteId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import type { World } from './run.ts';
import { JOINED, JOINERS, LEAVERS, PEOPLE, personOf, REMOVED_ON, workingDay } from './school.ts';

const [DSL, HEAD, IT, OFFICE, SENIOR] = [1, 4, 10, 11, 13].map(personOf) as [
  string,
  string,
  string,
  string,
  string,
];

/** From January on: another text of the policy itself, which everybody signs anew. */
const newText = (policy: Policy): Policy => ({
  ...policy,
  version: policy.version + 1,
  agreements: policy.agreements.map((each) =>
    each.id === 'policy'
      ? { ...each, clauses: each.clauses.map((clause) => ({ ...clause, text: `${clause.text} Always.` })) }
      : each,
  ),
});
/** From March on leads update themselves twice a year. */
const twiceAYear = (policy: Policy): Policy => ({
  ...newText(policy),
  training: policy.training.map((each) => (each.id === 'lead-update' ? { ...each, every: 'P6M' } : each)),
});

export const CHANGES = { text: '2027-01-18', requirement: '2027-03-01', restart: '2026-11-25' } as const;
/** The self-check is asked of everybody now. */
export const LAUNCHED = '2027-03-15';
/** The last updates of the autumn: who was in the hall is done with it. */
export const SESSION = { on: '2026-09-02', of: 'yearly-update', saved: '2026-09-09' } as const;
export const IN_THE_HALL: readonly string[] = Array.from({ length: 12 }, (_, n) => personOf(21 + n)).filter(
  (id) => id !== personOf(31),
);
/** Becomes deputy at Brook in January, after a second person's yes. */
export const NEW_DEPUTY = { person: personOf(40), asked: '2027-01-13', given: '2027-01-14' } as const;

const CONCERNS = [
  '2026-09-22',
  '2026-11-05',
  '2027-01-20',
  '2027-03-03',
  '2027-05-12',
  '2027-06-24',
] as const;

type People = readonly Person[];
const without = (id: string) => (people: People) => people.filter((each) => each.id !== id);
const withDeputy = (people: People) =>
  people.map((each) =>
    each.id === NEW_DEPUTY.person
      ? { ...each, roles: [...each.roles, { role: 'deputy' as const, site: SiteId.parse('brook') }] }
      : each,
  );

/** Each register is used once, on a day of its own. */
function registers({ acts, plan }: World): void {
  const pupil = 'Robin Vale, 5B';
  const ask = (day: string, who: string, words: string, boxes: Readonly<Record<string, string>>): void =>
    plan(day, 'asks', () => acts.ask(who, words, boxes));
  const staff = personOf(17);
  ask('2026-11-09', OFFICE, 'record consent', {
    ...{ pupil, internet: 'Yes', pictures: 'Yes', parent: 'A parent', signed: '2026-11-06' },
  });
  ask('2026-11-10', staff, 'new tool', {
    ...{ tool: 'A word game', purpose: 'Spelling', people: 'Nobody', risks: 'None that we found' },
  });
  ask('2026-11-11', staff, 'photo', {
    ...{ occasion: 'The fair', where: 'In the hall', consent: 'The office', until: '2027-01-29' },
  });
  ask('2026-11-12', staff, 'device for a pupil', { device: 'Laptop 12', pupil, until: '2027-03-12' });
  ask('2026-11-13', SENIOR, 'authorise a searcher', { who: personOf(19), why: 'For the trip' });
  ask('2026-11-17', staff, 'new official account', {
    ...{ account: 'School news', purpose: 'News', email: 'news@example.org', owner: staff },
    ...{ 'leader-one': HEAD, 'leader-two': SENIOR },
  });
  ask('2026-11-18', personOf(25), 'know a family', { whom: 'A neighbour', online: 'Not online' });
}

/** What is planned for its day, whatever cards come. */
export function plannedOf(world: World): void {
  const { acts, plan, org, restart, people } = world;
  const names = IN_THE_HALL.map((id) => PEOPLE.people.find((each) => each.id === id)?.name ?? '');
  plan(SESSION.saved, 'session', async () => {
    await acts.session(DSL, SESSION.of, SESSION.on, names);
  });
  plan(SESSION.saved, 'was there', async () => {
    for (const id of IN_THE_HALL) world.did(id, [`training:${SESSION.of}`]);
  });
  plan(CHANGES.restart, 'restart', () => restart());
  plan(CHANGES.text, 'new text', () => restart(newText));
  plan(CHANGES.requirement, 'new requirement', () => restart(twiceAYear));
  plan(LAUNCHED, 'launch', () => acts.launch(DSL));
  plan(REMOVED_ON, 'remove', () => people(IT, without(LEAVERS.removed)(PEOPLE.people)));
  plan(NEW_DEPUTY.asked, 'role', () => people(IT, withDeputy(without(LEAVERS.removed)(PEOPLE.people))));
  plan(NEW_DEPUTY.given, 'give', () => acts.giveAccess(personOf(5)));
  // On Teams nobody can be written to who has not met the bot.
  plan(JOINED.volunteer, 'join', async () => {
    await world.at(JOINERS.volunteer).join();
  });
  plan('2027-07-05', 'draft', () => acts.draft(DSL));
  for (const [n, day] of CONCERNS.entries()) {
    // Reported, opened, worked on to its end: what the ladder does otherwise is the simulated term's.
    plan(day, 'report', async () => {
      await acts.report(personOf(17 + n));
      await org.settle();
      await acts.take(DSL);
      await acts.close(DSL);
    });
  }
  let friday = Temporal.PlainDate.from('2026-09-11');
  for (; friday.toString() < '2027-07-23'; friday = friday.add({ days: 14 }))
    for (const who of [DSL, HEAD, personOf(5)])
      plan(workingDay(friday.toString()), 'check', async () => {
        await acts.check(who);
      });
  registers(world);
}
