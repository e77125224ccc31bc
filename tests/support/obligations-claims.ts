import type { Registered } from './obligations-register.ts';
import type { TreeFile } from './tree.ts';

/** Quoted ids, wherever they stand: an obligation can be claimed alone, in a list or from a loop. */
const QUOTED = /['"]([A-Z][A-Z0-9]-[A-Za-z0-9.-]+)['"]/g;
const BY_PEOPLE = /notByABot\(\s*['"]([^'"]+)['"]/g;

const all = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]));

/** What the test files say that they show, read without running them. */
export function claimsIn(files: readonly TreeFile[], register: readonly Registered[]) {
  const claimed = new Set(files.flatMap(({ text }) => all(QUOTED, text)));
  const ids = new Set(register.map(({ id }) => id));
  const byPeople = new Set(files.flatMap(({ text }) => all(BY_PEOPLE, text)));
  return {
    missing: register.filter(({ id }) => !claimed.has(id)).map(({ id }) => id),
    unknown: [...claimed].filter((id) => !ids.has(id)),
    byPeople: [...byPeople],
  };
}
