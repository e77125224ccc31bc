import type { PersonId } from '../ids.ts';
import type { Person } from './directory.ts';
import { recordAsOf } from './record/as-of.ts';
import { type Ask, asksOf, isLate, isSettled, type Required } from './record/asks.ts';
import type { AskKey, PersonRecord } from './record/state.ts';

/** One person with what is asked of them. */
export interface PersonAsks {
  readonly person: Person;
  readonly asks: readonly Ask[];
}

/** How one thing stands with everybody it is asked of. */
export interface AskRow {
  readonly key: AskKey;
  readonly kind: Ask['kind'];
  readonly name: string;
  readonly asked: number;
  readonly done: number;
  readonly late: number;
  /** How many had done it on the earlier day, of those it is asked of now. */
  readonly before: number;
}

/** One person who is late, and with what: the longest first. */
export interface LatePerson {
  readonly person: PersonId;
  readonly asks: readonly Ask[];
  /** The day on which the first of it was due. */
  readonly since: string;
}

export interface Overview {
  readonly people: number;
  /** People who have done everything that is asked of them now. */
  readonly complete: number;
  readonly rows: readonly AskRow[];
  readonly late: readonly LatePerson[];
  /** What somebody said that they did, and nobody has checked. */
  readonly toCheck: readonly { readonly person: PersonId; readonly ask: Ask }[];
  /** What somebody said is not theirs any more. */
  readonly notMine: readonly { readonly person: PersonId; readonly ask: Ask }[];
}

export const askName = (ask: Ask): string =>
  ask.kind === 'training'
    ? ask.training.name
    : ask.kind === 'agreement'
      ? ask.issue.agreement.name
      : ask.audit.name;

const isOpenNotMine = ({ standing }: Ask): boolean => standing === 'not-mine';

function rowsOf(now: readonly PersonAsks[], before: readonly PersonAsks[], today: string): readonly AskRow[] {
  const counted = (all: readonly PersonAsks[]) =>
    Map.groupBy(
      all.flatMap(({ asks }) => asks.filter((ask) => !isOpenNotMine(ask))),
      ({ key }) => key,
    );
  const earlier = counted(before);
  return [...counted(now).values()].flatMap((asks) => {
    const [first] = asks;
    if (first === undefined) return [];
    return [
      {
        key: first.key,
        kind: first.kind,
        name: askName(first),
        asked: asks.length,
        done: asks.filter(isSettled).length,
        late: asks.filter((ask) => isLate(ask, today)).length,
        before: (earlier.get(first.key) ?? []).filter(isSettled).length,
      },
    ];
  });
}

function lateOf(all: readonly PersonAsks[], today: string): readonly LatePerson[] {
  return all
    .flatMap(({ person, asks }) => {
      const late = asks.filter((ask) => isLate(ask, today));
      const [since] = late.map(({ due }) => due ?? today).sort();
      return since === undefined ? [] : [{ person: person.id, asks: late, since }];
    })
    .sort((a, b) => a.since.localeCompare(b.since));
}

/** How everything stands with these people today, and how it stood on an earlier day. Pure. */
export function overviewOf(
  required: Required,
  held: readonly { readonly person: Person; readonly record: PersonRecord }[],
  { today, earlier }: { readonly today: string; readonly earlier: string },
): Overview {
  const now = held.map(({ person, record }) => ({ person, asks: asksOf(required, person, record, today) }));
  const before = held.map(({ person, record }) => ({
    person,
    asks: asksOf(required, person, recordAsOf(record, earlier), earlier),
  }));
  const withStanding = (standing: Ask['standing']) =>
    now.flatMap(({ person, asks }) =>
      asks.filter((ask) => ask.standing === standing).map((ask) => ({ person: person.id, ask })),
    );
  return {
    people: now.length,
    complete: now.filter(({ asks }) => asks.every((ask) => isSettled(ask) || isOpenNotMine(ask))).length,
    rows: rowsOf(now, before, today),
    late: lateOf(now, today),
    toCheck: withStanding('to-check'),
    notMine: withStanding('not-mine'),
  };
}
