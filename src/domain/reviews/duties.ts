import type { PersonId, SiteId } from '../ids.ts';
import { type Directory, holders, type Person } from '../people/directory.ts';
import type { Duty } from '../policy/duty.ts';
import type { Role } from '../policy/facts.ts';
import type { Policy } from '../policy/pack.ts';

/** A duty of the calendar. The policy's own review is one: it is started before it is done, and one for all sites. */
export interface Recurring extends Duty {
  readonly isReview: boolean;
}

/** A review takes weeks: its owner hears of it this many days before. */
const REVIEW_AHEAD = 30;

export function dutiesOf({ duties, review, title }: Policy): readonly Recurring[] {
  const own = duties.map((duty) => ({ ...duty, isReview: false }));
  if (review.due === null) return own;
  const { owner, every, due, source } = review;
  const of = { id: 'review-of-the-policy', title, owner, every, first: due, source };
  return [...own, { ...of, ahead: REVIEW_AHEAD, checklist: [], tell: [], evidence: true, isReview: true }];
}

/** Whoever holds one of these roles at one of these sites. */
export const holdersAt = (
  directory: Directory,
  sites: readonly SiteId[],
  roles: readonly Role[],
): readonly Person[] =>
  directory.people.filter((person) =>
    person.roles.some(({ role, site }) => sites.includes(site) && roles.includes(role)),
  );

/** Whose it is at a site; where nobody holds the owner's role it falls to whoever answers for safeguarding. */
function ownersAtSite(policy: Policy, directory: Directory, owner: Role, site: SiteId): readonly Person[] {
  const roles = [owner, ...policy.independent, ...policy.leads];
  return roles.map((role) => holders(directory, site, [role])).find(({ length }) => length > 0) ?? [];
}

/** Everybody who may do it, for all of these sites; what each does for themselves is nobody else's. */
export function ownersOf(
  policy: Policy,
  directory: Directory,
  { owner, each }: Pick<Duty, 'owner' | 'each'>,
  { sites, about }: { readonly sites: readonly SiteId[]; readonly about?: PersonId | undefined },
): readonly Person[] {
  if (each) return holdersAt(directory, sites, [owner]).filter(({ id }) => id === about);
  const ids = new Set(
    sites.flatMap((site) => ownersAtSite(policy, directory, owner, site).map(({ id }) => id)),
  );
  return directory.people.filter(({ id }) => ids.has(id));
}

/** Who newly came to one of these roles: person and site, as the calendar remembers them. */
export const heldNow = (
  directory: Directory,
  sites: readonly SiteId[],
  roles: readonly Role[],
): readonly { readonly person: Person; readonly site: SiteId }[] =>
  sites.flatMap((site) => holders(directory, site, roles).map((person) => ({ person, site })));
