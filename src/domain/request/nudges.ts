import type { Instant } from '../ids.ts';
import { addWorkingDays, atWork, type Calendar, nextWorkingMorning } from '../time/working-time.ts';

/** Somebody off sick for a day can still answer; a lesson planned for next week is not lost. */
const WIDEN_AFTER_WORKING_DAYS = 2;
const WEEK_OF_WORKING_DAYS = 5;

/** Nothing here is urgent, so nobody hears of it outside working hours. */
export function nudgesFrom(at: Instant, calendar: Calendar) {
  const tell = atWork(at, calendar);
  return { tell, remind: nextWorkingMorning(tell, calendar) };
}

/** A week of work from now. */
export function weeklyFrom(at: Instant, calendar: Calendar) {
  const tell = atWork(at, calendar);
  return { tell, remind: addWorkingDays(tell, WEEK_OF_WORKING_DAYS, calendar) };
}

export const widenFrom = (tell: Instant, calendar: Calendar): Instant =>
  addWorkingDays(tell, WIDEN_AFTER_WORKING_DAYS, calendar);
