import { minutesOf } from '../policy/minutes.ts';
import { Modality } from '../policy/step.ts';
import type { CaseStep } from './state.ts';

/** What binds most, then what is due first, then what the policy says first. */
function binds({ step: a }: CaseStep, { step: b }: CaseStep, isFirst: boolean): boolean {
  const modality = Modality.options.indexOf(a.modality) - Modality.options.indexOf(b.modality);
  if (modality !== 0) return modality > 0;
  const [due, other] = [a, b].map(({ within }) => (within === undefined ? Infinity : minutesOf(within)));
  return due === other ? isFirst : (due ?? 0) < (other ?? 0);
}

/**
 * Steps of one act ("the police are called") that several procedures bring are asked as one: the strictest of those that
 * are there. What was done answers for what was planned by then, and not for what a later report or kind of case brings;
 * a reason instead answers for what binds no more.
 */
export function askedOnce(there: readonly CaseStep[]): readonly CaseStep[] {
  const acts = Map.groupBy(there, ({ step }) => step.once);
  const isAnswered = (each: CaseStep, n: number): boolean =>
    (acts.get(each.step.once) ?? []).some((other) => {
      if (other === each) return false;
      const isStricter = binds(other, each, there.indexOf(other) < n);
      if (other.now.standing === 'waiting') return isStricter;
      return (other.now.standing === 'done' || isStricter) && other.now.at >= each.since;
    });
  return there.filter(
    (each, n) =>
      each.step.once === undefined ||
      // Whoever is there is led on, whatever a lead is asked besides.
      each.step.spot === true ||
      each.now.standing !== 'waiting' ||
      !isAnswered(each, n),
  );
}
