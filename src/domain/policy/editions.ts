import type { GuidanceEdition } from './library.ts';

/** Guidance that a policy rests on, as its review looks at it. */
export interface Rest {
  readonly title: string;
  /** The edition that the policy names. Undefined: it names none. */
  readonly named: string | undefined;
  /** What is in force now, where the library knows it. */
  readonly now: { readonly title: string; readonly edition: string } | undefined;
  readonly isCurrent: boolean;
}

/** Guidance can be folded into another one, and that into a third. */
function follow(
  edition: GuidanceEdition | undefined,
  guidance: readonly GuidanceEdition[],
): GuidanceEdition | undefined {
  const next = guidance.find(({ id }) => id === edition?.supersededBy);
  return next === undefined ? edition : follow(next, guidance);
}

/** The edition in force of what once was this series. */
export const editionNow = (
  series: string,
  guidance: readonly GuidanceEdition[],
): GuidanceEdition | undefined =>
  follow(
    guidance.find((edition) => edition.series === series && edition.supersededBy === undefined) ??
      guidance.find((edition) => edition.series === series),
    guidance,
  );

/** What a policy rests on. Nothing here is code: a new edition is a new entry of the library. */
export const restsOf = (
  references: readonly { readonly series: string; readonly edition: string | null }[],
  guidance: readonly GuidanceEdition[],
): readonly Rest[] =>
  references.map(({ series, edition }) => {
    const now = editionNow(series, guidance);
    const old = guidance.find((each) => each.series === series && each.edition === edition);
    return {
      title: (old ?? now)?.title ?? series,
      named: edition ?? undefined,
      now: now && { title: now.title, edition: now.edition },
      isCurrent: now !== undefined && now.series === series && now.edition === edition,
    };
  });
