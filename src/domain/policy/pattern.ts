import { z } from 'zod';
import type { Facts } from './facts.ts';
import { applies } from './rules.ts';
import { Condition, Id, Source } from './step.ts';

/** So many worries of one kind in so long a time: what the policy wants seen, though each of them is small. */
export const Pattern = z.strictObject({
  id: Id,
  /** Behind "3 in 6 weeks:": "something at home". */
  title: z.string().min(1).max(80),
  /** Whether it is looked for among the worries about one child, or about one adult. */
  about: z.enum(['child', 'adult']),
  /** Which worries count. Absent: every one. */
  when: Condition.optional(),
  count: z.int().min(2).max(20),
  /** Days, weeks, months or years ("P6W"), back from the last of them. */
  within: z.string().regex(/^P[1-9]\d?[DWMY]$/),
  source: Source,
});
export type Pattern = z.infer<typeof Pattern>;

export const PatternFile = z.strictObject({ patterns: z.array(Pattern).min(1) });

/** A worry as patterns see it. */
export interface Occurrence {
  readonly facts: Facts;
  /** The day on which it happened ("2026-11-24"). */
  readonly day: string;
}

export interface HeldPattern {
  readonly pattern: Pattern;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** The last time in which there were enough of them; undefined: there never were. */
function held(pattern: Pattern, occurrences: readonly Occurrence[]): HeldPattern | undefined {
  const days = occurrences
    .filter(({ facts }) => applies(pattern, facts))
    .map(({ day }) => day)
    .sort();
  for (let last = days.length - 1; last >= 0; last -= 1) {
    const to = days[last] ?? '';
    const since = Temporal.PlainDate.from(to).subtract(pattern.within).toString();
    const inside = days.slice(0, last + 1).filter((day) => day >= since);
    if (inside.length >= pattern.count) return { pattern, count: inside.length, from: inside[0] ?? to, to };
  }
  return undefined;
}

/** Patterns that hold, in the policy's order. */
export const patternsIn = (
  patterns: readonly Pattern[],
  about: Pattern['about'],
  occurrences: readonly Occurrence[],
): readonly HeldPattern[] =>
  patterns
    .filter((pattern) => pattern.about === about)
    .flatMap((pattern) => held(pattern, occurrences) ?? []);
