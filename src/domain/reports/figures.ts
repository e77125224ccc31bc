import { hideSmallCounts, type Shown } from './small-counts.ts';

/** One concern as a report counts it: nothing of who or what. */
export interface Counted {
  /** "2026-09" */
  readonly month: string;
  /** Ids of the policy's categories that it falls under. */
  readonly categories: readonly string[];
  readonly urgency: 'now' | 'today' | 'ordinary';
  readonly isClosed: boolean;
  /** From the report to the first opening by somebody who may act; undefined: not opened yet. Minutes. */
  readonly openedAfter: number | undefined;
  /** From the report to "I have this". Minutes. */
  readonly takenAfter: number | undefined;
  /** From the report to closing. Minutes. */
  readonly closedAfter: number | undefined;
  /** Steps that the policy says must be done and that nobody has done. */
  readonly openMust: number;
  /** Of these, those whose time is over. */
  readonly lateMust: number;
}

/** A row of a table: what it is, and how many. */
export interface Row {
  readonly id: string;
  readonly shown: Shown;
}
/** Undefined: it cannot be shown without giving a small count away. */
export type Rows = readonly Row[] | undefined;

/** Half took no longer than `half`, nine in ten no longer than `most`; undefined: too few to say. Minutes. */
export type Times = { readonly half: number; readonly most: number } | undefined;

export interface Figures {
  readonly total: Shown | undefined;
  readonly byCategory: Rows;
  readonly byMonth: Rows;
  readonly byUrgency: Rows;
  readonly byStanding: Rows;
  readonly toOpen: Times;
  readonly toTake: Times;
  readonly toClose: Times;
  readonly openMust: Shown;
  readonly lateMust: Shown;
}

/** Where a concern has no category yet, or more than one. */
export const NO_CATEGORY = 'none';
export const SEVERAL_CATEGORIES = 'several';

const categoryOf = ({ categories: [first, ...others] }: Counted): string =>
  first === undefined ? NO_CATEGORY : others.length > 0 ? SEVERAL_CATEGORIES : first;

const countBy = (ids: readonly string[], all: readonly Counted[], idOf: (each: Counted) => string) =>
  ids.map((id) => all.filter((each) => idOf(each) === id).length);

/** Fewer than this many times, and the slowest is somebody's. */
const ENOUGH = 10;

/** The value that so much of them do not exceed; `times` is sorted. */
const at = (times: readonly number[], share: number): number =>
  times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;

function timesOf(values: readonly (number | undefined)[]): Times {
  const times = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return times.length < ENOUGH ? undefined : { half: at(times, 0.5), most: at(times, 0.9) };
}

/** A count that stands alone: no other table adds up to it. */
const alone = (value: number): Shown => hideSmallCounts([[value]])[0]?.[0] ?? { as: 'withheld' };

/**
 * The figures of a period. All tables divide the same concerns, so they are hidden together: nothing that stands in one
 * gives away a small count of another.
 */
export function figuresOf(
  all: readonly Counted[],
  { categories, months }: { readonly categories: readonly string[]; readonly months: readonly string[] },
): Figures {
  const kinds = [...categories, SEVERAL_CATEGORIES, NO_CATEGORY];
  const urgencies = ['now', 'today', 'ordinary'];
  const standings = ['open', 'closed'];
  const standingOf = ({ isClosed }: Counted) => (isClosed ? 'closed' : 'open');
  const divisions = [
    { ids: kinds, counts: countBy(kinds, all, categoryOf) },
    { ids: months, counts: countBy(months, all, ({ month }) => month) },
    { ids: urgencies, counts: countBy(urgencies, all, ({ urgency }) => urgency) },
    { ids: standings, counts: countBy(standings, all, standingOf) },
  ];
  // The total is a table of one row: it is hidden with the others where it gives one away.
  const shown = hideSmallCounts([[all.length], ...divisions.map(({ counts }) => counts)]);
  const [byCategory, byMonth, byUrgency, byStanding] = divisions.map(({ ids }, n): Rows => {
    const row = shown[n + 1];
    return row && ids.map((id, place) => ({ id, shown: row[place] ?? { as: 'withheld' } }));
  });
  const sum = (of: (each: Counted) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    total: shown[0]?.[0],
    byCategory,
    byMonth,
    byUrgency,
    byStanding,
    toOpen: timesOf(all.map(({ openedAfter }) => openedAfter)),
    toTake: timesOf(all.map(({ takenAfter }) => takenAfter)),
    toClose: timesOf(all.map(({ closedAfter }) => closedAfter)),
    openMust: alone(sum(({ openMust }) => openMust)),
    lateMust: alone(sum(({ lateMust }) => lateMust)),
  };
}
