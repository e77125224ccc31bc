import type { Instant, PersonId, SiteId } from '../ids.ts';
import type { Role } from '../policy/facts.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type Calendar, dayOf, endOfDay, hoursOn, instantOf, later } from '../time/working-time.ts';
import {
  type Absence,
  type Directory,
  holders,
  type Person,
  personById,
  rolesAt,
  type Turn,
} from './directory.ts';

export type Half = 'morning' | 'afternoon';

/** Where the afternoon begins, for turns and for half a day away. */
const NOON = '12:00';

/** Absences of this moment. */
export const awayAt = (absences: readonly Absence[], at: Instant): readonly PersonId[] => [
  ...new Set(absences.filter(({ from, until }) => from <= at && at < until).map(({ person }) => person)),
];

/** The directory with who is away at this moment. */
export function directoryAt(directory: Directory, at: Instant): Directory {
  const away = awayAt(directory.absences ?? [], at);
  if (away.length > 0) return { ...directory, away: [...away] };
  const { away: _, ...stored } = directory;
  return directory.away === undefined ? directory : stored;
}

export const isHere = ({ away = [] }: Directory, { id }: Pick<Person, 'id'>): boolean => !away.includes(id);

/** Which half of the working day this is; undefined: out of hours. */
export function halfAt(at: Instant, calendar: Calendar): Half | undefined {
  const now = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timezone);
  const hours = hoursOn(now.toPlainDate(), calendar);
  if (hours === undefined) return undefined;
  const { compare } = Temporal.ZonedDateTime;
  if (compare(now, hours.opens) < 0 || compare(now, hours.closes) >= 0) return undefined;
  return Temporal.PlainTime.compare(now.toPlainTime(), NOON) < 0 ? 'morning' : 'afternoon';
}

/** Turns that hold: of people who lead this site now. */
export const turnsAt = (directory: Directory, site: SiteId, leads: readonly Role[]): readonly Turn[] =>
  (directory.rota ?? []).filter((turn) => {
    const person = personById(directory, turn.person);
    return (
      turn.site === site && person !== undefined && rolesAt(person, site).some((role) => leads.includes(role))
    );
  });

export interface OnDuty {
  /** Absent: the site is shut now. */
  readonly half?: Half;
  /** In whose name: the rota; where it has nobody who is here, the first of the roles that has. */
  readonly by: 'rota' | 'role';
  /** Empty: everybody is away. */
  readonly people: readonly Person[];
}

/** Who is on duty at a site at this moment. `directory` is the one of the same moment; `leads` as the policy orders them. */
export function dutyAt(
  directory: Directory,
  site: SiteId,
  at: Instant,
  calendar: Calendar,
  leads: readonly Role[],
): OnDuty {
  const half = halfAt(at, calendar);
  if (half === undefined) return { by: 'role', people: [] };
  const day = dayOf(at, calendar.timezone).dayOfWeek;
  const turns = turnsAt(directory, site, leads).filter(
    (turn) => turn.day === day && (turn.half === half || turn.half === 'all-day'),
  );
  const onRota = directory.people.filter(
    (person) => isHere(directory, person) && turns.some((turn) => turn.person === person.id),
  );
  if (onRota.length > 0) return { half, by: 'rota', people: onRota };
  const byRole = leads.map((role) =>
    holders(directory, site, [role]).filter((each) => isHere(directory, each)),
  );
  return { half, by: 'role', people: byRole.find((people) => people.length > 0) ?? [] };
}

/** As somebody says it: days, and which half of them. */
export interface Spell {
  readonly from: string;
  readonly begins: 'day' | 'afternoon';
  readonly until: string;
  readonly ends: 'day' | 'morning';
}

const LONGEST = { days: 366 } as const;

/** From when until when, or why that is none. From today on means from now on. */
export function spellOf(
  { from, begins, until, ends }: Spell,
  now: Instant,
  timezone: string,
): Result<Pick<Absence, 'from' | 'until'>, 'past' | 'backwards' | 'too-long'> {
  const noon = (day: string): Instant =>
    instantOf(
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone, plainTime: NOON }).toInstant(),
    );
  const start =
    begins === 'afternoon'
      ? noon(from)
      : instantOf(Temporal.PlainDate.from(from).toZonedDateTime(timezone).toInstant());
  const end = ends === 'morning' ? noon(until) : endOfDay(until, timezone);
  if (from < dayOf(now, timezone).toString() || end <= now) return refuse('past');
  const begun = start < now ? now : start;
  if (end <= begun) return refuse('backwards');
  if (end > later(now, { hours: LONGEST.days * 24 })) return refuse('too-long');
  return ok({ from: begun, until: end });
}
