import { ok, type Result, refuse } from '../../result.ts';
import { actOf, isBlank } from '../act.ts';
import type { Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { type CaseState, type CaseStep, stepsOf } from '../state.ts';
import { isJudged, type Threshold, type ThresholdCommand } from './threshold.ts';

/** Answers of the policy's own step, in the order in which a pack writes them: it is met, it is not, not sure. */
const OUTCOMES = ['met', 'not-met', 'unsure'] as const satisfies readonly Threshold['outcome'][];

/** The step by which the policy asks for it; it is answered here, with the limbs, and never apart from them. */
export const thresholdStep = (state: CaseState): CaseStep | undefined =>
  stepsOf(state).find(({ step }) => step.about === 'threshold');

/** Whether the threshold can be judged here: in every case about an adult, and wherever the policy asks for it. */
export const canBeJudged = (state: CaseState): boolean =>
  isJudged(state) || thresholdStep(state) !== undefined;

function answered(
  command: Extract<ThresholdCommand, { type: 'DecideThreshold' }>,
  state: CaseState,
): readonly CaseEvent[] {
  const found = thresholdStep(state)?.step;
  const answer = found?.answers?.[OUTCOMES.indexOf(command.outcome)];
  if (found === undefined || answer === undefined) return [];
  const { at, by, reason } = command;
  return [{ type: 'DecisionMade', at, by, step: found.id, answer, reason }];
}

export function decideThreshold(
  command: ThresholdCommand,
  state: CaseState,
): Result<readonly CaseEvent[], Refusal> {
  if (!canBeJudged(state)) return refuse({ reason: 'no-such-step' });
  if (command.type === 'KeepLowLevel')
    return ok([{ type: 'LowLevelKept', at: command.at, record: command.record }]);
  if (state.progress.status === 'closed') return refuse({ reason: 'closed' });
  const { limbs, outcome, reason, lado, done, adults } = command;
  // What is kept of a low-level concern is what happened and what was done.
  if (isBlank(reason) || (outcome === 'not-met' && isBlank(done))) return refuse({ reason: 'needs-words' });
  // A limb that holds is the threshold; without one there is nothing to be met.
  if ((outcome === 'met') !== limbs.length > 0 && outcome !== 'unsure')
    return refuse({ reason: 'limbs-differ' });
  return ok([
    {
      type: 'ThresholdDecided',
      ...actOf(command),
      limbs: [...limbs],
      outcome,
      reason,
      lado,
      done,
      ...(adults !== undefined && { adults: [...adults] }),
    },
    ...answered(command, state),
  ]);
}

/** What follows from the judgement for the low-level concerns is done. */
export const keptLowLevel = (
  state: CaseState,
  event: Extract<CaseEvent, { type: 'LowLevelKept' }>,
): CaseState => ({
  ...state,
  lowLevel: event.record,
  ...(state.threshold && { threshold: { ...state.threshold, kept: true } }),
});
