import type { SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, personById, rolesAt } from '../../domain/people/directory.ts';
import { type Overview, overviewOf } from '../../domain/people/overview.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import type { Role } from '../../domain/policy/facts.ts';
import type { Training } from '../../domain/policy/training.ts';
import { addDays } from '../../domain/reviews/cycle.ts';
import type { Deps } from '../deps.ts';
import { requiredOf } from '../people/required.ts';
import { listPeople, todayOf } from '../people/store.ts';

/** How far back "before" is. */
const EARLIER_DAYS = 30;

const sitesWith = ({ organisation }: Deps, person: Person, roles: readonly Role[]): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => roles.includes(role)));

/** Sites where this person sees who is late, reminds them and checks what they say: leads, and whoever they answer to. */
export const sitesKept = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(deps, person, [...deps.policy.leads, ...deps.policy.independent, 'headteacher']);

/** Sites where this person sees numbers and no names: whoever answers for the organisation. */
export const sitesCounted = (deps: Deps, person: Person): readonly SiteId[] => {
  const kept = sitesKept(deps, person);
  const roles = [...deps.policy.oversight, ...(deps.policy.board?.to ?? []), 'senior-leader'] as const;
  return sitesWith(deps, person, roles).filter((site) => !kept.includes(site));
};

/** Whether there is anything of it for this person. */
export const seesGlance = (deps: Deps, person: Person): boolean =>
  sitesKept(deps, person).length + sitesCounted(deps, person).length > 0;

/**
 * Whether this person checks what somebody said of a training: in a role that the policy names for it; where nobody who
 * sees it here has one, whoever sees it does. Never whoever said it: what the only lead said, others look at.
 */
export function mayCheck(
  deps: Deps,
  directory: Directory,
  person: Person,
  { verify = [] }: Training,
  about: Person,
): boolean {
  const kept = sitesKept(deps, person).filter((site) => rolesAt(about, site).length > 0);
  const named = kept.flatMap((site) =>
    holders(directory, site, verify).filter(
      (each) => each.id !== about.id && sitesKept(deps, each).includes(site),
    ),
  );
  return (
    person.id !== about.id &&
    kept.length > 0 &&
    (named.length === 0 || named.some(({ id }) => id === person.id))
  );
}

/** Everybody's record at these sites, of whoever still works there. */
export async function heldAt(
  deps: Deps,
  directory: Directory,
  sites: readonly SiteId[],
): Promise<readonly { readonly person: Person; readonly record: PersonRecord }[]> {
  return (await listPeople(deps, sites)).flatMap((record) => {
    const person = personById(directory, record.person);
    const isHere = person?.roles.some(({ site }) => sites.includes(site)) === true;
    return person !== undefined && isHere ? [{ person, record }] : [];
  });
}

/** How everything stands at these sites. */
export async function readOverview(
  deps: Deps,
  directory: Directory,
  sites: readonly SiteId[],
): Promise<Overview> {
  const today = todayOf(deps);
  const days = { today, earlier: addDays(today, -EARLIER_DAYS) };
  return overviewOf(requiredOf(deps), await heldAt(deps, directory, sites), days);
}
