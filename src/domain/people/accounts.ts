import { z } from 'zod';
import { PersonId } from '../ids.ts';
import type { Policy } from '../policy/pack.ts';
import { type Directory, holders, type Person } from './directory.ts';
import { directoryOn, isHereOn } from './here.ts';

/** An account of a platform, as its own list has it. */
export interface Account {
  readonly id: string;
  /** Addresses by which it may be somebody's, in small letters. */
  readonly emails: readonly string[];
  readonly isOpen: boolean;
}

const Platform = z.enum(['teams', 'slack']);
type Platform = z.infer<typeof Platform>;

/** What the lists of accounts say of the people here: only what is to be changed, whatever the length of the lists. */
export const FoundAccounts = z.strictObject({
  fills: z.array(z.strictObject({ person: PersonId, platform: Platform, account: z.string() })),
  closed: z.array(z.strictObject({ person: PersonId, platform: Platform })),
  /** Accounts read. */
  seen: z.int(),
  /** Of nobody who is listed: counted, and never added. */
  unlisted: z.int(),
  /** Their address has another account than their line in people.csv: left as it is. */
  differs: z.int(),
});
export type FoundAccounts = z.infer<typeof FoundAccounts>;

export const NOTHING_FOUND: FoundAccounts = { fills: [], closed: [], seen: 0, unlisted: 0, differs: 0 };

interface Known {
  readonly byEmail: ReadonlyMap<string, Person>;
  readonly byAccount: ReadonlyMap<string, Person>;
}

/** Entra writes ids in small letters, people copy them in any. */
const keyOf = (platform: Platform, id: string): string =>
  `${platform}|${platform === 'teams' ? id.toLowerCase() : id}`;

const known = new WeakMap<readonly Person[], Known>();

function knownOf(people: readonly Person[]): Known {
  const before = known.get(people);
  if (before !== undefined) return before;
  const byEmail = new Map<string, Person>();
  const byAccount = new Map<string, Person>();
  for (const person of people) {
    if (person.email !== undefined) byEmail.set(person.email, person);
    for (const platform of Platform.options) {
      const id = person[platform];
      if (id !== undefined) byAccount.set(keyOf(platform, id), person);
    }
  }
  const made = { byEmail, byAccount };
  known.set(people, made);
  return made;
}

/** One more page of one platform's list. */
export function noteAccounts(
  found: FoundAccounts,
  { people }: Pick<Directory, 'people'>,
  platform: Platform,
  accounts: readonly Account[],
): FoundAccounts {
  const { byEmail, byAccount } = knownOf(people);
  const next = { ...found, fills: [...found.fills], closed: [...found.closed] };
  const filled = new Set(next.fills.filter((each) => each.platform === platform).map(({ person }) => person));
  for (const { id, emails, isOpen } of accounts) {
    next.seen += 1;
    const owner = byAccount.get(keyOf(platform, id));
    const named = emails.map((email) => byEmail.get(email)).find((person) => person !== undefined);
    const person = owner ?? named;
    if (person === undefined) next.unlisted += 1;
    else if (!isOpen) {
      if (owner !== undefined || person[platform] === undefined)
        next.closed.push({ person: person.id, platform });
    } else if (owner === undefined) {
      if (person[platform] !== undefined || filled.has(person.id)) next.differs += 1;
      else {
        filled.add(person.id);
        next.fills.push({ person: person.id, platform, account: id });
      }
    }
  }
  return next;
}

/** More leavers at once than this are a list that was not read well, or a tenant that is moving. */
const MOST_LEAVERS = { share: 0.2, few: 3 } as const;

export interface SyncedPeople {
  /** Everybody as they would be listed: with the accounts found, and without whoever leaves. */
  readonly listed: readonly Person[];
  readonly filled: readonly PersonId[];
  readonly leaves: readonly PersonId[];
  /** Their account is closed, and nobody else has a role that the policy needs: they stay until somebody does. */
  readonly stays: readonly PersonId[];
  /** True: so many would leave that nothing of it is done. */
  readonly isRefused: boolean;
}

/** As the list would have to read for nothing to change: with what waits, and without what is only kept. */
function asListed({ people, waiting = [], kept = [] }: Directory): readonly Person[] {
  const isKept = (person: Person, { role, site }: Person['roles'][number]) =>
    kept.some((each) => each.person === person.id && each.role === role && each.site === site);
  return people
    .filter(({ id }) => !kept.some((each) => each.person === id && each.leaves === true))
    .map((person) => {
      const asked = waiting.filter((ask) => ask.person === person.id);
      if (asked.length === 0 && !kept.some((each) => each.person === person.id)) return person;
      const waits = asked.flatMap(({ site, roles }) => roles.map((role) => ({ role, site })));
      return { ...person, roles: [...person.roles.filter((each) => !isKept(person, each)), ...waits] };
    });
}

/** Whether somebody else who stays has each role of this person that the policy cannot do without. */
function isSpared(
  { roles }: Pick<Policy, 'roles'>,
  here: Directory,
  person: Person,
  leaves: ReadonlySet<string>,
): boolean {
  return person.roles
    .filter(({ role }) => roles[role]?.unbound === 'refuse')
    .every(({ role, site }) => holders(here, site, [role]).some(({ id }) => !leaves.has(id)));
}

/** What the accounts mean for the people: whoever has no open account left on the platforms that were read has left. */
export function syncedPeople(
  policy: Pick<Policy, 'roles'>,
  stored: Directory,
  { fills, closed }: FoundAccounts,
  read: readonly Platform[],
  today: string,
): SyncedPeople {
  const accounts = new Map(
    fills.map(({ person, platform, account }) => [`${platform}|${person}`, account] as const),
  );
  const shut = new Set(closed.map(({ person, platform }) => `${platform}|${person}`));
  const has = (person: Person, platform: Platform): boolean =>
    person[platform] !== undefined || accounts.has(`${platform}|${person.id}`);
  const isShut = (person: Person): boolean =>
    read.some((platform) => shut.has(`${platform}|${person.id}`)) &&
    read.every((platform) => !has(person, platform) || shut.has(`${platform}|${person.id}`));
  const here = directoryOn(stored, today);
  const gone = here.people.filter(isShut);
  const ids = new Set<string>(gone.map(({ id }) => id));
  const leaves = gone.filter((person) => isSpared(policy, here, person, ids)).map(({ id }) => id);
  const leaving = new Set<string>(leaves);
  const isFilled = (person: Person): boolean =>
    isHereOn({ left: person.left }, today) &&
    read.some((platform) => accounts.has(`${platform}|${person.id}`)) &&
    !leaving.has(person.id);
  const listed = asListed(stored)
    .filter(({ id }) => !leaving.has(id))
    .map((person) => {
      if (!isFilled(person)) return person;
      const { teams = accounts.get(`teams|${person.id}`), slack = accounts.get(`slack|${person.id}`) } =
        person;
      return { ...person, ...(teams !== undefined && { teams }), ...(slack !== undefined && { slack }) };
    });
  return {
    listed,
    filled: stored.people.filter(isFilled).map(({ id }) => id),
    leaves,
    stays: gone.filter(({ id }) => !leaving.has(id)).map(({ id }) => id),
    isRefused: leaves.length > MOST_LEAVERS.few && leaves.length > here.people.length * MOST_LEAVERS.share,
  };
}
