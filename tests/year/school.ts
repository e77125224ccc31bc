import { PersonId, SiteId } from '../../src/domain/ids.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { Directory, Person } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import { hoursOn } from '../../src/domain/time/working-time.ts';

/** The school year of the invented organisation: first and last day. */
export const YEAR = { first: '2026-09-01', last: '2027-08-31' } as const;
export const ZONE = 'Europe/London';

/** When it is closed, as a governing board publishes it in the spring before. */
const CLOSURES = [
  ['2026-10-26', '2026-10-30'],
  ['2026-12-21', '2027-01-01'],
  ['2027-02-15', '2027-02-19'],
  ['2027-03-26', '2027-04-09'],
  ['2027-05-03', '2027-05-03'],
  ['2027-05-31', '2027-06-04'],
  ['2027-07-26', '2027-08-31'],
] as const;

/** The two invented primary schools, with the closures of a whole year. */
export const inThisYear = (sample: Organisation): Organisation => ({
  ...sample,
  closures: CLOSURES.map(([from, to]) => ({ from, to })),
  halfDays: [
    { date: '2026-12-18', to: '13:30' },
    { date: '2027-07-23', to: '13:30' },
  ],
});

const CALENDAR = { timezone: ZONE, days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' } as const;

/** Whether people are at work at this moment: said here anew, and not asked of the bot. */
export function closedBecause(at: string): 'weekend' | 'holiday' | 'out-of-hours' | undefined {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(ZONE);
  const day = local.toPlainDate().toString();
  if (local.dayOfWeek > 5) return 'weekend';
  if (CLOSURES.some(([from, to]) => from <= day && day <= to)) return 'holiday';
  const time = local.toPlainTime().toString().slice(0, 5);
  return time < '08:00' || time >= '17:00' ? 'out-of-hours' : undefined;
}

export const isOpenOn = (day: string): boolean =>
  hoursOn(Temporal.PlainDate.from(day), {
    ...CALENDAR,
    days: [...CALENDAR.days],
    closures: CLOSURES.map(([from, to]) => ({ from, to })),
  }) !== undefined;

/** This day, or the next on which people are at work. */
export function workingDay(day: string): string {
  let date = Temporal.PlainDate.from(day);
  while (!isOpenOn(date.toString())) date = date.add({ days: 1 });
  return date.toString();
}

const BOTH = ['fernhill', 'brook'] as const;
type Site = (typeof BOTH)[number];
const ONE: Readonly<Record<Site, readonly Site[]>> = { fernhill: ['fernhill'], brook: ['brook'] };

/** "p-07": what a person is called in the calendar. */
export const personOf = (n: number): string => `p-${String(n).padStart(2, '0')}`;

interface Line {
  readonly roles: readonly Role[];
  readonly sites: readonly Site[];
  readonly manager?: number;
  readonly trained?: string;
  readonly started?: string;
  readonly left?: string;
}
const leads: readonly Line[] = [
  { roles: ['dsl', 'staff'], sites: BOTH, manager: 4 },
  { roles: ['deputy', 'staff'], sites: ONE.fernhill, manager: 4 },
  { roles: ['deputy', 'staff'], sites: ONE.brook, manager: 5 },
  { roles: ['headteacher', 'staff'], sites: ONE.fernhill, manager: 6 },
  { roles: ['headteacher', 'staff'], sites: ONE.brook, manager: 6 },
];
const governors: readonly Line[] = [
  { roles: ['chair-of-governors'], sites: BOTH, trained: '2025-11-20' },
  { roles: ['safeguarding-governor'], sites: BOTH, manager: 6, trained: '2025-11-20' },
  // A year after this is a Sunday, and the last day of a February.
  { roles: ['governor'], sites: BOTH, manager: 6, trained: '2026-02-28' },
  { roles: ['governor'], sites: BOTH, manager: 6, trained: '2025-11-20' },
];
const offices: readonly Line[] = [
  { roles: ['it-lead', 'staff'], sites: BOTH, manager: 4 },
  { roles: ['office', 'staff'], sites: ONE.fernhill, manager: 4 },
  { roles: ['office', 'staff'], sites: ONE.brook, manager: 5 },
  { roles: ['senior-leader', 'staff'], sites: ONE.fernhill, manager: 4 },
  { roles: ['senior-leader', 'staff'], sites: ONE.brook, manager: 5 },
  { roles: ['complaints-lead', 'staff'], sites: ONE.fernhill, manager: 4 },
  { roles: ['authorised-searcher', 'staff'], sites: BOTH, manager: 5 },
];
const inTurn = (n: number): readonly Site[] => (n % 2 === 0 ? ONE.fernhill : ONE.brook);
const many = (count: number, line: (n: number) => Line): readonly Line[] =>
  Array.from({ length: count }, (_, n) => line(n));

export const JOINED = { staff: '2026-11-02', volunteer: '2027-01-06' } as const;
/** The first day without somebody who gave notice. */
export const LEFT_ON = '2026-10-16';
/** The afternoon on which somebody is off the list. */
export const REMOVED_ON = '2026-11-16';

const LINES: readonly Line[] = [
  ...[...leads, ...governors, ...offices],
  // Line managers are the senior leaders of the site.
  ...many(30, (n) => ({ roles: ['staff'], sites: inTurn(n), manager: n % 2 === 0 ? 13 : 14 })),
  ...many(6, (n) => ({ roles: ['volunteer'], sites: inTurn(n), manager: n % 2 === 0 ? 11 : 12 })),
  ...many(4, (n) => ({ roles: ['contractor'], sites: inTurn(n), manager: 10 })),
  { roles: ['staff'], sites: ONE.fernhill, manager: 13, started: JOINED.staff },
  { roles: ['volunteer'], sites: ONE.brook, manager: 12, started: JOINED.volunteer },
  // One gave notice; the other is off the list from one day to the next.
  { roles: ['staff'], sites: ONE.fernhill, manager: 13, left: LEFT_ON },
  { roles: ['staff'], sites: ONE.brook, manager: 14 },
];

/** Who has no account on either platform. */
export const UNREACHED: readonly string[] = [46, 52, 56].map(personOf);
export const JOINERS = { staff: personOf(57), volunteer: personOf(58) } as const;
export const LEAVERS = { noticed: personOf(59), removed: personOf(60) } as const;

export const platformOf = (id: string): 'teams' | 'slack' | undefined =>
  UNREACHED.includes(id) ? undefined : Number(id.slice(2)) % 2 === 0 ? 'teams' : 'slack';

const FIRST = ['Alder', 'Briar', 'Clover', 'Damson', 'Elder', 'Fennel'];
const LAST = ['Ashby', 'Birch', 'Carr', 'Dell', 'Eaves', 'Field', 'Glen', 'Heath', 'Ings', 'Knoll'];

export const slackOf = (id: string): string => `U0000009${id.slice(2)}`;

function person({ roles, sites, manager, ...days }: Line, index: number): Person {
  const id = personOf(index + 1);
  const platform = platformOf(id);
  const isStaff = roles.some((role) => role === 'staff' || role === 'volunteer');
  const isNew = days.started !== undefined;
  return {
    id: PersonId.parse(id),
    name: `${FIRST[index % 6]} ${LAST[Math.floor(index / 6)]}`,
    email: `${id}@example.org`,
    ...(platform === 'teams' && { teams: `00000000-0000-0000-0000-0000000004${id.slice(2)}` }),
    ...(platform === 'slack' && { slack: slackOf(id) }),
    roles: sites.flatMap((site) => roles.map((role) => ({ role, site: SiteId.parse(site) }))),
    ...(manager !== undefined && { manager: PersonId.parse(personOf(manager)) }),
    started: '2019-09-01',
    ...(isStaff && !isNew && { trained: '2025-09-03' }),
    ...days,
  };
}

/** Sixty people, as people.csv has them on 1 September 2026. */
export const PEOPLE: Directory = { people: LINES.map(person) };

const known = new Map(PEOPLE.people.map((each) => [String(each.id), each]));
export function listedAs(id: string): Person {
  const found = known.get(id);
  if (found === undefined) throw new Error(`Nobody is called ${id}`);
  return found;
}

/** The first day on which somebody is here, and the first on which they are gone. */
export const hereFrom = (id: string): string => known.get(id)?.started ?? YEAR.first;
export const hereUntil = (id: string): string =>
  known.get(id)?.left ?? (id === LEAVERS.removed ? dayAfter(REMOVED_ON) : '9999-12-31');
const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
