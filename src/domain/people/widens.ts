import type { Role } from '../policy/facts.ts';
import type { Policy } from '../policy/pack.ts';

type Named = Pick<
  Policy,
  | 'leads'
  | 'independent'
  | 'oversight'
  | 'routes'
  | 'procedures'
  | 'requests'
  | 'forms'
  | 'registers'
  | 'search'
  | 'board'
  | 'training'
  | 'agreements'
>;

/** Held by everybody: where a policy lets any member of staff decide something, nobody gains it by one more. */
const EVERYBODYS: readonly Role[] = ['staff', 'volunteer', 'contractor'];

const known = new WeakMap<Named, ReadonlySet<Role>>();

/** Every role that the policy lets open, decide or hear of something about somebody. */
function namedIn(policy: Named): ReadonlySet<Role> {
  const before = known.get(policy);
  if (before !== undefined) return before;
  const { leads, independent, oversight, routes, procedures, requests, forms, registers, search } = policy;
  const { board, training, agreements } = policy;
  const steps = procedures.flatMap((each) => each.steps);
  // Whoever manages low-level concerns is on a rung of a route about adults, or independent.
  const named = new Set<Role>([
    ...[...leads, ...independent, ...oversight, ...(search?.by ?? [])],
    ...routes.flatMap(({ rungs }) => rungs.flat()),
    ...steps.flatMap((step) => (step.kind === 'approve' ? step.by : step.kind === 'inform' ? step.to : [])),
    ...[...requests, ...forms].flatMap(({ by }) => by),
    ...registers.flatMap(({ seenBy }) => seenBy),
    // Who gets the report to the board, and who hears that somebody is late or waits for their accounts.
    ...[...(board?.by ?? []), ...(board?.to ?? [])],
    ...training.flatMap(({ tell }) => tell),
    ...agreements.flatMap(({ gate }) => gate?.tell ?? []),
  ]);
  const some = new Set([...named].filter((role) => !EVERYBODYS.includes(role)));
  known.set(policy, some);
  return some;
}

/** Whether gaining this role opens more to somebody: cases, registers, low-level concerns, or a yes and no. */
export const widens = (policy: Named, role: Role): boolean => namedIn(policy).has(role);
