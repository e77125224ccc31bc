/** A year typed wrong is caught: no paper is kept for longer. */
const OLDEST = { years: 10 } as const;

/** A day of the past on which somebody signed, and none that nobody means. */
export function checkPastDay(on: string, today: string): 'future' | 'too-old' | undefined {
  if (on > today) return 'future';
  return on < Temporal.PlainDate.from(today).subtract(OLDEST).toString() ? 'too-old' : undefined;
}
