/** A month in a policy is read as its last day. */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date;
  const month = Temporal.PlainYearMonth.from(date);
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/** Days late on a day; 0 when not late. */
export const daysLate = (due: string, today: string): number =>
  Math.max(0, Temporal.PlainDate.from(due).until(today, { largestUnit: 'days' }).days);
