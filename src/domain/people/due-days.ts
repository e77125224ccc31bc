import type { Training } from '../policy/training.ts';
import { type AcademicYear, academicYearOf, dayOfYear } from './academic-year.ts';

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

/**
 * The first year that it is missing from, and the day in it. Nothing is asked of the years before Signpost, and what was
 * missed stays due until it is done: a new year takes nothing back.
 */
function inYear({ by, within }: Recurring, { since, began, last }: Known, starts: string): string {
  const after = (year: AcademicYear): AcademicYear => academicYearOf(add(year.until, 'P1D'), starts);
  const dayBy = (year: AcademicYear): string => (by === undefined ? year.until : dayOfYear(year, by));
  const ours = academicYearOf(max(since, began), starts);
  const next = last === undefined ? ours : after(academicYearOf(last, starts));
  const year = next.from > ours.from ? next : ours;
  if (since < year.from) return dayBy(year);
  // Whoever came after the day of this year, or a little before it, has as long as anybody who comes new.
  const own = max(dayBy(year), add(since, within));
  return own <= year.until ? own : dayBy(after(year));
}

/**
 * The day by which it is to be done (again). Undefined: never; once was enough, or it was before our time.
 * A day that does not exist ("31 June") is the last one of its month.
 */
export function dueDayOf(recurring: Recurring, known: Known, starts: string): string | undefined {
  const { since, began, last } = known;
  const every = recurring.every ?? recurring.otherwise ?? 'once';
  const first = add(since, recurring.within);
  if (every === 'once') return last !== undefined || first < began ? undefined : first;
  if (every === 'year') return inYear(recurring, known, starts);
  // Nobody has told us of what was before our time: there is time to say it.
  if (last === undefined) return max(first, add(began, recurring.within));
  const isNew = since >= began && since > last;
  return isNew ? max(add(last, every), first) : add(last, every);
}
