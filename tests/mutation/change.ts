import type { Role } from '../../src/domain/policy/facts.ts';
import type { Place } from '../../src/domain/policy/finding.ts';
import type { PolicyFile } from '../../src/domain/policy/pack.ts';
import { holderOf } from '../../src/domain/policy/roles.ts';

/** One rule made weaker: what stands at this place is another value, or is taken out. */
export interface Change {
  readonly at: Place;
  /** The sections that ask for it. */
  readonly source: string;
  readonly to?: unknown;
}

/** An entry of the file, where it stands, and the sections that ask for it. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly at: Place;
  readonly source: string;
}

export const placed = <Entry extends { readonly source: string }>(
  list: readonly Entry[],
  ...at: Place
): readonly Placed<Entry>[] => list.map((entry, n) => ({ entry, at: [...at, n], source: entry.source }));

/** Something inside an entry, for the sections of that entry. */
export const inside = <Entry>(
  { at, source }: Placed<unknown>,
  entry: Entry,
  ...more: Place
): Placed<Entry> => ({
  entry,
  at: [...at, ...more],
  source,
});

/** The whole entry is taken out. */
export const out = ({ at, source }: Placed<unknown>): Change => ({ at, source });

/** One of its keys is taken out, where it is there. */
export const without =
  <Key extends string>(key: Key) =>
  ({ entry, at, source }: Placed<{ readonly [key in Key]?: unknown }>): readonly Change[] =>
    entry[key] === undefined ? [] : [{ at: [...at, key], source }];

/** One of its keys gets another value. */
export const put = ({ at, source }: Placed<unknown>, key: string, to: unknown): Change => ({
  at: [...at, key],
  source,
  to,
});

/** Each of several in turn is taken out; a list that may not be empty keeps its last. */
export function fewer(
  each: Placed<unknown>,
  key: string | number,
  list: readonly unknown[] | undefined,
  least = 1,
): readonly Change[] {
  if (list === undefined || list.length <= least) return [];
  return list.map((_, n) => ({ at: [...each.at, key, n], source: each.source }));
}

/** Each role in turn is taken out, but one that the same person holds by another role of the list: nothing would change. */
export function fewerRoles(
  pack: PolicyFile,
  each: Placed<unknown>,
  key: string,
  list: readonly Role[],
): readonly Change[] {
  const holders = list.map((role) => holderOf(pack, role));
  return fewer(each, key, list).filter(
    (_, n) => holders.filter((holder) => holder === holders[n]).length === 1,
  );
}
