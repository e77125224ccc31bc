import type { Instant, SiteId } from '../ids.ts';
import { type Person, rolesAt } from '../people/directory.ts';
import type { Role } from '../policy/facts.ts';
import type { Policy } from '../policy/pack.ts';
import {
  addWorkingDays,
  type Calendar,
  dayOf,
  endOfDay,
  hoursOn,
  instantOf,
  later,
} from '../time/working-time.ts';

/** Meetings of today and of so many working days after it. */
const DAYS_AHEAD = 2;

/** When people go home today, on short days too. On a day that is closed, and after it, `at` itself. */
export function homeTime(at: Instant, calendar: Calendar): Instant {
  const hours = hoursOn(dayOf(at, calendar.timezone), calendar);
  const home = hours === undefined ? at : instantOf(hours.closes.toInstant());
  return home > at ? home : at;
}

/** The end of the last day whose meetings are shown today. */
export function soonFrom(at: Instant, calendar: Calendar): Instant {
  const last = dayOf(addWorkingDays(at, DAYS_AHEAD, calendar), calendar.timezone).toString();
  return later(endOfDay(last, calendar.timezone), { milliseconds: -1 });
}

/** Roles that may come to work on a case: leads, and whoever a route or a conflict leads to. */
export const deskRoles = ({
  leads,
  routes,
  independent,
}: Pick<Policy, 'leads' | 'routes' | 'independent'>): ReadonlySet<Role> =>
  new Set([...leads, ...routes.flatMap(({ rungs }) => rungs.flat()), ...independent]);

/** Where this person has a desk. */
export const deskSites = (
  policy: Pick<Policy, 'leads' | 'routes' | 'independent'>,
  sites: readonly SiteId[],
  person: Person,
): readonly SiteId[] => {
  const roles = deskRoles(policy);
  return sites.filter((site) => rolesAt(person, site).some((role) => roles.has(role)));
};
