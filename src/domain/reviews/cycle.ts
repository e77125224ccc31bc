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
  /** Absent: the policy gave no day then. */
  readonly first?: string | undefined;
  /** The day that was agreed on for the next time. */
  readonly next?: string | undefined;
}

/** What is remembered of what was done: with the first day that the policy gives at that time. */
export const lastOf = (
  { first }: Pick<Cycle, 'first'>,
  { on, next }: Pick<LastDone, 'on' | 'next'>,
): LastDone => ({
  on,
  ...(first !== undefined && { first: lastDayOf(first) }),
  ...(next !== undefined && { next }),
});

/** How often, and from which day on; no first day: the policy gives none. */
export type Cycle = Pick<Duty, 'every' | 'otherwise'> & { readonly first: string | undefined };

/** The last day for the next time, so long after it was done. Undefined: once was enough. */
export function latestAfter(
  { every, otherwise }: Pick<Cycle, 'every' | 'otherwise'>,
  on: string,
): string | undefined {
  const interval = every ?? otherwise;
  return interval === undefined ? undefined : Temporal.PlainDate.from(on).add(interval).toString();
}

/**
 * The day it is due: the policy's first day until it was done, then so long after the day it was done, or on the earlier
 * day that was agreed on. A first day that the policy has changed since, and that is still to come after that day, holds
 * instead. Undefined: once was enough, or the policy gives no day and it was never done.
 */
export function dueDay(duty: Cycle, done: LastDone | undefined): string | undefined {
  const first = duty.first === undefined ? undefined : lastDayOf(duty.first);
  if (done === undefined) return first;
  if (first !== undefined && first !== done.first && first > done.on) return first;
  const latest = latestAfter(duty, done.on);
  const { next } = done;
  return latest !== undefined && next !== undefined && next > done.on && next < latest ? next : latest;
}

/** Whether something that this one needs was done within its cycle: since the last time, or else within one interval. */
export function isWithin(
  duty: Pick<Cycle, 'every' | 'otherwise'>,
  doneOn: string,
  { on, lastOn }: { readonly on: string; readonly lastOn?: string | undefined },
): boolean {
  if (lastOn !== undefined) return doneOn > lastOn;
  const until = latestAfter(duty, doneOn);
  return until === undefined || until >= on;
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
