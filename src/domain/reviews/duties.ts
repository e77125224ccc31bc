import type { PersonId, SiteId } from '../ids.ts';
import { type Directory, holders, type Person } from '../people/directory.ts';
import type { Duty } from '../policy/duty.ts';
import type { Role } from '../policy/facts.ts';
import type { Policy } from '../policy/pack.ts';

/** A duty of the calendar. The policy's own review is one: it is started before it is done, and one for all sites. */
export interface Recurring extends Omit<Duty, 'first'> {
  readonly isReview: boolean;
  /** Undefined: the policy gives no day. */
  readonly first: string | undefined;
  /** The leads' channel hears that it is late. */
  readonly channel?: true | undefined;
}

/** A review takes weeks: its owner hears of it this many days before. */
const REVIEW_AHEAD = 30;
export const REVIEW_ID = 'review-of-the-policy';

export function dutiesOf({ duties, review, title }: Policy): readonly Recurring[] {
  const own = duties.map((duty) => ({ ...duty, isReview: false }));
  const { due, after: _, checklist = [], tell = [], ...rest } = review;
  const of = { ...rest, id: REVIEW_ID, title, first: due ?? undefined };
  return [...own, { ...of, ahead: REVIEW_AHEAD, checklist, tell, evidence: true, isReview: true }];
}

/** Whether the day of the next time is asked for with what was done. */
export const plansNext = ({ isReview, meeting }: Recurring): boolean => isReview || meeting !== undefined;

/** Whoever holds one of these roles at one of these sites. */
export const holdersAt = (
  directory: Directory,
  sites: readonly SiteId[],
  roles: readonly Role[],
): readonly Person[] => {
  const ids = new Set(sites.flatMap((site) => holders(directory, site, roles).map(({ id }) => id)));
  return ids.size === 0 ? [] : directory.people.filter(({ id }) => ids.has(id));
};

/** Whose it is at a site; where nobody holds the owner's role it falls to whoever answers for safeguarding. */
function ownersAtSite(policy: Policy, directory: Directory, owner: Role, site: SiteId): readonly Person[] {
  const roles = [owner, ...policy.independent, ...policy.leads];
  return roles.map((role) => holders(directory, site, [role])).find(({ length }) => length > 0) ?? [];
}

/** Everybody who may do it, for all of these sites; what each does for themselves is nobody else's. */
export function ownersOf(
  policy: Policy,
  directory: Directory,
  { owner, each, with: others = [] }: Pick<Duty, 'owner' | 'each' | 'with'>,
  { sites, about }: { readonly sites: readonly SiteId[]; readonly about?: PersonId | undefined },
): readonly Person[] {
  if (each) return holdersAt(directory, sites, [owner]).filter(({ id }) => id === about);
  const ids = new Set([
    ...sites.flatMap((site) => ownersAtSite(policy, directory, owner, site).map(({ id }) => id)),
    ...holdersAt(directory, sites, others).map(({ id }) => id),
  ]);
  return directory.people.filter(({ id }) => ids.has(id));
}

/** Who newly came to one of these roles: person and site, as the calendar remembers them. */
export const heldNow = (
  directory: Directory,
  sites: readonly SiteId[],
  roles: readonly Role[],
): readonly { readonly person: Person; readonly site: SiteId }[] =>
  sites.flatMap((site) => holders(directory, site, roles).map((person) => ({ person, site })));
