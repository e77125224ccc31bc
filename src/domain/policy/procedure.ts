import { StepId } from '../ids.ts';
import type { Facts } from './facts.ts';
import { minutesOf } from './minutes.ts';
import type { Guard, Policy, Procedure, StaffRequest } from './pack.ts';
import { applies } from './rules.ts';
import type { Step } from './step.ts';

/** A step of a case, with where it comes from. */
export interface CaseStep {
  readonly id: StepId;
  readonly procedure: string;
  readonly step: Step;
  /** Steps that must be done first. */
  readonly after: readonly StepId[];
  /** The answers that it takes to be there. */
  readonly given: Readonly<Record<StepId, string[]>>;
}

const chosen = (procedure: Procedure, facts: Facts): boolean =>
  procedure.always === true ||
  (facts.category ?? []).includes(procedure.id) ||
  (procedure.when !== undefined && applies(procedure, facts));

/** Every procedure that these facts call for, in the pack's order. */
export const chooseProcedures = (policy: Policy, facts: Facts): readonly Procedure[] =>
  policy.procedures.filter((each) => chosen(each, facts));

const stepId = (procedure: string, step: string): StepId => StepId.parse(`${procedure}.${step}`);

/** "police" is a step of this procedure, "nudes.police" of another. */
export const stepRef = (procedure: string, ref: string): StepId =>
  ref.includes('.') ? StepId.parse(ref) : stepId(procedure, ref);

/** Steps that are one act, this one among them. */
const sameAct = (steps: readonly CaseStep[], each: CaseStep): readonly CaseStep[] =>
  each.step.once === undefined ? [each] : steps.filter(({ step }) => step.once === each.step.once);

/**
 * A case asks for an act once, by the strictest of its steps. So whatever waits for one of them waits for all, each
 * waits for what any of them waits for, and none has longer than another that is always there with it.
 */
function asOneAct(steps: readonly CaseStep[], each: CaseStep): CaseStep {
  const act = sameAct(steps, each);
  const first = [...each.after, ...act.flatMap(({ after }) => after)].flatMap((ref) => [
    ref,
    ...steps.filter(({ id }) => id === ref).flatMap((other) => sameAct(steps, other).map(({ id }) => id)),
  ]);
  const [within] = act
    .filter((other) => other === each || other.step.given === undefined)
    .flatMap(({ step }) => step.within ?? [])
    .toSorted((a, b) => minutesOf(a) - minutesOf(b));
  return {
    ...each,
    step: { ...each.step, ...(within !== undefined && { within }) },
    after: [...new Set(first)].filter((ref) => act.every(({ id }) => id !== ref)),
  };
}

/** Every step that these facts call for, in the pack's order. */
export function chooseSteps(policy: Policy, facts: Facts): readonly CaseStep[] {
  const chosen = chooseProcedures(policy, facts).map((procedure) => ({
    procedure,
    steps: procedure.steps.filter((step) => applies(step, facts)),
  }));
  const here = new Set(
    chosen.flatMap(({ procedure, steps }) => steps.map((step) => stepId(procedure.id, step.id))),
  );
  const all = chosen.flatMap(({ procedure, steps }) =>
    steps.map(
      (step): CaseStep => ({
        id: stepId(procedure.id, step.id),
        procedure: procedure.name,
        step,
        after: (step.after ?? []).map((id) => stepRef(procedure.id, id)).filter((id) => here.has(id)),
        given: Object.fromEntries(
          Object.entries(step.given ?? {}).map(([id, answers]) => [stepId(procedure.id, id), answers]),
        ),
      }),
    ),
  );
  return all.map((each) => asOneAct(all, each));
}

/** What to do and what never to do now, for the person who reports. */
export const chooseGuards = (policy: Policy, facts: Facts): readonly Guard[] =>
  policy.guards.filter((each) => applies(each, facts));

/** What a member of staff may ask for on this case. */
export const chooseRequests = (policy: Policy, facts: Facts): readonly StaffRequest[] =>
  policy.requests.filter((each) => applies(each, facts));
