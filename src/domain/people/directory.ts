import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
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

/** Somebody is not there for a while. Until when is always said: nobody is away for ever by mistake. */
export const Absence = z.strictObject({
  person: PersonId,
  from: Instant,
  until: Instant,
  /** Who said so: themselves, or whoever leads the site. */
  by: PersonId,
});
export type Absence = z.infer<typeof Absence>;

/** Who is on duty at a site, by ISO weekday (Monday is 1) and half of the day. */
export const Turn = z.strictObject({
  site: SiteId,
  day: z.int().min(1).max(7),
  half: z.enum(['morning', 'afternoon', 'all-day']),
  person: PersonId,
});
export type Turn = z.infer<typeof Turn>;

export const Directory = z.strictObject({
  people: z.array(Person),
  /** Kept through an import of people. */
  absences: z.array(Absence).optional(),
  rota: z.array(Turn).optional(),
  /** Who is away at this moment: worked out when the directory is read, never stored. */
  away: z.array(PersonId).optional(),
});
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
