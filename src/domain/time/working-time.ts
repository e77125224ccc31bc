import { Instant } from '../ids.ts';
import type { Urgency } from '../policy/facts.ts';

/** When an organisation works: ISO weekdays, local times, and days it is closed. */
export interface Calendar {
  readonly timezone: string;
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly closures: readonly { readonly from: string; readonly to: string }[];
  /** Days that end early, such as the last of a term. */
  readonly halfDays?: readonly { readonly date: string; readonly to: string }[];
}

export const instantOf = (at: Temporal.Instant): Instant =>
  Instant.parse(at.toString({ fractionalSecondDigits: 3 }));

const isWorkingDay = (day: Temporal.PlainDate, calendar: Calendar): boolean =>
  calendar.days.includes(day.dayOfWeek) &&
  !calendar.closures.some(({ from, to }) => from <= day.toString() && day.toString() <= to);

/** When people go home: earlier on a half-day, never later than on any other. */
function closingOf(day: Temporal.PlainDate, { to, halfDays = [] }: Calendar): string {
  const early = halfDays.find(({ date }) => date === day.toString())?.to;
  return early !== undefined && early < to ? early : to;
}

/** When people are at work on this day; undefined: not at all. */
export function hoursOn(
  day: Temporal.PlainDate,
  calendar: Calendar,
): { readonly opens: Temporal.ZonedDateTime; readonly closes: Temporal.ZonedDateTime } | undefined {
  if (!isWorkingDay(day, calendar)) return undefined;
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: calendar.timezone, plainTime });
  return { opens: at(calendar.from), closes: at(closingOf(day, calendar)) };
}

/** A school that never opens would wait for ever: after this many days the wait simply ends. */
const LONGEST_CLOSURE_DAYS = 90;

/** `start` plus so much working time. Counted in milliseconds: nobody reports on the full minute. */
function addWorkingTime(start: Instant, duration: Temporal.Duration, calendar: Calendar): Instant {
  let left = duration.total('milliseconds');
  let at = Temporal.Instant.from(start).toZonedDateTimeISO(calendar.timezone);
  for (let day = 0; day <= LONGEST_CLOSURE_DAYS; day += 1) {
    const date = at.toPlainDate();
    const hours = hoursOn(date, calendar);
    if (hours !== undefined) {
      const from = Temporal.ZonedDateTime.compare(at, hours.opens) < 0 ? hours.opens : at;
      const here = Math.max(0, from.until(hours.closes).total('milliseconds'));
      if (here > 0 && left <= here) return instantOf(from.add({ milliseconds: left }).toInstant());
      left -= here;
    }
    at = date.add({ days: 1 }).toZonedDateTime({ timeZone: calendar.timezone, plainTime: '00:00' });
  }
  return instantOf(at.toInstant());
}

/** When a wait ends: `now` and `today` ignore working hours, `ordinary` counts only them. */
export function endOfWait(start: Instant, duration: string, urgency: Urgency, calendar: Calendar): Instant {
  const length = Temporal.Duration.from(duration);
  return urgency === 'ordinary'
    ? addWorkingTime(start, length, calendar)
    : instantOf(Temporal.Instant.from(start).add(length));
}

export const later = (start: Instant, duration: Temporal.DurationLike): Instant =>
  instantOf(Temporal.Instant.from(start).add(duration));

export const dayOf = (at: Instant, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timezone).toPlainDate();

/** A nudge goes out in the working day, never in the night. */
const MORNING = { hour: 9 } as const;

/** The same wall-clock time so many working days later. */
export function addWorkingDays(start: Instant, count: number, calendar: Calendar): Instant {
  let at = Temporal.Instant.from(start).toZonedDateTimeISO(calendar.timezone);
  let left = count;
  for (let day = 0; left > 0 && day <= LONGEST_CLOSURE_DAYS; day += 1) {
    at = at.add({ days: 1 });
    if (isWorkingDay(at.toPlainDate(), calendar)) left -= 1;
  }
  return instantOf(at.toInstant());
}

/** The same moment if people are at work, else when they next are: until then a nudge waits. */
export const atWork = (at: Instant, calendar: Calendar): Instant =>
  endOfWait(at, 'PT0M', 'ordinary', calendar);

/** The morning of the next day on which people are at work. */
export function nextWorkingMorning(at: Instant, calendar: Calendar): Instant {
  const morning = dayOf(at, calendar.timezone).toZonedDateTime({
    timeZone: calendar.timezone,
    plainTime: MORNING,
  });
  return atWork(addWorkingDays(instantOf(morning.toInstant()), 1, calendar), calendar);
}

/** The morning of this day, or of the next on which people are at work. */
export function workingMorningOn(day: string, calendar: Calendar): Instant {
  const on = (date: Temporal.PlainDate): Instant =>
    instantOf(date.toZonedDateTime({ timeZone: calendar.timezone, plainTime: MORNING }).toInstant());
  const morning = on(Temporal.PlainDate.from(day));
  const opens = atWork(morning, calendar);
  return opens === morning ? morning : atWork(on(dayOf(opens, calendar.timezone)), calendar);
}

/** When people go home on this day, or on the next on which they work. */
export function endOfWorkingDay(day: Temporal.PlainDate, calendar: Calendar): Instant {
  const { timezone, from, to } = calendar;
  const opens = atWork(
    instantOf(day.toZonedDateTime({ timeZone: timezone, plainTime: from }).toInstant()),
    calendar,
  );
  return instantOf(dayOf(opens, timezone).toZonedDateTime({ timeZone: timezone, plainTime: to }).toInstant());
}

/** The first moment after a day ("2026-12-04"). */
export const endOfDay = (day: string, timezone: string): Instant =>
  instantOf(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timezone).toInstant());

/** Kept: making one costs more than all the rest of a line. */
const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** Exact and local: "today 14:05", "tomorrow 09:00", "23 November 09:00". */
export function spoken(at: Instant, now: Instant, timezone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timezone);
  const days = dayOf(now, timezone).until(local.toPlainDate()).days;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const day =
    days === 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days === -1
          ? 'yesterday'
          : DAY_AND_MONTH.format(local.toPlainDate());
  return `${day} ${time}`;
}
