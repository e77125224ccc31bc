import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
import { Role } from '../policy/facts.ts';

/** A role at a site. */
export const RoleAt = z.strictObject({ role: Role, site: SiteId });
export type RoleAt = z.infer<typeof RoleAt>;

/** One person of the organisation. `roles` are per site; `*` in the file is spelled out on import. */
export const Person = z.strictObject({
  id: PersonId,
  name: z.string().min(1),
  /** By which an account on a platform, or a line of people.csv without an id, is known to be theirs. Small letters. */
  email: z.email().optional(),
  /** Accounts by which the platforms vouch for this person. */
  teams: z.string().min(1).optional(),
  slack: z.string().min(1).optional(),
  /** Empty: everything that they are to have waits for a second person. */
  roles: z.array(RoleAt),
  manager: PersonId.optional(),
  /** Last safeguarding refresher, as a day. */
  trained: z.iso.date().optional(),
  /** First day here: nothing is open to them, and nothing is sent, before it. */
  started: z.iso.date().optional(),
  /** The first day on which they are no longer here. */
  left: z.iso.date().optional(),
});
export type Person = z.infer<typeof Person>;

/** Somebody who left: named in what was written, and in no list, route or count. */
export const Former = z.strictObject({
  id: PersonId,
  name: z.string().min(1),
  left: z.iso.date(),
  /** Where they worked: only who leads there is told that they left. */
  sites: z.array(SiteId).optional(),
});
export type Former = z.infer<typeof Former>;

/** Roles that would open more to somebody: a second person says yes first. */
export const Waiting = z.strictObject({
  person: PersonId,
  site: SiteId,
  roles: z.array(Role).min(1),
  /** Who ran the import. */
  by: PersonId,
  since: Instant,
});
export type Waiting = z.infer<typeof Waiting>;

/** A role that ends when somebody else holds it, so that it is never nobody's. `leaves`: then they are gone. */
export const Kept = z.strictObject({ ...RoleAt.shape, person: PersonId, leaves: z.literal(true).optional() });
export type Kept = z.infer<typeof Kept>;

/** Who gained and lost what at a site, at one moment. */
export const RoleNews = z.strictObject({
  at: Instant,
  site: SiteId,
  /** Who imported, or who said yes; absent: a day that came, or an account that was closed. */
  by: PersonId.optional(),
  changes: z
    .array(
      z.strictObject({
        person: PersonId,
        gained: z.array(Role),
        lost: z.array(Role),
        /** They have a new account on Teams or Slack. */
        account: z.literal(true).optional(),
      }),
    )
    .min(1),
});
export type RoleNews = z.infer<typeof RoleNews>;

/** What became of roles that waited. */
export const Answered = z.strictObject({
  ask: Waiting,
  answer: z.enum(['given', 'refused', 'withdrawn']),
  by: PersonId.optional(),
  at: Instant,
});
export type Answered = z.infer<typeof Answered>;

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
  former: z.array(Former).optional(),
  waiting: z.array(Waiting).optional(),
  kept: z.array(Kept).optional(),
  /** Not yet in records of their own, from which it is told: emptied when the directory wakes. */
  news: z.array(RoleNews).optional(),
  answered: z.array(Answered).optional(),
  /** The day up to which first and last days were seen to. */
  settled: z.iso.date().optional(),
  /** The next such day, for which it has a wake-up. */
  turns: z.iso.date().optional(),
  /** Kept through an import of people. */
  absences: z.array(Absence).optional(),
  rota: z.array(Turn).optional(),
  /** Who is away at this moment: worked out when the directory is read, never stored. */
  away: z.array(PersonId).optional(),
});
export type Directory = z.infer<typeof Directory>;

interface Index {
  readonly byId: ReadonlyMap<string, Person>;
  /** "slack|U000000010" */
  readonly byAccount: ReadonlyMap<string, Person>;
  /** "site|role" → positions in the directory. */
  readonly byRole: ReadonlyMap<string, readonly number[]>;
}

/** Made once for each version of the people: every press asks, and a trust can have a hundred thousand. */
const indexes = new WeakMap<readonly Person[], Index>();

function indexOf(people: readonly Person[]): Index {
  const known = indexes.get(people);
  if (known !== undefined) return known;
  const byId = new Map<string, Person>();
  const byAccount = new Map<string, Person>();
  const byRole = new Map<string, number[]>();
  const first = (map: Map<string, Person>, key: string, person: Person) =>
    map.has(key) ? undefined : map.set(key, person);
  for (const [n, person] of people.entries()) {
    first(byId, person.id, person);
    if (person.teams !== undefined) first(byAccount, `teams|${person.teams}`, person);
    if (person.slack !== undefined) first(byAccount, `slack|${person.slack}`, person);
    for (const key of new Set(person.roles.map(({ role, site }) => `${site}|${role}`)))
      (byRole.get(key) ?? byRole.set(key, []).get(key))?.push(n);
  }
  const made = { byId, byAccount, byRole };
  indexes.set(people, made);
  return made;
}

export const personById = ({ people }: Pick<Directory, 'people'>, id: PersonId): Person | undefined =>
  indexOf(people).byId.get(id);

/** Also of somebody who left: for what was written while they were here, and for nothing else. */
export const nameById = (directory: Directory, id: PersonId): string | undefined =>
  (personById(directory, id) ?? directory.former?.find((each) => each.id === id))?.name;

export const personByAccount = (
  { people }: Directory,
  platform: 'teams' | 'slack',
  account: string,
): Person | undefined => indexOf(people).byAccount.get(`${platform}|${account}`);

export const rolesAt = (person: Person, site: SiteId): readonly Role[] =>
  person.roles.filter((each) => each.site === site).map((each) => each.role);

/** Everyone who holds one of these roles at the site, in the directory's order. */
export function holders(
  { people }: Pick<Directory, 'people'>,
  site: SiteId,
  roles: readonly Role[],
): readonly Person[] {
  const { byRole } = indexOf(people);
  const found = new Set(roles.flatMap((role) => byRole.get(`${site}|${role}`) ?? []));
  return [...found]
    .sort((a, b) => a - b)
    .map((n) => people[n])
    .filter((person) => person !== undefined);
}

export const sitesOf = (person: Person): readonly SiteId[] => [
  ...new Set(person.roles.map((each) => each.site)),
];
