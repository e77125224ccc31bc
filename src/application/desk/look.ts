import { type SlotData, words } from '../../cards/fill.ts';
import { homeTime, soonFrom } from '../../domain/desk/day.ts';
import {
  CANNOT_WAIT,
  DESK_GROUPS,
  type DeskDay,
  type DeskGroup,
  groupOf,
  type Waiting,
} from '../../domain/desk/waiting.ts';
import type { Instant, SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import { dutyAt } from '../../domain/people/duty.ts';
import { dayOf, instantOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { type Desk, type DeskCase, readDesk, sitesOf } from './read-desk.ts';

export interface DeskGroupShown {
  readonly group: DeskGroup;
  readonly title: string;
  readonly waiting: readonly Waiting<DeskCase>[];
}

/** One person's desk at this moment. */
export interface Look extends Desk {
  readonly sites: readonly SiteId[];
  readonly day: DeskDay;
  /** Those that have something, in order. */
  readonly groups: readonly DeskGroupShown[];
  /** How many cases are in any group, and how many cannot wait. */
  readonly waiting: number;
  readonly pressing: number;
}

export function dayFor({ policy, organisation, clock, calendar }: Deps, person: Person): DeskDay {
  const now = clock.now();
  return {
    viewer: person.id,
    now,
    began: instantOf(dayOf(now, organisation.timezone).toZonedDateTime(organisation.timezone).toInstant()),
    home: homeTime(now, calendar),
    soon: soonFrom(now, calendar),
    elsewhere: organisation.record === 'elsewhere',
    keepsRegister: (site) => rolesAt(person, site).some((role) => policy.leads.includes(role)),
  };
}

export const titleOf = ({ cards, organisation }: Deps, group: DeskGroup): string =>
  cards.say(`desk-${group}`, { system: organisation.system ?? cards.say('copy-reader') });

const casesIn = (groups: readonly DeskGroupShown[]): number =>
  new Set(groups.flatMap(({ waiting }) => waiting.map(({ case: { id } }) => id))).size;

/** What is over is left out, unless it is new since `before`. Undefined: this person has no desk. */
export async function lookAtDesk(
  deps: Deps,
  directory: Directory,
  person: Person,
  before?: Instant,
): Promise<Look | undefined> {
  const sites = sitesOf(deps, person);
  if (sites.length === 0) return undefined;
  const desk = await readDesk(
    deps,
    directory,
    person,
    sites,
    ({ isOver, reportedAt }) => !isOver || (before !== undefined && reportedAt > before),
  );
  const day = dayFor(deps, person);
  const groups = DESK_GROUPS.map((group) => ({
    group,
    title: titleOf(deps, group),
    waiting: groupOf(group, desk.cases, day),
  })).filter(({ waiting }) => waiting.length > 0);
  return {
    ...desk,
    sites,
    day,
    groups,
    waiting: casesIn(groups),
    pressing: casesIn(groups.filter(({ group }) => CANNOT_WAIT.includes(group))),
  };
}

/** "2 things cannot wait.", and how many wait in all. */
export function firstLine(
  { cards: { say } }: Deps,
  { waiting, pressing }: Pick<Look, 'waiting' | 'pressing'>,
): string {
  if (waiting === 0) return say('desk-nothing');
  const all = say(waiting === 1 ? 'desk-waits-one' : 'desk-waits', { n: waiting });
  if (pressing === 0) return `${say('desk-can-wait')} ${all}`;
  const first = say(pressing === 1 ? 'desk-cannot-wait-one' : 'desk-cannot-wait', { n: pressing });
  return waiting === pressing ? first : `${first} ${all}`;
}

export function damagedLine({ cards: { say } }: Deps, { damaged }: Desk): string | undefined {
  if (damaged === 0) return undefined;
  return damaged === 1 ? say('desk-damaged-one') : say('desk-damaged', { n: damaged });
}

/** Who is on duty now, at each of these sites that is open. */
export const dutySlots = (deps: Deps, directory: Directory, sites: readonly SiteId[]): readonly SlotData[] =>
  deps.organisation.sites
    .filter(({ id }) => sites.includes(id))
    .flatMap(({ id, name }) => {
      const { half, people } = dutyAt(directory, id, deps.clock.now(), deps.calendar, deps.policy.leads);
      if (half === undefined) return [];
      const names = people.map((person) => person.name).join(', ');
      return [{ site: `${name}: `, who: words(names === '' ? deps.cards.say('desk-nobody') : names) }];
    });
