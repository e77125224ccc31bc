import type { Instant, PersonId } from '../ids.ts';
import type { Policy } from '../policy/pack.ts';
import { approversOf } from './approvers.ts';
import {
  type Answered,
  type Directory,
  holders,
  type Person,
  type RoleAt,
  type Waiting,
} from './directory.ts';
import { directoryOn, formerOf, hasLeft } from './here.ts';
import { tidy } from './plan-import.ts';
import { newsBetween } from './role-news.ts';

export const askIn = (
  { waiting = [] }: Directory,
  { person, site, since }: Pick<Waiting, 'person' | 'site' | 'since'>,
): Waiting | undefined =>
  waiting.find((each) => each.person === person && each.site === site && each.since === since);

interface Answering {
  readonly policy: Policy;
  readonly ask: Waiting;
  readonly by: PersonId;
  readonly answer: 'given' | 'refused';
  readonly at: Instant;
  readonly today: string;
}

const isOne = (a: RoleAt, b: RoleAt): boolean => a.role === b.role && a.site === b.site;

/** What was kept ends as soon as somebody else who is here holds it; whoever is off the list is then gone. */
function endKept(directory: Directory, today: string): Directory {
  const { kept = [], people, former = [] } = directory;
  const isKept = (person: Person, role: RoleAt): boolean =>
    kept.some((each) => each.person === person.id && isOne(each, role));
  const ended = kept.filter((each) =>
    holders(directoryOn(directory, today), each.site, [each.role]).some(
      (person) => person.id !== each.person && !isKept(person, each),
    ),
  );
  if (ended.length === 0) return directory;
  const moved = people.map((person) => {
    const theirs = ended.filter((each) => each.person === person.id);
    const roles = person.roles.filter((role) => !theirs.some((each) => isOne(each, role)));
    return theirs.length === 0 ? person : { ...person, roles };
  });
  const isGone = ({ id, roles }: Person): boolean =>
    roles.length === 0 && ended.some((each) => each.person === id && each.leaves === true);
  const gone = new Set(moved.filter(isGone).map(({ id }) => id));
  return {
    ...directory,
    people: moved.filter(({ id }) => !gone.has(id)),
    // As they were: with the roles that say where they worked.
    former: [...former, ...people.filter(({ id }) => gone.has(id)).map((person) => formerOf(person, today))],
    kept: kept.filter((each) => !ended.includes(each)),
  };
}

/** With the roles given. */
function given(stored: Directory, { ask: { person, site, roles } }: Answering): Directory {
  const held = roles.map((role) => ({ role, site }));
  const add = (one: Person): Person => ({
    ...one,
    roles: [...one.roles.filter((each) => !held.some((role) => isOne(role, each))), ...held],
  });
  return { ...stored, people: stored.people.map((one) => (one.id === person ? add(one) : one)) };
}

/** The directory after a yes or a no; undefined: nothing waits there any more, or not for this person's answer. */
export function answerAsk(stored: Directory, asked: Answering): Directory | undefined {
  const { policy, by, answer, at, today } = asked;
  const ask = askIn(stored, asked.ask);
  if (ask === undefined || !approversOf(policy, stored, ask, today).some(({ id }) => id === by))
    return undefined;
  const after = answer === 'given' ? endKept(given(stored, { ...asked, ask }), today) : stored;
  return tidy({
    ...after,
    waiting: (stored.waiting ?? []).filter((each) => each !== ask),
    news: [...(stored.news ?? []), ...newsBetween(policy, stored.people, after.people, { at, by })],
    answered: [...(stored.answered ?? []), { ask, answer, by, at }],
  });
}

/** Whose last day is over is a name from now on; undefined: this day was seen to, or nobody comes or goes. */
export function settleDay(
  policy: Policy,
  stored: Directory,
  at: Instant,
  today: string,
): Directory | undefined {
  const { settled = '' } = stored;
  const begins = stored.people.some(
    ({ started }) => started !== undefined && started > settled && started <= today,
  );
  const gone = stored.people.filter((person) => hasLeft(person, today));
  if (gone.length === 0 && (!begins || settled >= today)) return undefined;
  const people = stored.people.filter((person) => !hasLeft(person, today));
  const ids = new Set(gone.map(({ id }) => id));
  const stays = ({ person }: { readonly person: PersonId }): boolean => !ids.has(person);
  const withdrawn: Answered[] = (stored.waiting ?? [])
    .filter((ask) => !stays(ask))
    .map((ask) => ({ ask, answer: 'withdrawn', at }));
  const left: Directory = {
    ...stored,
    people: gone.length === 0 ? stored.people : people,
    former: [...(stored.former ?? []), ...gone.map((person) => formerOf(person, today))],
    kept: (stored.kept ?? []).filter(stays),
  };
  const after = endKept(left, today);
  return tidy({
    ...after,
    waiting: (stored.waiting ?? []).filter(stays),
    news: [...(stored.news ?? []), ...newsBetween(policy, stored.people, after.people, { at })],
    answered: [...(stored.answered ?? []), ...withdrawn],
    absences: (stored.absences ?? []).filter(stays),
    rota: (stored.rota ?? []).filter(stays),
    settled: today,
  });
}
