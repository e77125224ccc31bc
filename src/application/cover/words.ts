import type { Instant } from '../../domain/ids.ts';
import type { Absence } from '../../domain/people/directory.ts';
import { later } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';

const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

const localOf = ({ organisation }: Deps, at: Instant): Temporal.PlainDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(organisation.timezone).toPlainDateTime();
const dayOf = (at: Temporal.PlainDateTime): string => DAY_AND_MONTH.format(at.toPlainDate());
const timeOf = (at: Temporal.PlainDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });

/** "24 November 12:00"; midnight is said as the end of the day before. Never "today", for it may stand in a message. */
export function untilWords(deps: Deps, until: Instant): string {
  const local = localOf(deps, until);
  return timeOf(local) === '00:00'
    ? deps.cards.say('away-end-of-day', { day: dayOf(localOf(deps, later(until, { seconds: -1 }))) })
    : deps.cards.say('away-time', { day: dayOf(local), time: timeOf(local) });
}

/** "from now until 24 November 12:00" */
export function spellWords(deps: Deps, { from, until }: Pick<Absence, 'from' | 'until'>): string {
  const local = localOf(deps, from);
  return from <= deps.clock.now()
    ? deps.cards.say('away-from-now', { until: untilWords(deps, until) })
    : deps.cards.say('away-from', {
        from: deps.cards.say('away-time', { day: dayOf(local), time: timeOf(local) }),
        until: untilWords(deps, until),
      });
}
