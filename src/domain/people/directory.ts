import { z } from 'zod';
import { PersonId, SiteId } from '../ids.ts';
import { Role } from '../policy/facts.ts';

/** One person of the organisation. `roles` are per site; `*` in the file is spelled out on import. */
export const Person = z.strictObject({
  id: PersonId,
  name: z.string().min(1),
  /** Accounts by which the platforms vouch for this person. */
  teams: z.string().min(1).optional(),
  slack: z.string().min(1).optional(),
  roles: z.array(z.strictObject({ role: Role, site: SiteId })).min(1),
  /** Trained to act for the safeguarding lead (the third rung). */
  manager: PersonId.optional(),
  /** Last safeguarding refresher, as a day. */
  trained: z.iso.date().optional(),
});
export type Person = z.infer<typeof Person>;

export const Directory = z.strictObject({ people: z.array(Person) });
export type Directory = z.infer<typeof Directory>;

export const personById = (directory: Directory, id: PersonId): Person | undefined =>
  directory.people.find((person) => person.id === id);

export const personByAccount = (
  directory: Directory,
  platform: 'teams' | 'slack',
  account: string,
): Person | undefined => directory.people.find((person) => person[platform] === account);

export const rolesAt = (person: Person, site: SiteId): readonly Role[] =>
  person.roles.filter((each) => each.site === site).map((each) => each.role);

/** Everyone who holds one of these roles at the site, in the directory's order. */
export const holders = (directory: Directory, site: SiteId, roles: readonly Role[]): readonly Person[] =>
  directory.people.filter((person) =>
    person.roles.some((each) => each.site === site && roles.includes(each.role)),
  );

export const sitesOf = (person: Person): readonly SiteId[] => [
  ...new Set(person.roles.map((each) => each.site)),
];
