import type { Instant, PersonId } from '../../domain/ids.ts';
import type { Absence, Directory } from '../../domain/people/directory.ts';
import { later } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { changeDirectory } from '../directory.ts';

/** Those that are over stay this long, so that whatever follows from their end can be done after a breakdown too. */
const KEPT = { hours: 14 * 24 } as const;

const standing = ({ absences = [] }: Directory, now: Instant): readonly Absence[] =>
  absences.filter(({ until }) => later(until, KEPT) > now);

/** Whether these are two names for one absence: said twice, or its end moved. */
export const isSame = (a: Absence, b: Absence): boolean => a.person === b.person && a.from === b.from;

/** Writes down that somebody is away. What follows at its beginning and its end is due work of its own record. */
export const sayAway = (deps: Deps, absence: Absence): Promise<'changed' | 'kept'> =>
  changeDirectory(deps, (stored) => {
    const others = standing(stored, deps.clock.now()).filter((each) => !isSame(each, absence));
    return { ...stored, absences: [...others, absence] };
  });

/** Ends what has begun; where nothing has, whatever was said for later is taken back. */
export function sayBack(deps: Deps, person: PersonId): Promise<'changed' | 'kept'> {
  const now = deps.clock.now();
  return changeDirectory(deps, (stored) => {
    const theirs = standing(stored, now).filter((each) => each.person === person && each.until > now);
    const begun = theirs.filter(({ from }) => from <= now);
    const over = begun.length > 0 ? begun : theirs;
    if (over.length === 0) return undefined;
    const absences = standing(stored, now).map((each) =>
      over.includes(each) ? { ...each, until: now } : each,
    );
    return { ...stored, absences };
  });
}
