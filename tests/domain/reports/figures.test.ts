import fc from 'fast-check';
import { type Counted, figuresOf } from '../../../src/domain/reports/figures.ts';
import { monthsOf, nextPeriod } from '../../../src/domain/reports/period.ts';

const concern = (more: Partial<Counted> = {}): Counted => ({
  month: '2026-09',
  categories: ['contact'],
  urgency: 'ordinary',
  isClosed: false,
  openedAfter: 10,
  takenAfter: 20,
  closedAfter: undefined,
  openMust: 1,
  lateMust: 0,
  ...more,
});
const ALL = { categories: ['contact', 'conduct'], months: ['2026-09', '2026-10'] };
const many = (n: number, more: Partial<Counted> = {}) => Array.from({ length: n }, () => concern(more));

describe('figures of a report', () => {
  it('count each concern once, under its kind, or as one of several kinds', () => {
    const figures = figuresOf(
      [
        ...many(8),
        ...many(9, { categories: ['contact', 'conduct'], month: '2026-10' }),
        ...many(7, { categories: [] }),
      ],
      ALL,
    );
    expect(figures.total).toEqual({ as: 'exact', value: 24 });
    expect(figures.byCategory?.map(({ id, shown }) => [id, shown.as])).toEqual([
      ['contact', 'withheld'],
      ['conduct', 'few'],
      ['several', 'exact'],
      ['none', 'withheld'],
    ]);
  });

  it('say how long half and nine in ten took, and nothing of fewer than ten', () => {
    const times = (n: number) =>
      figuresOf(
        Array.from({ length: n }, (_, each) => concern({ openedAfter: each + 1 })),
        ALL,
      ).toOpen;
    expect(times(20)).toEqual({ half: 10, most: 18 });
    expect(times(9)).toBeUndefined();
  });

  it('count steps that must be done, and hide how few are late', () => {
    const { openMust, lateMust } = figuresOf([...many(8), concern({ lateMust: 3 })], ALL);
    expect([openMust, lateMust]).toEqual([{ as: 'exact', value: 9 }, { as: 'few' }]);
  });
});

describe('the period of a report', () => {
  it('is the whole months of the academic year that are over', () => {
    expect(nextPeriod(undefined, '2026-11-21', '09-01')).toEqual({ from: '2026-09-01', until: '2026-10-31' });
    expect(nextPeriod(undefined, '2027-03-01', '09-01')).toEqual({ from: '2026-09-01', until: '2027-02-28' });
  });

  it('goes on where the last released report ended, and is none while its first month runs', () => {
    expect(nextPeriod('2026-10-31', '2026-12-02', '09-01')).toEqual({
      from: '2026-11-01',
      until: '2026-11-30',
    });
    expect(nextPeriod('2026-10-31', '2026-11-30', '09-01')).toBeUndefined();
  });

  it('never has a day that a report before it had, on whatever days they are released', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), (dates) => {
        let last: string | undefined;
        for (const today of dates.map((date) => date.toISOString().slice(0, 10)).sort()) {
          const period = nextPeriod(last, today, '09-01');
          if (period === undefined) continue;
          expect(period.from > (last ?? '')).toBe(true);
          expect(period.until < today).toBe(true);
          expect(monthsOf(period)[0]).toBe(period.from.slice(0, 7));
          last = period.until;
        }
      }),
    );
  });
});
