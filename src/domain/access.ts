import type { Plan, PlannedStep } from './case/plan.ts';
import { involved, perhapsInvolved, type Report } from './case/report.ts';
import { proposerOf } from './case/search.ts';
import type { CaseState } from './case/state.ts';
import type { ShareScope } from './child/events.ts';
import type { ChildState } from './child/state.ts';
import type { PersonId, SiteId } from './ids.ts';
import { type Directory, holders, type Person, personById, rolesAt } from './people/directory.ts';
import type { Role } from './policy/facts.ts';

/** What decides who must learn nothing: known before a case exists, and part of every case after. */
export interface Conflict {
  readonly site: SiteId;
  readonly report?: Pick<Report, 'adults' | 'connected'> | undefined;
  readonly mayInvolveLead: boolean;
  readonly conflicted: readonly PersonId[];
  readonly plan: Pick<Plan, 'leads'> & {
    readonly route: Pick<Plan['route'], 'exclude' | 'rungs' | 'channel'>;
  };
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

/** Who is called on a rung of the ladder: not those who are away, unless everybody on every rung is. */
export function onRung(conflict: Conflict, directory: Directory, rung: number): readonly Person[] {
  const out = barred(conflict, directory);
  const { rungs } = conflict.plan.route;
  const on = (roles: readonly Role[] = []) =>
    holders(directory, conflict.site, roles).filter((person) => !out.has(person.id));
  const isHere = ({ id }: Person) => directory.away?.includes(id) !== true;
  return rungs.some((roles) => on(roles).some(isHere)) ? on(rungs[rung]).filter(isHere) : on(rungs[rung]);
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
export const approvers = (state: CaseState, directory: Directory, step: PlannedStep): readonly Person[] =>
  approvingRole(state, directory, step)?.people ?? [];

/** The role that is asked, and who holds it; undefined: nobody here may answer. */
export function approvingRole(
  state: CaseState,
  directory: Directory,
  step: PlannedStep,
): { readonly role: Role; readonly people: readonly Person[] } | undefined {
  const out = barred(state, directory);
  const found = state.steps.find((each) => each.step.id === step.id);
  const proposer = found && proposerOf(state, found);
  const may = (person: Person) => !out.has(person.id) && person.id !== proposer;
  const { leads, route, independent } = state.plan;
  // A lead who was not called to a worry about an adult does not learn of it by being asked.
  const isKeptOut = (role: Role) =>
    route.about === 'adult' && leads.includes(role) && !route.rungs.flat().includes(role);
  for (const role of [...(step.by ?? []).filter((each) => !isKeptOut(each)), ...independent]) {
    const people = holders(directory, state.site, [role]).filter(may);
    if (people.length > 0) return { role, people };
  }
  return undefined;
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
  /** Read what they were asked to do, and say that it is done. */
  | { readonly type: 'do-task'; readonly task: number }
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
  if (action.type === 'do-task') return state.tasks[action.task]?.to === viewer.id;
  if (action.type === 'read-told')
    return rolesAt(viewer, state.site).some((role) => action.to.includes(role));
  if (action.type === 'answer-request')
    return approvers(state, directory, action.step).some((person) => person.id === viewer.id);
  return isCalled(viewer, state);
}

/** A case as lists have it, or whole. */
type Called = Conflict & { readonly rung: number };

function isCalled(viewer: Person, { plan, rung, site }: Called): boolean {
  const called = plan.route.rungs.slice(0, rung + 1).flat();
  const roles = plan.route.channel ? [...called, ...plan.leads] : called;
  return rolesAt(viewer, site).some((role) => roles.includes(role));
}

/** Whether this person may see the record and work on it, from as much as a list knows of it. */
export const mayWork = (viewer: Person, found: Called, directory: Directory): boolean =>
  !barred(found, directory).has(viewer.id) && isCalled(viewer, found);

type Known = Pick<ChildState, 'sites' | 'shares'>;

/** Whether this person leads one of these sites. */
export const leadsOneOf = (viewer: Person, sites: readonly SiteId[], leads: readonly Role[]): boolean =>
  sites.some((site) => rolesAt(viewer, site).some((role) => leads.includes(role)));

/** What was shared with this person: for as long as they lead some site. */
const shareFor = (viewer: Person, { shares }: Known, leads: readonly Role[]) =>
  viewer.roles.some(({ role }) => leads.includes(role))
    ? shares.find((each) => each.with === viewer.id)
    : undefined;

/** Whether there is a story of this child for this person: as a lead of one of the child's sites, or because it was shared. */
export const mayReadStory = (viewer: Person, child: Known, leads: readonly Role[]): boolean =>
  leadsOneOf(viewer, child.sites, leads) || shareFor(viewer, child, leads) !== undefined;

/**
 * How much of one case stands in the story for somebody who may read it: all of a case that they work; of another as much
 * as was shared, by somebody who works it. Conflict first: whoever must learn nothing of it has one entry fewer.
 */
export function readsOf(
  viewer: Person,
  found: Called,
  child: Known,
  leads: readonly Role[],
  directory: Directory,
): ShareScope | undefined {
  if (!mayReadStory(viewer, child, leads) || barred(found, directory).has(viewer.id)) return undefined;
  if (isCalled(viewer, found)) return 'story';
  const share = shareFor(viewer, child, leads);
  const by = share && personById(directory, share.by);
  if (share === undefined || by === undefined || !leadsOneOf(by, child.sites, leads)) return undefined;
  return mayWork(by, found, directory) ? share.scope : undefined;
}
