import type { LadderClock } from '../../src/domain/case/ladder-clock.ts';
import type { Plan, PlannedStep } from '../../src/domain/case/plan.ts';
import type { Report } from '../../src/domain/case/report.ts';
import { Instant, PersonId, SiteId, StepId } from '../../src/domain/ids.ts';
import type { Directory, Person } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import type { Calendar } from '../../src/domain/time/working-time.ts';

/** Every moment of these tests is so many minutes after Monday 23 November 2026, 09:00 in London. */
export const minute = (n: number): Instant =>
  Instant.parse(new Date(Date.UTC(2026, 10, 23, 9, 0) + n * 60_000).toISOString());

export const CALENDAR: Calendar = {
  timezone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '16:00',
  closures: [],
};

export const person = (id: string): PersonId => PersonId.parse(id);
export const step = (id: string): StepId => StepId.parse(id);
export const SITE = SiteId.parse('main');
export const ELSEWHERE = SiteId.parse('elsewhere');

/** Iris leads safeguarding, Omar is her deputy; Wren is a senior leader, Hale the head, Marlow chairs the governors. */
export const IRIS = person('p-iris');
export const OMAR = person('p-omar');
export const WREN = person('p-wren');
export const HALE = person('p-hale');
export const MARLOW = person('p-marlow');
/** Pippa teaches, and is the one who reports. */
export const PIPPA = person('p-pippa');

export const personWith = (id: PersonId, roles: readonly Role[], site = SITE): Person => ({
  id,
  name: `Invented ${id}`,
  roles: roles.map((role) => ({ role, site })),
});
export const directoryOf = (...people: readonly Person[]): Directory => ({ people: [...people] });

export const SCHOOL = directoryOf(
  personWith(IRIS, ['dsl']),
  personWith(OMAR, ['deputy']),
  personWith(WREN, ['senior-leader']),
  personWith(HALE, ['headteacher']),
  personWith(MARLOW, ['chair-of-governors']),
  personWith(PIPPA, ['staff']),
);

const ACCOUNT: Report['account'] = {
  seen: 'A bruise on the left arm.',
  childWords: '',
  heard: 'saw',
  toldBy: '',
  said: '',
  seemed: '',
  when: 'about',
  date: '2026-11-23',
  time: '',
  whenNote: '',
  where: 'Playground',
  wants: '',
  opinion: '',
  done: '',
  toldLead: 'no',
  places: '',
  mark: '',
  page: '',
  device: '',
};

export const childOf = (name: string): Report['children'][number] => ({
  name,
  knownAs: '',
  year: '4',
  description: '',
  part: 'harmed',
});

export const reportOf = (parts: Partial<Report> = {}): Report => ({
  danger: 'no',
  where: '',
  callback: '',
  children: [childOf('Robin Example')],
  adult: 'no',
  adults: [],
  harms: ['mark'],
  account: ACCOUNT,
  connected: [],
  mayInvolveLead: false,
  ...parts,
});

/** A step of a plan: what must be done, unless it says otherwise. */
export const stepOf = (
  id: string,
  kind: PlannedStep['kind'],
  parts: Partial<PlannedStep> = {},
): PlannedStep => ({
  id: step(id),
  procedure: 'Invented procedure',
  kind,
  text: `Step ${id}`,
  modality: 'must',
  why: '4.2',
  after: [],
  ...(kind === 'approve' && { by: ['headteacher'], reason: 'on-decline' }),
  ...(kind === 'refer' && { agency: 'police' }),
  ...(kind === 'decide' && { about: 'other' }),
  ...parts,
});

export const routeOf = (parts: Partial<Plan['route']> = {}): Plan['route'] => ({
  id: 'about-a-child',
  why: '3.1',
  about: 'child',
  rungs: [['dsl'], ['deputy'], ['senior-leader']],
  channel: false,
  exclude: [],
  outside: ['social-care', 'police'],
  ...parts,
});

/** Unopened for 30 minutes, unowned for 60, undecided for 240: then the next rung. */
export const planOf = (parts: Partial<Plan> = {}): Plan => ({
  policy: { id: 'oak-lane', version: 1, title: 'Oak Lane School safeguarding policy' },
  urgency: 'today',
  route: routeOf(),
  procedures: [],
  steps: [],
  guards: [],
  requests: [],
  clocks: { rung: 'PT30M', opened: 'PT60M', decision: 'PT4H' },
  leads: ['dsl', 'deputy'],
  independent: ['headteacher', 'chair-of-governors'],
  oversight: ['chair-of-governors'],
  ...parts,
});

export const waits = (waitsFor: LadderClock['waitsFor'], n: number): LadderClock => ({
  waitsFor,
  at: minute(n),
});
