import type { Duty } from '../policy/duty.ts';

/** A month in a policy is read as its last day. */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date;
  const month = Temporal.PlainYearMonth.from(date);
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/** Days late on a day; 0 when not late. */
export const daysLate = (due: string, today: string): number =>
  Math.max(0, Temporal.PlainDate.from(due).until(today, { largestUnit: 'days' }).days);

export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** When it was last done, and the first day that the policy gave then. */
export interface LastDone {
  readonly on: string;
  readonly first: string;
}

/**
 * The day it is due: the policy's first day until it was done, then so long after the day it was done. A first day that
 * the policy has changed since, and that is still to come after that day, holds instead. Undefined: once was enough.
 */
export function dueDay(
  duty: Pick<Duty, 'first' | 'every' | 'otherwise'>,
  done: LastDone | undefined,
): string | undefined {
  const first = lastDayOf(duty.first);
  if (done === undefined || (first !== done.first && first > done.on)) return first;
  const every = duty.every ?? duty.otherwise;
  return every === undefined ? undefined : Temporal.PlainDate.from(done.on).add(every).toString();
}

/** What is open is asked for again after so many days. */
const CHASE_DAYS = 7;

export const isChased = (toldOn: string | undefined, today: string): boolean =>
  toldOn === undefined || today >= addDays(toldOn, CHASE_DAYS);

/** Whether its owners are told anew on this day: `ahead` days before, on the day, and then weekly if it is chased. */
export function isToldNow(
  { due, toldOn }: { readonly due: string; readonly toldOn?: string | undefined },
  { ahead, chased }: { readonly ahead: number; readonly chased: boolean },
  today: string,
): boolean {
  if (toldOn === undefined) return today >= addDays(due, -ahead);
  if (toldOn < due) return today >= due;
  return chased && isChased(toldOn, today);
}
