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
  /** How many had done it on the earlier day, of those it is asked of now. Undefined: Signpost was not there yet. */
  readonly before: number | undefined;
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
  /** What somebody said is not theirs any more, and nobody has answered. */
  readonly notMine: readonly { readonly person: PersonId; readonly ask: Ask }[];
}

export const askName = (ask: Ask): string =>
  ask.kind === 'training'
    ? ask.training.name
    : ask.kind === 'agreement'
      ? ask.issue.agreement.name
      : ask.audit.name;

const isOpenNotMine = ({ standing }: Ask): boolean => standing === 'not-mine';

function rowsOf(
  now: readonly PersonAsks[],
  before: readonly PersonAsks[] | undefined,
  today: string,
): readonly AskRow[] {
  const counted = (all: readonly PersonAsks[]) =>
    Map.groupBy(
      all.flatMap(({ asks }) => asks.filter((ask) => !isOpenNotMine(ask))),
      ({ key }) => key,
    );
  const earlier = before && counted(before);
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
        before: earlier && (earlier.get(first.key) ?? []).filter(isSettled).length,
      },
    ];
  });
}

/** In the order of the policy, whoever is asked first. */
function inOrder({ training, issues, audits }: Required, rows: readonly AskRow[]): readonly AskRow[] {
  const keys = [
    ...training.map(({ id }) => `training:${id}`),
    ...issues.map(({ agreement }) => `agreement:${agreement.id}`),
    ...audits.map(({ id }) => `audit:${id}`),
  ];
  return rows.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
}

function lateOf(all: readonly PersonAsks[], today: string): readonly LatePerson[] {
  return all
    .flatMap(({ person, asks }) => {
      const late = asks.filter((ask) => isLate(ask, today));
      const [since] = late.map(({ due }) => due ?? today).sort();
      return since === undefined ? [] : [{ person: person.id, asks: late, since }];
    })
    .sort((a, b) => a.since.localeCompare(b.since) || a.person.localeCompare(b.person));
}

/** How everything stands with these people today, and how it stood on an earlier day. Pure. */
export function overviewOf(
  required: Required,
  held: readonly { readonly person: Person; readonly record: PersonRecord }[],
  { today, earlier }: { readonly today: string; readonly earlier: string },
): Overview {
  const now = held.map(({ person, record }) => ({
    person,
    record,
    asks: asksOf(required, person, record, today),
  }));
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
    rows: inOrder(
      required,
      rowsOf(now, held.some(({ record }) => record.began <= earlier) ? before : undefined, today),
    ),
    late: lateOf(now, today),
    toCheck: withStanding('to-check'),
    notMine: now.flatMap(({ person, record, asks }) =>
      asks
        .filter(({ key }) => record.notMine[key] !== undefined && record.notMine[key].answered === undefined)
        .map((ask) => ({ person: person.id, ask })),
    ),
  };
}
