import type { PersonId } from '../ids.ts';
import type { CaseEvent } from './events.ts';
import { type CaseState, leavesNobody, ownerOf, type Progress } from './state.ts';

export const withClock = ({ clock: _, ...rest }: CaseState, clock: CaseState['clock']): CaseState => ({
  ...rest,
  ...(clock && { clock }),
});

/** A new case that waits for nobody has nobody left to ask; whoever opens or takes it ends that. To whom it was handed, too. */
export function moved(state: CaseState, progress: Progress, clock?: CaseState['clock']): CaseState {
  const { handed: _, ...rest } = state;
  return withClock({ ...rest, progress, exhausted: progress.status === 'new' && clock === undefined }, clock);
}

export const versioned = (state: CaseState): CaseState => ({
  ...state,
  decisionVersion: state.decisionVersion + 1,
});

/** A first decision stops the second clock; the answer to somebody's request is none. */
export const decided = (state: CaseState): CaseState => ({
  ...(state.clock?.waitsFor === 'decide' ? withClock(state, undefined) : state),
  exhausted: state.exhausted && ownerOf(state) === undefined,
  decisionVersion: state.decisionVersion + 1,
});

export const conflictedToo = (state: CaseState, person: PersonId, clock: CaseState['clock']): CaseState => {
  const conflicted = [...new Set([...state.conflicted, person])];
  const next = { ...state, conflicted };
  return leavesNobody(state, person) ? moved(next, { status: 'new' }, clock) : next;
};

/** Nobody has it until somebody says so; whoever was asked gets a card of their own. */
export function handed(
  state: CaseState,
  event: Extract<CaseEvent, { type: 'HandedOver' | 'DutyLeft' }>,
): CaseState {
  const { at, by: from, clock } = event;
  const next = { ...state, handedOver: state.handedOver + 1 };
  if (event.type === 'DutyLeft') return moved(next, { status: 'new' }, clock);
  const { to, note } = event;
  const cardsFor = [...new Set([...state.cardsFor, to])];
  return { ...moved({ ...next, cardsFor }, { status: 'opened', at }, clock), handed: { from, to, note, at } };
}
