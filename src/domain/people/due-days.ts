import type { Training } from '../policy/training.ts';
import { academicYearOf, dayOfYear } from './academic-year.ts';

/** What recurs for one person. */
type Recurring = Pick<Training, 'every' | 'otherwise' | 'by' | 'within'>;

/** What is known of one person and one thing that recurs; days are ISO dates. */
export interface Known {
  /** The day from which it is theirs: they started, or newly came to a role that it is for. */
  readonly since: string;
  /** The day on which Signpost began to look after them: what was once, long before, is not asked for again. */
  readonly began: string;
  /** The last day on which it was done. */
  readonly last?: string | undefined;
}

const add = (day: string, length: string): string => Temporal.PlainDate.from(day).add(length).toString();
const max = (a: string, b: string): string => (a > b ? a : b);

function inYear({ by, within }: Recurring, { since, last }: Known, today: string, starts: string): string {
  const year = academicYearOf(today, starts);
  const dayBy = (one: typeof year): string => (by === undefined ? one.until : dayOfYear(one, by));
  const next = academicYearOf(add(year.until, 'P1D'), starts);
  if (last !== undefined && last >= year.from) return dayBy(next);
  // Whoever came after the day of this year, or a little before it, has as long as anybody who comes new.
  return since >= year.from ? max(dayBy(year), add(since, within)) : dayBy(year);
}

/**
 * The day by which it is to be done (again). Undefined: never; once was enough, or it was before our time.
 * A day that does not exist ("31 June") is the last one of its month.
 */
export function dueDayOf(
  recurring: Recurring,
  known: Known,
  today: string,
  starts: string,
): string | undefined {
  const { since, began, last } = known;
  const every = recurring.every ?? recurring.otherwise ?? 'once';
  const first = add(since, recurring.within);
  if (every === 'once') return last !== undefined || first < began ? undefined : first;
  if (every === 'year') return inYear(recurring, known, today, starts);
  return last === undefined ? first : add(last, every);
}
