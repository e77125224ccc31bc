import type { Instant, PersonId } from '../../ids.ts';

/** Who does something to a record, and when. */
export interface Act {
  readonly by: PersonId;
  readonly at: Instant;
  readonly today: string;
}

/** Nobody keeps a certificate for longer, and a year typed wrong is caught. */
const OLDEST_YEARS = 10;

const oldest = (today: string): string =>
  Temporal.PlainDate.from(today).subtract({ years: OLDEST_YEARS }).toString();

/** A day of the past, and none that somebody typed wrong. */
export function checkDay(on: string, today: string): 'future' | 'too-old' | undefined {
  if (on > today) return 'future';
  return on < oldest(today) ? 'too-old' : undefined;
}
