import type { Instant, PersonId } from '../ids.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, CaseStep } from './state.ts';

export const doneBy = ({ by, at }: { by: PersonId; at: Instant }, answer: string): CaseStep['now'] => ({
  standing: 'done',
  by,
  at,
  answer,
});

/** An answer that leaves a decision open is written down, and asked for again. */
export function decision(
  state: CaseState,
  event: Extract<CaseEvent, { type: 'DecisionMade' }>,
): CaseStep['now'] {
  const step = state.steps.find((each) => each.step.id === event.step)?.step;
  return step?.waits?.includes(event.answer)
    ? { standing: 'waiting', last: { answer: event.answer, by: event.by, at: event.at } }
    : doneBy(event, event.answer);
}

export const withStep = (state: CaseState, id: string, now: CaseStep['now']): CaseState => ({
  ...state,
  steps: state.steps.map((each) => (each.step.id === id ? { ...each, now } : each)),
});

/** What comes first may be a step, or a child, that is only now part of the case: the lock holds from now on. */
export function lockedAnew(held: CaseStep, { after, given }: CaseStep['step']): CaseStep {
  if (held.now.standing !== 'waiting') return held;
  return { ...held, step: { ...held.step, after, ...(given && { given }) } };
}
