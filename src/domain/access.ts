import type { Plan, PlannedStep } from './case/events.ts';
import { involved, perhapsInvolved, type Report } from './case/report.ts';
import { proposerOf } from './case/search.ts';
import type { CaseState } from './case/state.ts';
import type { PersonId, SiteId } from './ids.ts';
import { type Directory, holders, type Person, rolesAt } from './people/directory.ts';
import type { Role } from './policy/facts.ts';

/** What decides who must learn nothing: known before a case exists, and part of every case after. */
export interface Conflict {
  readonly site: SiteId;
  readonly report?: Report | undefined;
  readonly mayInvolveLead: boolean;
  readonly conflicted: readonly PersonId[];
  readonly plan: Pick<Plan, 'leads' | 'route'>;
}

/** Everyone who must not learn that the case exists. Deny wins: this comes before every role. */
export function barred(conflict: Conflict, directory: Directory): ReadonlySet<PersonId> {
  const roles = [...conflict.plan.route.exclude, ...(conflict.mayInvolveLead ? conflict.plan.leads : [])];
  return new Set([
    ...(conflict.report === undefined
      ? []
      : [...involved(conflict.report), ...perhapsInvolved(conflict.report, directory)]),
    ...conflict.conflicted,
    ...holders(directory, conflict.site, roles).map((person) => person.id),
  ]);
}

/** Who may act on a rung of the ladder. */
export function onRung(conflict: Conflict, directory: Directory, rung: number): readonly Person[] {
  const out = barred(conflict, directory);
  const roles = conflict.plan.route.rungs[rung] ?? [];
  return holders(directory, conflict.site, roles).filter((person) => !out.has(person.id));
}

/** Indexes of the rungs that have somebody. */
export const mannedRungs = (conflict: Conflict, directory: Directory): readonly number[] =>
  conflict.plan.route.rungs
    .map((_, rung) => rung)
    .filter((rung) => onRung(conflict, directory, rung).length > 0);

/** The plan, with the independent roles as rungs where its own have nobody left. */
export function manned(
  conflict: Conflict & { readonly plan: Plan },
  directory: Directory,
): { readonly plan: Plan; readonly manned: readonly number[] } {
  const own = mannedRungs(conflict, directory);
  if (own.length > 0) return { plan: conflict.plan, manned: own };
  const rungs = conflict.plan.independent.map((role) => [role]);
  const plan = { ...conflict.plan, route: { ...conflict.plan.route, rungs, channel: false } };
  return { plan, manned: mannedRungs({ ...conflict, plan }, directory) };
}

/**
 * Who may answer a request: the roles that the policy names, in order, without whoever asked. If only they hold the
 * role it moves to the next, and at the end to the independent roles.
 */
export function approvers(state: CaseState, directory: Directory, step: PlannedStep): readonly Person[] {
  const out = barred(state, directory);
  const found = state.steps.find((each) => each.step.id === step.id);
  const proposer = found && proposerOf(state, found);
  const may = (person: Person) => !out.has(person.id) && person.id !== proposer;
  for (const role of [...(step.by ?? []), ...state.plan.independent]) {
    const people = holders(directory, state.site, [role]).filter(may);
    if (people.length > 0) return people;
  }
  return [];
}

/**
 * Who reads what a role is told: whoever holds it at the site, and nobody who must learn nothing. `by` is whoever tells
 * them: nobody is sent their own words.
 */
export function mayBeTold(
  conflict: Conflict,
  directory: Directory,
  to: readonly Role[],
  by?: PersonId,
): readonly Person[] {
  const out = barred(conflict, directory);
  return holders(directory, conflict.site, to).filter(({ id }) => id !== by && !out.has(id));
}

export type CaseAction =
  /** See the record and work on it. */
  | { readonly type: 'work' }
  | { readonly type: 'answer-request'; readonly step: PlannedStep }
  /** Read what the role was told, and answer it. */
  | { readonly type: 'read-told'; readonly to: readonly Role[] }
  /** Be guided as somebody who is there: through this step, or through the case as it stands. */
  | { readonly type: 'on-the-spot'; readonly step?: PlannedStep }
  /** Own report: status, additions, raising it again. */
  | { readonly type: 'follow' };

/** allow or deny, conflict first. A denial says nothing, so that it is the same whether the case exists or not. */
export function mayDo(viewer: Person, action: CaseAction, state: CaseState, directory: Directory): boolean {
  // The reporter follows the record that they wrote, not the child's one beside it.
  if (action.type === 'follow') return viewer.id === state.reporter && state.beside?.side !== 'child';
  if (barred(state, directory).has(viewer.id)) return false;
  if (action.type === 'on-the-spot') {
    const { step } = action;
    const isTheirs = step === undefined || (step.spot === true && state.progress.status !== 'closed');
    return viewer.id === state.reporter && isTheirs;
  }
  if (action.type === 'read-told')
    return rolesAt(viewer, state.site).some((role) => action.to.includes(role));
  if (action.type === 'answer-request')
    return approvers(state, directory, action.step).some((person) => person.id === viewer.id);
  const called = state.plan.route.rungs.slice(0, state.rung + 1).flat();
  const roles = state.plan.route.channel ? [...called, ...state.plan.leads] : called;
  return rolesAt(viewer, state.site).some((role) => roles.includes(role));
}
