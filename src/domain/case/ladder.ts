import type { Instant } from '../ids.ts';
import { endOfWait } from '../time/working-time.ts';
import type { Rules } from './commands.ts';
import type { LadderClock } from './ladder-clock.ts';
import type { Plan } from './plan.ts';

type WaitsFor = LadderClock['waitsFor'];
const LENGTH = { open: 'rung', own: 'opened', decide: 'decision' } as const satisfies Record<
  WaitsFor,
  string
>;

/** Until when the ladder waits for somebody to open, to own, or to decide. */
export const clockFor = (waitsFor: WaitsFor, from: Instant, plan: Plan, rules: Rules): LadderClock => ({
  waitsFor,
  at: endOfWait(from, plan.clocks[LENGTH[waitsFor]], plan.urgency, rules.calendar),
});

/** The first rung after `from` on which somebody may act; undefined when none is left. */
export const nextRung = (manned: readonly number[], from: number): number | undefined =>
  [...manned].sort((a, b) => a - b).find((rung) => rung > from);
