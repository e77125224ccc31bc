import type { Instant, PersonId, SiteId } from '../ids.ts';
import type { Role } from '../policy/facts.ts';
import type { Policy } from '../policy/pack.ts';
import { rolesOf } from '../policy/roles.ts';
import { approversOf } from './approvers.ts';
import type { Answered, Directory, Kept, Person, RoleAt, Waiting } from './directory.ts';
import { formerOf, hasLeft, isHereOn } from './here.ts';
import { newsBetween } from './role-news.ts';
import { widens } from './widens.ts';

export interface ImportAsked {
  readonly policy: Policy;
  readonly stored: Directory;
  /** Everybody who is listed now, with the roles that the list gives them. */
  readonly listed: readonly Person[];
  /** Who imports: somebody else says yes to what opens more. */
  readonly by?: PersonId | undefined;
  readonly at: Instant;
  readonly today: string;
}

/** Why an import is not done. */
export type ImportProblem =
  | { readonly type: 'by-missing' | 'by-unknown' }
  | { readonly type: 'nobody-to-approve'; readonly person: PersonId; readonly site: SiteId };

export interface ImportPlan {
  readonly next: Directory;
  /** What waits for a second person: also where nobody is said to import, and it cannot be done yet. */
  readonly asks: readonly Pick<Waiting, 'person' | 'site' | 'roles'>[];
  readonly problems: readonly ImportProblem[];
}

const same = (a: RoleAt, b: RoleAt): boolean => a.role === b.role && a.site === b.site;
const has = (roles: readonly RoleAt[], one: RoleAt): boolean => roles.some((each) => same(each, one));

/** Asked already in the same words: the answer is still waited for. */
const sameAsk = (a: Pick<Waiting, 'person' | 'site' | 'roles'>, b: typeof a): boolean =>
  a.person === b.person && a.site === b.site && [...a.roles].sort().join() === [...b.roles].sort().join();

/** What somebody would gain that opens more to them. */
const gains = ({ policy }: ImportAsked, was: Person | undefined, { roles }: Person): readonly RoleAt[] =>
  roles.filter((each) => widens(policy, each.role) && !has(was?.roles ?? [], each));

function waitingFor(
  { stored, by, at }: ImportAsked,
  person: PersonId,
  gained: readonly RoleAt[],
): readonly (Omit<Waiting, 'by'> & { readonly by: PersonId | undefined })[] {
  const sites = [...new Set(gained.map(({ site }) => site))];
  return sites.map((site) => {
    const roles = gained.filter((each) => each.site === site).map(({ role }) => role);
    const ask = { person, site, roles };
    return (stored.waiting ?? []).find((each) => sameAsk(each, ask)) ?? { ...ask, by, since: at };
  });
}

/** Roles that must not be nobody's while the next one to hold them waits. */
const isNeeded = ({ roles }: Policy, role: Role): boolean =>
  roles[role]?.unbound === 'refuse' || roles[role]?.single === true;

interface Keeping {
  readonly people: readonly Person[];
  readonly kept: readonly Kept[];
}

/** Whoever holds what somebody waits for, and nobody else has, holds it until then: also if they are off the list. */
function keeping(asked: ImportAsked, people: readonly Person[], waiting: readonly Waiting[]): Keeping {
  const { policy, stored, today } = asked;
  const roles = waiting.flatMap((ask) =>
    ask.roles
      .filter((role) => rolesOf(policy).includes(role) && isNeeded(policy, role))
      .map((role) => ({ role, site: ask.site })),
  );
  const open = roles.filter(
    (each, n) =>
      roles.findIndex((other) => same(other, each)) === n &&
      !people.some((one) => isHereOn(one, today) && has(one.roles, each)),
  );
  const kept: Kept[] = [];
  const listed = new Set(people.map(({ id }) => id));
  const next = new Map(people.map((person) => [person.id, person]));
  for (const { role, site } of open)
    for (const holder of stored.people.filter((each) => has(each.roles, { role, site }))) {
      const staying = next.get(holder.id);
      const { left, ...rest } = holder;
      const base = staying ?? { ...rest, ...(left !== undefined && left > today && { left }), roles: [] };
      next.set(holder.id, { ...base, roles: [...base.roles, { role, site }] });
      kept.push({ person: holder.id, role, site, ...(!listed.has(holder.id) && { leaves: true }) });
    }
  return { people: [...next.values()], kept };
}

