import type { Words } from '../../cards/fill.ts';
import type { PlannedStep } from '../../domain/case/plan.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Deps } from '../deps.ts';
import { glance } from '../told/shown.ts';

/** A name on the record, where many steps stand under one another. */
const NAMED_BRIEFLY = 80;

const nameOfChild = ({ children }: CaseState, { child }: PlannedStep): string | undefined => {
  const found = child === undefined ? undefined : children[child];
  return found && (found.name || found.knownAs || found.description);
};

/** The child that a step is for, in the reporter's words; undefined: it is for the whole case. */
export function childWords(state: CaseState, step: PlannedStep): Words | undefined {
  const name = nameOfChild(state, step);
  return name === undefined ? undefined : glance(name, NAMED_BRIEFLY);
}

/** A step as the chronology and the log call it: its text, and the child that it is for. It holds people's words. */
export function stepLine(deps: Deps, state: CaseState, step: PlannedStep | undefined): string {
  if (step === undefined) return '';
  const name = nameOfChild(state, step);
  return name === undefined ? step.text : `${step.text} ${deps.cards.say('step-for')} ${name}`;
}
