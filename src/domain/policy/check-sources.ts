import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import type { PolicyFile } from './pack.ts';
import { deadSources } from './source.ts';

interface Cited {
  readonly at: Place;
  readonly source: string;
}

/** Every `source` below a value, with its place: a new kind of entry cannot be forgotten here. */
function citedIn(value: unknown, at: Place = []): readonly Cited[] {
  if (Array.isArray(value)) return value.flatMap((item, n) => citedIn(item, [...at, n]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string'
      ? [{ at: [...at, key], source: inner }]
      : citedIn(inner, [...at, key]),
  );
}

const dead = (what: unknown, library: Library, sections: readonly string[] | 'any' | 'none') =>
  citedIn(what).flatMap(({ at, source }) =>
    deadSources(source, library.guidance, sections).map((part) =>
      error(
        'source.unknown',
        at,
        `"${part}" is no section of this policy and no id of the guidance`,
        'Cite a section listed under "sections", an id of library/guidance.yaml, "floor" or "default"',
      ),
    ),
  );

export const checkSources = (pack: PolicyFile, library: Library): readonly Remark[] =>
  dead(pack, library, pack.sections ?? 'any');

/** A shared file has no sections of its own. */
export const checkSharedSources = (data: unknown, library: Library): readonly Remark[] =>
  dead(data, library, 'none');
