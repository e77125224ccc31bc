import type { Report } from '../../src/domain/case/report.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Directory } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { directoryOf, ELSEWHERE, person, personWith, reportOf } from './case-parts.ts';
import { HEAD_IS_LEAD, HEAD_IS_NOT_LEAD } from './two-policies.ts';

/** What one person can hold. The first leads at another site, which counts for nothing here. */
const HOLDINGS: readonly (readonly Role[])[] = [
  [],
  ['staff'],
  ['dsl'],
  ['deputy'],
  ['headteacher'],
  ['chair-of-governors'],
  ['senior-leader'],
  ['it-lead'],
  ['headteacher', 'dsl'],
];

interface Someone {
  readonly roles: readonly Role[];
  readonly isInvolved: boolean;
}
const KINDS: readonly Someone[] = HOLDINGS.flatMap((roles) => [
  { roles, isInvolved: false },
  { roles, isInvolved: true },
]);

/** Every group of up to so many people. Their order changes nothing, so each group comes once. */
function* groups(most: number, from = 0): Generator<readonly Someone[]> {
  yield [];
  if (most === 0) return;
  for (const [n, kind] of KINDS.entries())
    if (n >= from) for (const rest of groups(most - 1, n)) yield [kind, ...rest];
}

const asAdults = (people: readonly PersonId[]) => people.map((each) => ({ person: each }));

/** Named as the adults in it, or as connected to it; with and without a word that a lead may be part of it. */
const WAYS: readonly ((people: readonly PersonId[]) => Report)[] = [
  (people) => reportOf({ adult: people.length > 0 ? 'yes' : 'no', adults: asAdults(people) }),
  (people) => reportOf({ connected: [...people] }),
  (people) => reportOf({ connected: [...people], adult: 'unsure' }),
  (people) => reportOf({ adult: 'yes', adults: asAdults(people), mayInvolveLead: true }),
];

export interface World {
  readonly policy: Policy;
  readonly directory: Directory;
  readonly involved: readonly PersonId[];
  readonly report: Report;
}

const nth = (n: number): PersonId => person(`p-${n}`);

/** Every school of up to so many people, every set of them that is in it, every way to say so, under two policies. */
export function* worlds(most: number): Generator<World> {
  for (const group of groups(most)) {
    const directory = directoryOf(
      ...group.map(({ roles }, n) =>
        roles.length === 0 ? personWith(nth(n), ['dsl'], ELSEWHERE) : personWith(nth(n), roles),
      ),
    );
    const involved = group.flatMap(({ isInvolved }, n) => (isInvolved ? [nth(n)] : []));
    for (const policy of [HEAD_IS_NOT_LEAD, HEAD_IS_LEAD])
      for (const way of WAYS) yield { policy, directory, involved, report: way(involved) };
  }
}
