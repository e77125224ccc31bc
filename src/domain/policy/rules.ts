import type { Facts } from './facts.ts';
import type { Condition } from './step.ts';

/**
 * Whether a condition holds. `unsure` answers a rule that asks for `yes`, because every rule of a pack protects
 * somebody; inside `not` it does not, for the same reason.
 */
export function holds(condition: Condition, facts: Facts, unsureIsYes = true): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, facts, unsureIsYes));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts, unsureIsYes));
  if ('not' in condition) return !holds(condition.not, facts, !unsureIsYes);
  const wanted = unsureIsYes && condition.in.includes('yes') ? [...condition.in, 'unsure'] : condition.in;
  return (facts[condition.fact] ?? []).some((value) => wanted.includes(value));
}

/** An entry without a condition always applies. */
export const applies = (entry: { readonly when?: Condition | undefined }, facts: Facts): boolean =>
  entry.when === undefined || holds(entry.when, facts);
