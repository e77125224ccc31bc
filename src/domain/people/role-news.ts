import type { Instant, PersonId, SiteId } from '../ids.ts';
import type { Policy } from '../policy/pack.ts';
import { type Person, type RoleNews, rolesAt, sitesOf } from './directory.ts';
import { widens } from './widens.ts';

type Change = RoleNews['changes'][number];

const holdsMore = (policy: Policy, { roles }: Person): boolean =>
  roles.some(({ role }) => widens(policy, role));

/** Another account, or a first one: whoever has it is taken for this person. */
const isOther = (was: Person, is: Person): boolean =>
  (is.teams !== undefined && was.teams !== is.teams) || (is.slack !== undefined && was.slack !== is.slack);

/** Nothing is news of somebody who came or went and never had more than everybody has. */
function changeAt(policy: Policy, site: SiteId, was?: Person, is?: Person): Change | undefined {
  const person = is ?? was;
  if (person === undefined || ((was === undefined || is === undefined) && !holdsMore(policy, person)))
    return undefined;
  const before = was === undefined ? [] : rolesAt(was, site);
  const after = is === undefined ? [] : rolesAt(is, site);
  const gained = after.filter((role) => !before.includes(role));
  const lost = before.filter((role) => !after.includes(role));
  const account =
    was !== undefined && is !== undefined && after.some((role) => widens(policy, role)) && isOther(was, is);
  if (gained.length + lost.length === 0 && !account) return undefined;
  return { person: person.id, gained: [...gained], lost: [...lost], ...(account && { account: true }) };
}

/** What two versions of the people mean for each site. */
export function newsBetween(
  policy: Policy,
  before: readonly Person[],
  after: readonly Person[],
  { at, by }: { readonly at: Instant; readonly by?: PersonId | undefined },
): readonly RoleNews[] {
  const was = new Map(before.map((person) => [person.id, person]));
  const is = new Map(after.map((person) => [person.id, person]));
  const found = new Map<SiteId, Change[]>();
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(id), is.get(id)];
    if (one === other) continue;
    const sites = new Set([
      ...(one === undefined ? [] : sitesOf(one)),
      ...(other === undefined ? [] : sitesOf(other)),
    ]);
    for (const site of sites) {
      const change = changeAt(policy, site, one, other);
      if (change !== undefined) (found.get(site) ?? found.set(site, []).get(site))?.push(change);
    }
  }
  return [...found].map(([site, changes]) => ({ at, site, changes, ...(by !== undefined && { by }) }));
}

/** Whether the others who safeguard must hear of it: of a role that opens more, or of another account for one. */
export const isAnnounced = (policy: Policy, { gained, lost, account }: Change): boolean =>
  account === true || [...gained, ...lost].some((role) => widens(policy, role));