/** What people said of themselves goes with those who stay. */
const ofThose = (people: readonly Person[]) => {
  const ids = new Set(people.map(({ id }) => id));
  return <Item extends { readonly person: PersonId }>(items: readonly Item[]): Item[] =>
    items.filter(({ person }) => ids.has(person));
};

/** Without what is empty, so that two directories that say the same are written alike. */
export function tidy(directory: Directory): Directory {
  const entries = Object.entries(directory).filter(
    ([key, value]) => key === 'people' || !Array.isArray(value) || value.length > 0,
  );
  return { people: directory.people, ...Object.fromEntries(entries) };
}

/** An empty store takes the list as it is: there is nobody yet who could say yes. */
export const seedOf = (listed: readonly Person[], today: string): Directory =>
  tidy({
    people: listed.filter((person) => !hasLeft(person, today)),
    former: listed.filter((person) => hasLeft(person, today)).map((person) => formerOf(person, today)),
    settled: today,
  });

/** What the directory becomes: everything but what opens more to somebody, which waits for a second person. */
export function planImport(asked: ImportAsked): ImportPlan {
  const { policy, stored, listed, by, at, today } = asked;
  const known = new Map(stored.people.map((person) => [person.id, person]));
  const staying = listed.filter((person) => !hasLeft(person, today));
  const split = staying.map((person) => {
    const gained = gains(asked, known.get(person.id), person);
    const roles = person.roles.filter((each) => !has(gained, each));
    return { person: gained.length === 0 ? person : { ...person, roles }, gained };
  });
  const asks = split.flatMap(({ person, gained }) => waitingFor(asked, person.id, gained));
  const waiting = asks.flatMap((ask) => (ask.by === undefined ? [] : [{ ...ask, by: ask.by }]));
  const { people, kept } = keeping(
    asked,
    split.map((each) => each.person),
    asks.map((ask) => ({ ...ask, by: ask.by ?? ask.person })),
  );
  const ids = new Set(people.map(({ id }) => id));
  const those = ofThose(people);
  const gone = [
    ...stored.people
      .filter(({ id }) => !ids.has(id))
      .map((person) => {
        const line = listed.find(({ id }) => id === person.id);
        return formerOf({ ...person, left: line?.left }, today);
      }),
    ...listed
      .filter((person) => hasLeft(person, today) && !known.has(person.id))
      .map((each) => formerOf(each, today)),
  ];
  const goneIds = new Set(gone.map(({ id }) => id));
  const withdrawn: Answered[] = (stored.waiting ?? [])
    .filter((ask) => !waiting.some((each) => sameAsk(each, ask)))
    .map((ask) => ({ ask, answer: 'withdrawn', at, ...(by !== undefined && { by }) }));
  const next = tidy({
    ...stored,
    people: [...people],
    former: [...(stored.former ?? []).filter(({ id }) => !ids.has(id) && !goneIds.has(id)), ...gone],
    waiting,
    kept: [...kept],
    news: [...(stored.news ?? []), ...newsBetween(policy, stored.people, people, { at, by })],
    answered: [...(stored.answered ?? []), ...withdrawn],
    absences: those(stored.absences ?? []),
    rota: those(stored.rota ?? []),
    settled: today,
  });
  const isNew = (ask: (typeof asks)[number]): boolean =>
    !(stored.waiting ?? []).some((each) => sameAsk(each, ask));
  return { next, asks, problems: problemsOf(asked, next, asks.filter(isNew)) };
}

function problemsOf(
  { policy, stored, by, today }: ImportAsked,
  next: Directory,
  asks: readonly { readonly person: PersonId; readonly site: SiteId }[],
): readonly ImportProblem[] {
  if (asks.length === 0) return [];
  if (by === undefined) return [{ type: 'by-missing' }];
  if (!stored.people.some(({ id }) => id === by)) return [{ type: 'by-unknown' }];
  return asks
    .filter(({ person, site }) => approversOf(policy, next, { person, site, by }, today).length === 0)
    .map(({ person, site }) => ({ type: 'nobody-to-approve', person, site }));
}
