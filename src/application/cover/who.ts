import { mayWork } from '../../domain/access.ts';
import type { CaseBrief } from '../../domain/case/brief.ts';
import type { PersonId, SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, rolesAt } from '../../domain/people/directory.ts';
import { dutyAt, isHere, type OnDuty } from '../../domain/people/duty.ts';
import type { Role } from '../../domain/policy/facts.ts';
import { chooseRoute } from '../../domain/policy/route.ts';
import { sitesLed } from '../children/register.ts';
import type { Deps } from '../deps.ts';

/** Everybody whom a route can call: they may say that they are away. */
const calledRoles = ({ policy }: Deps): ReadonlySet<Role> =>
  new Set([...policy.leads, ...policy.independent, ...policy.routes.flatMap(({ rungs }) => rungs.flat())]);

/** Sites at which this person answers reports. */
export const sitesAnswered = (deps: Deps, person: Person): readonly SiteId[] => {
  const called = calledRoles(deps);
  return deps.organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => called.has(role)));
};

/** Of whom this person may say that they are away: whoever answers reports at a site that they lead. */
export function colleagues(deps: Deps, directory: Directory, person: Person): readonly Person[] {
  const led = sitesLed(deps, person);
  return directory.people.filter(
    (other) => other.id !== person.id && sitesAnswered(deps, other).some((site) => led.includes(site)),
  );
}

export const onDuty = (deps: Deps, directory: Directory, site: SiteId, at = deps.clock.now()): OnDuty =>
  dutyAt(directory, site, at, deps.calendar, deps.policy.leads);

/** Whether everybody whom an ordinary report about a child would reach is away. */
export function isUncovered(deps: Deps, directory: Directory, site: SiteId): boolean {
  const called = holders(directory, site, chooseRoute(deps.policy, {}).rungs.flat());
  return called.length > 0 && !called.some((person) => isHere(directory, person));
}

/** To whom such a case can be handed: whoever may work it, and is here. */
export const takers = (directory: Directory, brief: CaseBrief, from: PersonId): readonly Person[] =>
  directory.people.filter(
    (person) => person.id !== from && isHere(directory, person) && mayWork(person, brief, directory),
  );
