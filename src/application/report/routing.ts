import { type Conflict, manned, mayBeTold, onRung } from '../../domain/access.ts';
import type { Routed } from '../../domain/case/commands.ts';
import type { Plan } from '../../domain/case/plan.ts';
import { factsOf, type Report } from '../../domain/case/report.ts';
import type { PersonId, SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import { type Facts, mayInvolveLead, type Role, type Urgency } from '../../domain/policy/facts.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import { planFor } from '../../domain/policy/plan.ts';
import { labelOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';

export interface Situation {
  readonly site: SiteId;
  readonly facts: Facts;
  readonly report?: Report | undefined;
  /** Who must learn nothing, besides those the report names. */
  readonly conflicted?: readonly PersonId[] | undefined;
  readonly atLeast?: Urgency | undefined;
}

const conflictOf = ({ site, facts, report, conflicted }: Situation): Omit<Conflict, 'plan'> => ({
  site,
  report,
  conflicted: conflicted ?? [],
  mayInvolveLead: mayInvolveLead(facts),
});

/** What would go by itself to nobody waits for the lead, who tells somebody else. */
function heard(conflict: Conflict, directory: Directory, plan: Plan): Plan {
  const steps = plan.steps.map((step) => {
    if (step.itself === undefined || mayBeTold(conflict, directory, step.to ?? []).length > 0) return step;
    const { itself: _, ...rest } = step;
    return rest;
  });
  return { ...plan, steps };
}

/** What the policy makes of a situation, and which of its rungs have somebody who may act. */
export function routed(deps: Deps, directory: Directory, situation: Situation): Routed {
  const plan = planFor(deps.policy, situation.facts, situation.atLeast);
  const conflict = { ...conflictOf(situation), plan };
  return {
    facts: situation.facts,
    ...manned({ ...conflict, plan: heard(conflict, directory, plan) }, directory),
  };
}

export const reportSituation = (directory: Directory, site: SiteId, report: Report): Situation => ({
  site,
  report,
  facts: factsOf(report, directory),
});

/** Everyone who may get it, rung by rung. Whoever is away comes back to it, and may be left out like anybody else. */
export function recipients(
  deps: Deps,
  { away: _, ...everybody }: Directory,
  situation: Situation,
): readonly Person[] {
  const { plan, manned: rungs } = routed(deps, everybody, situation);
  const conflict = { ...conflictOf(situation), plan };
  return [...new Set(rungs.flatMap((rung) => onRung(conflict, everybody, rung)))];
}

/** The roles that are called on a rung: those of it that somebody who may act holds. */
export function rolesOnRung(conflict: Conflict, directory: Directory, rung: number): readonly Role[] {
  const held = onRung(conflict, directory, rung).flatMap((person) => rolesAt(person, conflict.site));
  return (conflict.plan.route.rungs[rung] ?? []).filter((role) => held.includes(role));
}

/** The roles that are called first; none when nobody here can act. */
export function calledFirst(deps: Deps, directory: Directory, situation: Situation): readonly Role[] {
  const { plan, manned: rungs } = routed(deps, directory, situation);
  const [first] = [...rungs].sort((a, b) => a - b);
  return first === undefined ? [] : rolesOnRung({ ...conflictOf(situation), plan }, directory, first);
}

/** "the designated safeguarding lead (DSL) or the headteacher" */
export const rolesInWords = (policy: Policy, roles: readonly Role[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    roles.map((role) => `the ${labelOf(policy, role)}`),
  );
