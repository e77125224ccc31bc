import type { PersonId, SiteId } from '../ids.ts';
import type { Directory, Kept, Person, RoleAt, Waiting } from './directory.ts';

/** What of a person's line is another than before. */
const PARTS = ['name', 'email', 'teams', 'slack', 'manager', 'trained', 'started', 'left'] as const;
type Part = (typeof PARTS)[number];

export interface PersonChange {
  readonly person: PersonId;
  readonly gained: readonly RoleAt[];
  readonly lost: readonly RoleAt[];
  readonly parts: readonly Part[];
}

/** What an import changes, by id: nobody is named, because a preview is read over shoulders. */
export interface ImportSummary {
  readonly joins: readonly PersonId[];
  readonly leaves: readonly PersonId[];
  readonly changes: readonly PersonChange[];
  /** Everything that waits for a second person afterwards, whether it did before or not. */
  readonly waits: readonly Waiting[];
  readonly kept: readonly Kept[];
  readonly withdrawn: readonly { readonly person: PersonId; readonly site: SiteId }[];
  readonly isNothing: boolean;
}

const minus = (these: readonly RoleAt[], those: readonly RoleAt[]): readonly RoleAt[] =>
  these.filter((one) => !those.some(({ role, site }) => role === one.role && site === one.site));

function changeOf(was: Person, is: Person): readonly PersonChange[] {
  const gained = minus(is.roles, was.roles);
  const lost = minus(was.roles, is.roles);
  const parts = PARTS.filter((part) => was[part] !== is[part]);
  return gained.length + lost.length + parts.length === 0 ? [] : [{ person: is.id, gained, lost, parts }];
}

export function summaryOf(before: Directory, after: Directory): ImportSummary {
  const was = new Map(before.people.map((person) => [person.id, person]));
  const stays = new Set(after.people.map(({ id }) => id));
  const joins = after.people.filter(({ id }) => !was.has(id)).map(({ id }) => id);
  const leaves = before.people.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
  const changes = after.people.flatMap((person) => {
    const one = was.get(person.id);
    return one === undefined ? [] : changeOf(one, person);
  });
  const waits = after.waiting ?? [];
  const kept = after.kept ?? [];
  const isIn = (all: readonly Waiting[] | undefined, { person, site, since }: Waiting): boolean =>
    (all ?? []).some((each) => each.person === person && each.site === site && each.since === since);
  const withdrawn = (before.waiting ?? []).filter((ask) => !isIn(after.waiting, ask));
  const isSame =
    waits.every((ask) => isIn(before.waiting, ask)) &&
    kept.length === (before.kept ?? []).length &&
    (after.former ?? []).length === (before.former ?? []).length;
  const isNothing = isSame && joins.length + leaves.length + changes.length + withdrawn.length === 0;
  return { joins, leaves, changes, waits, kept, withdrawn, isNothing };
}
