import type { PersonId } from '../ids.ts';
import {
  type CaseState,
  type CaseStep,
  isShut,
  isWaiting,
  lockedBy,
  needsDoing,
  openSteps,
  stepsOf,
} from './state.ts';

/** The questions of a guided search on which it ends, before looking and after, and the one answer that lets it go on. */
export const IMAGE = { before: 'image', after: 'seen', clear: 'No' } as const;

/** What somebody who is there can do. A yes, a decision, a referral and a word to others are for those who work the case. */
const GUIDED: readonly CaseStep['step']['kind'][] = ['ask', 'do', 'record', 'custody'];

const isOnTheSpot = ({ step }: CaseStep): boolean => step.spot === true && GUIDED.includes(step.kind);

/** Whether somebody who is there is guided through this case. */
export const isSearch = ({ steps }: Pick<CaseState, 'steps'>): boolean => steps.some(isOnTheSpot);

const asks = (id: string, { step }: CaseStep): boolean =>
  step.spot === true && step.kind === 'ask' && step.id.endsWith(`.${id}`);

/** Whether this asks if there may be an image. */
export const isAboutImages = (each: CaseStep): boolean => asks(IMAGE.before, each) || asks(IMAGE.after, each);

/** The question on which a search that is under way is stopped, wherever it stands. */
export const stoppingStep = ({ steps }: Pick<CaseState, 'steps'>): CaseStep | undefined =>
  steps.find((each) => asks(IMAGE.before, each));

/** Whether there may be an image: from then on nobody looks any further. */
export const isStopped = ({ steps }: Pick<CaseState, 'steps'>): boolean =>
  steps.some(
    (each) => isAboutImages(each) && each.now.standing === 'done' && each.now.answer !== IMAGE.clear,
  );

/** A yes that belongs to the search: whoever searches asks for it, although it is the policy that wants it. */
export const isForSearch = ({ steps }: Pick<CaseState, 'steps'>, { step }: CaseStep): boolean =>
  step.kind === 'approve' &&
  steps.some((each) => isOnTheSpot(each) && each.step.procedure === step.procedure);

/** Who asked for it, and so may not answer it; a step that the policy generates has nobody. */
export const proposerOf = (state: CaseState, each: CaseStep): PersonId | undefined =>
  each.proposedBy ?? (isForSearch(state, each) ? state.reporter : undefined);

/** What a stop leaves undone: every question, step and yes of the search. What was found is written down all the same. */
export const leftUndone = (state: CaseState): readonly CaseStep[] =>
  stepsOf(state).filter(
    (each) =>
      isWaiting(each) && each.step.kind !== 'record' && (isOnTheSpot(each) || isForSearch(state, each)),
  );

/** What to keep to now: what forbids, then what tells, each once what it waits for is done. */
export function searchRules(state: CaseState): readonly CaseStep[] {
  const said = stepsOf(state).filter(
    (each) => each.step.spot === true && !needsDoing(each) && lockedBy(state, each).length === 0,
  );
  return [
    ...said.filter(({ step }) => step.kind === 'never'),
    ...said.filter(({ step }) => step.kind === 'tell'),
  ];
}

/** Where a guided search stands for the one who is there. */
export type Walk =
  | { readonly at: 'step'; readonly step: CaseStep }
  /** Others come first: these steps can be done now, by them. */
  | { readonly at: 'wait'; readonly for: readonly CaseStep[] }
  /** Somebody who was asked said no. */
  | { readonly at: 'declined'; readonly by: readonly CaseStep[] }
  | { readonly at: 'end' };

/** Everything that must come before these steps, directly or through others. */
function before(state: CaseState, steps: readonly CaseStep[]): readonly CaseStep[] {
  const found = new Set(steps);
  // A set is walked in the order of adding, also over what is added meanwhile.
  for (const each of found) for (const lock of lockedBy(state, each)) found.add(lock);
  return [...found].filter((each) => !steps.includes(each));
}

export function walkOf(state: CaseState): Walk {
  if (state.progress.status === 'closed') return { at: 'end' };
  const left = stepsOf(state).filter((each) => isOnTheSpot(each) && isWaiting(each));
  const open = left.filter((each) => lockedBy(state, each).length === 0);
  // Once there may be an image the device is put away before anything else.
  const step = (isStopped(state) ? open.find((each) => each.step.kind === 'custody') : undefined) ?? open[0];
  if (step !== undefined) return { at: 'step', step };
  const held = left.filter((each) => !isShut(state, each));
  if (held.length > 0) {
    const now = openSteps(state).map((each) => each.step.id);
    return { at: 'wait', for: before(state, held).filter((each) => now.includes(each.step.id)) };
  }
  const by = before(state, left).filter(({ now }) => now.standing === 'refused');
  return by.length > 0 ? { at: 'declined', by } : { at: 'end' };
}

/** How many answers of others the search has had so far. */
export const answersSoFar = (state: CaseState): number =>
  stepsOf(state).filter(
    ({ step, now }) =>
      step.kind === 'approve' &&
      now.standing !== 'waiting' &&
      state.steps.some((each) => isOnTheSpot(each) && each.step.after.includes(step.id)),
  ).length;
