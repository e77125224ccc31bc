import type { Shown } from '../../domain/reports/small-counts.ts';
import type { Deps } from '../deps.ts';
import type { Chart, Measure, Table } from './document.ts';

type Say = Deps['cards']['say'];

/** A count as readers see it. */
export function shownWords(say: Say, shown: Shown): string {
  switch (shown.as) {
    case 'exact':
      return String(shown.value);
    case 'few':
      return say('board-few');
    case 'withheld':
      return say('board-withheld');
  }
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** "18 minutes", "5 hours", "3 days": as exact as anybody needs. */
export function lengthWords(say: Say, minutes: number): string {
  if (minutes < 2 * HOUR) return say('board-minutes', { n: minutes });
  if (minutes < 2 * DAY) return say('board-hours', { n: Math.round(minutes / HOUR) });
  return say('board-days', { n: Math.round(minutes / DAY) });
}

/** The same beside a large figure: "18 min", "5 h", "3 days". */
export function lengthShort(say: Say, minutes: number): string {
  if (minutes < 2 * HOUR) return say('board-min', { n: minutes });
  return minutes < 2 * DAY
    ? say('board-h', { n: Math.round(minutes / HOUR) })
    : say('board-days', { n: Math.round(minutes / DAY) });
}

export const monthWords = (month: string): string =>
  Temporal.PlainYearMonth.from(month)
    .toPlainDate({ day: 1 })
    .toLocaleString('en-GB', { month: 'long', year: 'numeric' });

export const measureOf = (say: Say, label: string, shown: Shown): Measure => ({
  label,
  value: shown.as === 'exact' ? shown.value : null,
  shown: shownWords(say, shown),
});

/** What a chart says, for whoever cannot see it: each bar with its number. */
export const chartOf = (
  say: Say,
  { title, kind, unit }: Pick<Chart, 'title' | 'kind' | 'unit'>,
  measures: readonly Measure[],
): Chart => ({
  title,
  kind,
  unit,
  alt: measures.map(({ label, shown }) => say('board-alt-row', { label, shown })).join(' '),
  measures: [...measures],
});

export const tableOf = (
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Table => ({
  title,
  columns: [...columns],
  rows: rows.map((row) => [...row]),
});
