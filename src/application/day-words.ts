import { z } from 'zod';

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const Day = z.iso.date();

/** "24 November 2026", of "2026-11-24". */
export const dayWords = (day: string): string => LONG.format(Temporal.PlainDate.from(day));

/** "24 November 2026, 14:20", of what a form took down; what somebody wrote in words stays as it is. */
export function momentWords(text: string): string {
  const [first = '', ...rest] = text.split(' ');
  return Day.safeParse(first).success ? [dayWords(first), ...rest].join(', ') : text;
}
