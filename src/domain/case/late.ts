import type { Instant, StepId } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Calendar } from '../time/working-time.ts';
import type { CaseCommand, Refusal, Rules } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { type CaseState, dueOf, openSteps } from './state.ts';

/** Steps that can be done now, have a time, and of which nobody has been told yet that it is over. */
const timed = (state: CaseState, calendar: Calendar) =>
  openSteps(state).flatMap((each) => {
    const due = dueOf(state, each, calendar);
    return due === undefined || state.late.includes(each.step.id) ? [] : [{ id: each.step.id, due }];
  });

/** Those whose time is over. */
export const overdue = (state: CaseState, at: Instant, calendar: Calendar): readonly StepId[] =>
  timed(state, calendar)
    .filter(({ due }) => due <= at)
    .map(({ id }) => id);

/** When the next one falls due. */
export const nextDue = (state: CaseState, calendar: Calendar): Instant | undefined =>
  timed(state, calendar)
    .map(({ due }) => due)
    .sort()[0];

/** Whether something that can be done now should have been done before. */
export const isLate = (state: CaseState): boolean =>
  openSteps(state).some(({ step }) => state.late.includes(step.id));

/** Says once of each step that its time is over. The ladder has clocks of its own. */
export function decideChase(
  { at }: Extract<CaseCommand, { type: 'ChaseSteps' }>,
  state: CaseState,
  { calendar }: Rules,
): Result<readonly CaseEvent[], Refusal> {
  const steps = [...overdue(state, at, calendar)];
  return steps.length === 0 ? refuse({ reason: 'already-done' }) : ok([{ type: 'StepsLate', at, steps }]);
}
