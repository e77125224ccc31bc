import type { BoardReport } from '../../src/application/board-report/document.ts';
import { composeReport } from '../../src/application/board-report/draft.ts';
import { Instant, RecordId, SiteId } from '../../src/domain/ids.ts';
import { type Counted, figuresOf } from '../../src/domain/reports/figures.ts';
import { monthsOf } from '../../src/domain/reports/period.ts';
import { hidePart } from '../../src/domain/reports/small-counts.ts';
import { sampleSchool } from './sample-school.ts';

const PERIOD = { from: '2026-09-01', until: '2026-12-31' };
const MONTHS = monthsOf(PERIOD);

/** Of each month, how many concerns of each category: seventy-one of an invented term. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  content: [4, 5, 7, 3],
  contact: [3, 4, 6, 4],
  conduct: [5, 6, 9, 6],
  commerce: [1, 0, 1, 1],
  none: [1, 2, 2, 1],
};

const concerns = (): readonly Counted[] =>
  Object.entries(COUNTS).flatMap(([category, months]) =>
    months.flatMap((count, at) =>
      Array.from({ length: count }, (_, n): Counted => {
        const spread = (n * 7 + at * 5 + category.length * 3) % 20;
        const isClosed = at < 2 || spread < 9;
        return {
          month: MONTHS[at] ?? '',
          categories: category === 'none' ? [] : [category],
          urgency: spread === 0 ? 'now' : spread < 8 ? 'today' : 'ordinary',
          isClosed,
          openedAfter: 3 + spread * 4,
          takenAfter: 8 + spread * 11,
          closedAfter: isClosed ? (3 + spread) * 1440 : undefined,
          openMust: isClosed ? 0 : 1,
          lateMust: !isClosed && spread === 19 ? 1 : 0,
        };
      }),
    ),
  );

const people = (
  kind: 'training' | 'agreement' | 'audit',
  name: string,
  asked: number,
  done: number,
  late: number,
) => ({
  kind,
  name,
  asked,
  done: done === asked ? ({ as: 'exact', value: done } as const) : hidePart(done, asked).part,
  late: done === asked ? ({ as: 'exact', value: 0 } as const) : hidePart(late, asked).part,
});
const review = (title: string, due: string, daysLate = 0, last?: string) => ({
  ...{ title, due, last, daysLate },
  isFiltering: title.includes('filter'),
});

/** A term of the sample school as its lead releases it: written by the bot itself, with its small counts hidden. */
export async function releasedReport(): Promise<BoardReport> {
  const { deps: sample, person } = await sampleSchool();
  const deps = {
    ...sample,
    clock: { ...sample.clock, now: () => Instant.parse('2027-01-08T09:00:00.000Z') },
  };
  const { categories } = deps.policy.taxonomy;
  const figures = figuresOf(concerns(), { categories: categories.map(({ id }) => id), months: MONTHS });
  const state = { sites: deps.organisation.sites.map(({ id }) => SiteId.parse(id)), period: PERIOD };
  return composeReport(deps, person('p-iris'), RecordId.parse('k7q4md2xh8rv5w3t9n6pc0jzab'), state, {
    figures,
    people: [
      people('training', 'Safeguarding and online safety update', 61, 55, 6),
      people('training', 'Safeguarding for governors', 12, 12, 0),
      people('training', 'Safeguarding and online safety at induction', 9, 6, 0),
      people('agreement', 'Safeguarding and online safety policy', 73, 66, 7),
      people('agreement', 'Acceptable use: staff, governors and volunteers', 73, 71, 2),
      people('audit', 'What I know about online safety', 61, 41, 5),
    ],
    reviews: [
      review('Tell parents what filters we use and what pupils do online', '2026-09-07', 78),
      review('Try out the filter', '2027-01-25', 0, '2026-10-20'),
      review('Review filtering and monitoring', '2027-01-18', 0, '2026-01-16'),
      review('Safeguarding and online safety policy', '2027-11-21', 0, '2026-11-20'),
    ],
  });
}
