import { academicYearOf } from '../people/academic-year.ts';

/** First and last day, ISO dates; always whole months. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

const startOfMonth = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day).with({ day: 1 });

/**
 * What a report of today covers: whole months that are over, from the day after the last released report, or from the
 * beginning of the academic year. No day is ever in two reports: one could be taken away from the other, and the rest
 * would be a small count. Undefined: no month has gone by since.
 */
export function nextPeriod(
  lastReleased: string | undefined,
  today: string,
  yearStarts: string,
): Period | undefined {
  const until = startOfMonth(today).subtract({ days: 1 });
  const year = academicYearOf(until.toString(), yearStarts);
  const after =
    lastReleased === undefined
      ? undefined
      : Temporal.PlainDate.from(lastReleased).add({ days: 1 }).toString();
  const from = after === undefined ? startOfMonth(year.from).toString() : after;
  return from <= until.toString() ? { from, until: until.toString() } : undefined;
}

/** The months of a period, as "2026-09". */
export function monthsOf({ from, until }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = startOfMonth(from); month.toString() <= until; month = month.add({ months: 1 }))
    months.push(month.toString().slice(0, 7));
  return months;
}

/** When the next report is due: so long after the last day of the last one, or of the year's first period. */
export const reportDue = (lastUntil: string, every: string): string =>
  Temporal.PlainDate.from(lastUntil).add(every).toString();
