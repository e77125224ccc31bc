import { z } from 'zod';
import type { Instant } from '../../domain/ids.ts';
import { dayOf, instantOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';

const Day = z.iso.date();
/** Hours and minutes. */
const Time = z.iso.time({ precision: -1 });

/** A day and a time that somebody chose: where the school is, and as they stand in a record ("2026-11-24 14:20"). */
export type Moment =
  | { readonly type: 'none' }
  | { readonly type: 'unreadable' }
  | {
      readonly type: 'chosen';
      readonly text: string;
      /** The day's beginning, where no time was chosen. */
      readonly at: Instant;
      readonly hasTime: boolean;
      readonly isAhead: boolean;
    };

export const todayAt = ({ clock, organisation }: Pick<Deps, 'clock' | 'organisation'>): string =>
  dayOf(clock.now(), organisation.timezone).toString();

/** A time alone is today's. */
export function momentIn(
  deps: Pick<Deps, 'clock' | 'organisation'>,
  inputs: Readonly<Record<string, string>>,
): Moment {
  const [date, time] = [inputs.date?.trim() ?? '', inputs.time?.trim() ?? ''];
  if (date === '' && time === '') return { type: 'none' };
  const day = date === '' ? todayAt(deps) : date;
  const hasTime = time !== '';
  if (!Day.safeParse(day).success || (hasTime && !Time.safeParse(time).success))
    return { type: 'unreadable' };
  const start = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: deps.organisation.timezone,
    plainTime: hasTime ? time : '00:00',
  });
  const at = instantOf(start.toInstant());
  return {
    type: 'chosen',
    text: [day, time].filter(Boolean).join(' '),
    at,
    hasTime,
    isAhead: at > deps.clock.now(),
  };
}
