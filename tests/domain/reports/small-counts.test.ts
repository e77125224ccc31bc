import fc from 'fast-check';
import { hidePart, hideSmallCounts, type Shown } from '../../../src/domain/reports/small-counts.ts';

const said = (shown: readonly (readonly Shown[] | undefined)[]) =>
  shown.map((division) =>
    division?.map((each) => (each.as === 'exact' ? each.value : each.as === 'few' ? '<5' : 'hidden')),
  );

describe('small counts of a report', () => {
  it('stand as "<5", none included, and the others as they are', () => {
    expect(said(hideSmallCounts([[12, 3, 0, 7]]))).toEqual([[12, '<5', '<5', 7]]);
  });

  it('cannot be taken away from another table of the same concerns', () => {
    // 12 + 10 + 2 by month, 16 + 8 by kind: the kinds would give 24, and November 2.
    expect(
      said(
        hideSmallCounts([
          [12, 10, 2],
          [16, 8],
        ]),
      ),
    ).toEqual([
      [12, 'hidden', '<5'],
      [16, 8],
    ]);
  });

  it('are not all four, and not all none, because of what is left', () => {
    expect(said(hideSmallCounts([[4, 4, 20], [28]]))).toEqual([['<5', '<5', 'hidden'], [28]]);
    expect(said(hideSmallCounts([[0, 0, 20], [20]]))).toEqual([['<5', '<5', 'hidden'], [20]]);
  });

  it('leave their whole table out where hiding more of it is not enough, and the total stays', () => {
    expect(said(hideSmallCounts([[6], [0, 6], [3, 3]]))).toEqual([[6], undefined, undefined]);
  });

  it('of a known number of people take the rest with them', () => {
    expect(hidePart(3, 60)).toEqual({ part: { as: 'few' }, rest: { as: 'withheld' } });
    expect(hidePart(20, 60)).toEqual({
      part: { as: 'exact', value: 20 },
      rest: { as: 'exact', value: 40 },
    });
  });
});

/** Every way in which a reader can fill in what is hidden, so that all tables have the same total. */
function possible(shown: readonly (readonly Shown[] | undefined)[], at: number, cell: number): Set<number> {
  const MOST = 40;
  const fill = ({ as }: Shown): readonly number[] =>
    as === 'few' ? [0, 1, 2, 3, 4] : Array.from({ length: MOST }, (_, n) => n + 5);
  const totals = (division: readonly Shown[], fixed?: { cell: number; value: number }): Set<number> => {
    let sums = new Set([0]);
    division.forEach((each, n) => {
      const values = fixed?.cell === n ? [fixed.value] : each.as === 'exact' ? [each.value] : fill(each);
      sums = new Set([...sums].flatMap((sum) => values.map((value) => sum + value)));
    });
    return sums;
  };
  const others = shown.flatMap((division, n) =>
    division === undefined || n === at ? [] : [totals(division)],
  );
  const own = shown[at] ?? [];
  return new Set(
    [0, 1, 2, 3, 4].filter((value) =>
      [...totals(own, { cell, value })].some((total) => others.every((sums) => sums.has(total))),
    ),
  );
}

/** Two or three divisions of the same things: each thing falls at random. */
const divisions = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
  )
  .chain(([total, sizes]) =>
    fc.tuple(
      ...sizes.map((size) =>
        fc
          .array(fc.nat({ max: size - 1 }), { minLength: total, maxLength: total })
          .map((places) =>
            Array.from({ length: size }, (_, n) => places.filter((place) => place === n).length),
          ),
      ),
    ),
  );

describe('whatever the counts are', () => {
  it('a reader who adds and takes away learns of no small count more than that it is small', () => {
    fc.assert(
      fc.property(divisions, (all) => {
        const shown = hideSmallCounts(all);
        shown.forEach((division, at) => {
          division?.forEach((each, cell) => {
            if (each.as === 'few') expect([...possible(shown, at, cell)]).toEqual([0, 1, 2, 3, 4]);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it('the reader of this test does find out what hiding only small counts gives away', () => {
    const naive: readonly (readonly Shown[])[] = [
      [{ as: 'exact', value: 12 }, { as: 'few' }],
      [{ as: 'exact', value: 15 }],
    ];
    expect([...possible(naive, 0, 1)]).toEqual([3]);
  });

  it('no small count is ever shown', () => {
    fc.assert(
      fc.property(divisions, (all) => {
        for (const each of hideSmallCounts(all).flatMap((division) => division ?? []))
          if (each.as === 'exact') expect(each.value).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
