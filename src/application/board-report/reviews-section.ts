import type { SiteId } from '../../domain/ids.ts';
import { daysLate } from '../../domain/reviews/cycle.ts';
import { dutiesOf } from '../../domain/reviews/duties.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { dueOf, readCalendar } from '../duties/calendar.ts';
import { todayOf } from '../people/store.ts';
import type { Section } from './document.ts';
import { chartOf, tableOf } from './words.ts';

/** One review or check, as the calendar has it at these sites: the latest of them counts. */
export interface ReviewRow {
  readonly title: string;
  readonly due: string | undefined;
  readonly last: string | undefined;
  readonly daysLate: number;
  readonly isFiltering: boolean;
}

/** Every duty that comes by the calendar and is not each person's own, the latest first. */
export async function reviewRows(deps: Deps, sites: readonly SiteId[]): Promise<readonly ReviewRow[]> {
  const { entries = [] } = (await readCalendar(deps)).calendar;
  const today = todayOf(deps);
  const rows = dutiesOf(deps.policy)
    .filter(({ newcomers, each }) => newcomers === undefined && each !== true)
    .map((duty): ReviewRow => {
      const theirs = entries.filter((entry) => entry.duty === duty.id && sites.includes(entry.site));
      const days = theirs.map((entry) => ({ due: dueOf(duty, entry), last: entry.done?.on }));
      const [worst] = days.toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
      return {
        title: duty.title,
        due: worst?.due,
        last: worst?.last,
        daysLate: worst?.due === undefined ? 0 : daysLate(worst.due, today),
        isFiltering: duty.about === 'filtering',
      };
    });
  return rows.toSorted((a, b) => b.daysLate - a.daysLate);
}

const dateOr = (day: string | undefined, otherwise: string): string => (day ? dayWords(day) : otherwise);

export function lateLine({ cards: { say } }: Deps, rows: readonly ReviewRow[]): string {
  const late = rows.filter((row) => row.daysLate > 0).length;
  const counts = { n: late, all: rows.length };
  if (late === 0) return say('board-reviews-on-time', counts);
  return say(late === 1 ? 'board-reviews-late-one' : 'board-reviews-late', counts);
}

/** Reviews are not people: how late each is stands as it is. */
export function reviewSections(deps: Deps, rows: readonly ReviewRow[]): readonly Section[] {
  const { say } = deps.cards;
  const columns = ['review', 'due', 'days', 'last'].map((name) => say(`board-column-${name}`));
  const never = say('board-never');
  const cells = rows.map(({ title, due, last, daysLate: late }) => [
    title,
    dateOr(due, say('board-no-date')),
    String(late),
    dateOr(last, never),
  ]);
  const late = rows.filter((row) => row.daysLate > 0);
  const head = { title: say('board-chart-late'), kind: 'bars', unit: say('board-unit-days') } as const;
  const bars = late.map(({ title, daysLate: days }) => ({ label: title, value: days, shown: String(days) }));
  const filtering = rows
    .filter(({ isFiltering }) => isFiltering)
    .map(({ title, last, due }) =>
      say('board-filtering-line', {
        title,
        last: dateOr(last, never),
        due: dateOr(due, say('board-no-date')),
      }),
    );
  return [
    {
      title: say('board-reviews'),
      lines: [lateLine(deps, rows)],
      charts: bars.length > 0 ? [chartOf(say, head, bars)] : [],
      tables: rows.length > 0 ? [tableOf(say('board-reviews'), columns, cells)] : [],
    },
    {
      title: say('board-filtering'),
      lines: filtering.length > 0 ? filtering : [say('board-filtering-none')],
      charts: [],
      tables: [],
    },
  ];
}
