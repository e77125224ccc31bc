import type { PersonId, SiteId } from '../ids.ts';
import { type Directory, holders, type Person, personById } from '../people/directory.ts';
import type { Policy } from '../policy/pack.ts';
import { chooseRoute } from '../policy/route.ts';

/** A low-level concern as `access` wants it. */
export interface AboutAdult {
  readonly adult?: PersonId | undefined;
  readonly site: SiteId;
  readonly barred: readonly PersonId[];
}

/**
 * Who manages worries about this adult, by the policy's own routes for adults: the head, or the chair where it is about
 * the head. Only the first rung that has somebody reads what is kept; leads are on it only where the policy names them.
 * Never the adult, never whoever must learn nothing. It is asked anew each time, so a new role changes it at once.
 */
export function managersOf(
  policy: Policy,
  directory: Directory,
  { adult, site, barred }: AboutAdult,
): readonly Person[] {
  const person = adult === undefined ? undefined : personById(directory, adult);
  const roles = person === undefined ? ['not-listed'] : person.roles.map(({ role }) => role);
  const route = chooseRoute(policy, { adult: ['yes'], 'adult-role': [...new Set(roles)] });
  const out = new Set([
    ...(adult === undefined ? [] : [adult]),
    ...barred,
    ...holders(directory, site, route.exclude ?? []).map(({ id }) => id),
  ]);
  const rungs = [...route.rungs, ...policy.independent.map((role) => [role])];
  return (
    rungs
      .map((rung) => holders(directory, site, rung).filter(({ id }) => !out.has(id)))
      .find((people) => people.length > 0) ?? []
  );
}

/** Whether this person may read it. Deny wins, and says nothing. */
export const mayReadLowLevel = (
  policy: Policy,
  directory: Directory,
  viewer: Person,
  concern: AboutAdult,
): boolean => managersOf(policy, directory, concern).some(({ id }) => id === viewer.id);
