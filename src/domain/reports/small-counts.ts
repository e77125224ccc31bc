/** Fewer than this many, none included, is never told: somebody who knows one of them would know the rest. */
export const FEW = 5;

/**
 * How a count is shown: as it is; as "<5"; or not at all, because a small one beside it could be worked out from it. What
 * is not at all shown is 5 or more, and readers may know that.
 */
export type Shown =
  | { readonly as: 'exact'; readonly value: number }
  | { readonly as: 'few' }
  | { readonly as: 'withheld' };

/** One way to divide the same things ("by month"): its counts add up to the same total as those of every other way. */
type Division = readonly number[];
type ShownDivision = readonly Shown[];

interface Range {
  readonly from: number;
  readonly to: number;
}
const ANY: Range = { from: 0, to: Number.POSITIVE_INFINITY };

/** What a reader can tell of the total from one division; with one small count taken to be `fixed`. */
function totalFrom(shown: ShownDivision, fixed?: number): Range {
  const exact = shown.reduce((sum, each) => sum + (each.as === 'exact' ? each.value : 0), 0);
  const withheld = shown.filter(({ as }) => as === 'withheld').length;
  const few = shown.filter(({ as }) => as === 'few').length - (fixed === undefined ? 0 : 1);
  const least = exact + withheld * FEW + (fixed ?? 0);
  return { from: least, to: withheld > 0 ? Number.POSITIVE_INFINITY : least + few * (FEW - 1) };
}

const meet = (a: Range, b: Range): Range => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

/** A division as it stands; undefined: it is left out, and says nothing. */
type Standing = ShownDivision | undefined;

/** Whether every small count of a division can still be anything from none to four, whatever else is shown. */
function keeps(all: readonly Standing[], at: number): boolean {
  const own = all[at];
  if (own?.some(({ as }) => as === 'few') !== true) return true;
  const others = all
    .filter((each, n) => n !== at && each !== undefined)
    .reduce((range, each = []) => meet(range, totalFrom(each)), ANY);
  // What fits at both ends fits between: a total that moves by one moves one count by one.
  return [0, FEW - 1].every((value) => {
    const { from, to } = meet(totalFrom(own, value), others);
    return from <= to;
  });
}

/** The smallest count that still stands there as it is, no longer shown; where there is none, nothing of it is. */
function withhold(shown: ShownDivision): Standing {
  const exact = shown.flatMap((each, at) => (each.as === 'exact' ? [{ value: each.value, at }] : []));
  const [least] = exact.toSorted((a, b) => a.value - b.value);
  return least && shown.with(least.at, { as: 'withheld' });
}

/**
 * How the counts of several divisions of the same things can stand in one report. The promise: whatever a reader adds up
 * or takes away, every "<5" can still be any of 0 to 4. Where hiding larger counts beside it is not enough, that division
 * is left out whole (`undefined`); the others, the total among them, stay as they are.
 */
export function hideSmallCounts(divisions: readonly Division[]): readonly Standing[] {
  let shown: readonly Standing[] = divisions.map((counts) =>
    counts.map((value): Shown => (value < FEW ? { as: 'few' } : { as: 'exact', value })),
  );
  for (;;) {
    const at = shown.findIndex((_, n) => !keeps(shown, n));
    if (at === -1) return shown;
    shown = shown.with(at, withhold(shown[at] ?? []));
  }
}

/** How many of a number that everybody knows: the rest of a small count is hidden with it. */
export function hidePart(part: number, of: number): { readonly part: Shown; readonly rest: Shown } {
  const [shown] = hideSmallCounts([[part, of - part], [of]]);
  const [a = { as: 'withheld' }, b = { as: 'withheld' }] = shown ?? [];
  return { part: a, rest: b };
}
