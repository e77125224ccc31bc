import type { Instant, PersonId } from '../ids.ts';
import type { LowLevelBrief } from './state.ts';

/** How far back a pattern is looked for. */
const MONTHS = 12;

/** Those about one adult that stand and were kept in the last 12 months, oldest first, without what this person must not hear of. */
export const recentFor = <Kept extends Pick<LowLevelBrief, 'at' | 'stands' | 'barred'>>(
  kept: readonly Kept[],
  reader: PersonId,
  now: Instant,
  timezone: string,
): readonly Kept[] => {
  const since = Temporal.Instant.from(now)
    .toZonedDateTimeISO(timezone)
    .subtract({ months: MONTHS })
    .toInstant();
  return kept
    .filter(({ stands, barred }) => stands && !barred.includes(reader))
    .filter(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
};
