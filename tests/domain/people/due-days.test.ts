import fc from 'fast-check';
import { academicYearOf, dayOfYear } from '../../../src/domain/people/academic-year.ts';
import { dueDayOf } from '../../../src/domain/people/due-days.ts';

const STARTS = '09-01';
const YEAR = { every: 'year', by: '10-31', within: 'P28D' } as const;
const LEADS = { every: 'P24M', within: 'P28D' } as const;
const ONCE = { every: 'once', within: 'P28D' } as const;
/** Here long before Signpost, which came in November. */
const OLD = { since: '2025-11-21', began: '2026-11-21' };

describe('an academic year', () => {
  it.each([
    ['2026-09-01', '2026-09-01', '2027-08-31'],
    ['2026-08-31', '2025-09-01', '2026-08-31'],
    ['2028-02-29', '2027-09-01', '2028-08-31'],
    ['2027-01-01', '2026-09-01', '2027-08-31'],
  ])('%s lies in the one from %s to %s', (day, from, until) => {
    expect(academicYearOf(day, STARTS)).toEqual({ from, until });
  });

  it('has 29 February on the 28th where there is none', () => {
    expect(dayOfYear(academicYearOf('2026-11-24', STARTS), '02-29')).toBe('2027-02-28');
    expect(dayOfYear(academicYearOf('2027-11-24', STARTS), '02-29')).toBe('2028-02-29');
  });
});

describe('once in each academic year', () => {
  it.each([
    ['done in September: the next is a year on', { ...OLD, last: '2026-09-03' }, '2027-10-31'],
    ['done last year: this one is due, and late in November', { ...OLD, last: '2025-10-02' }, '2026-10-31'],
    ['never done: this year', OLD, '2026-10-31'],
    ['done on 31 August: it counted for the year that ended', { ...OLD, last: '2026-08-31' }, '2026-10-31'],
    ['done on 1 September: it counts for the one that began', { ...OLD, last: '2026-09-01' }, '2027-10-31'],
    ['came in May: four weeks', { since: '2027-05-04', began: '2027-05-04' }, '2027-06-01'],
    [
      'came in October, a week before the day: four weeks',
      { since: '2026-10-24', began: '2026-10-24' },
      '2026-11-21',
    ],
    [
      'came at the end of August: the year that begins',
      { since: '2027-08-20', began: '2027-08-20' },
      '2027-10-31',
    ],
  ])('%s', (_, known, due) => {
    expect(dueDayOf(YEAR, known, STARTS)).toBe(due);
  });

  it('is the last day of the year where the policy names none', () => {
    expect(dueDayOf({ every: 'year', within: 'P28D' }, OLD, STARTS)).toBe('2027-08-31');
  });
});

describe('so long after the last time', () => {
  it('a certificate of two years ends with its day', () => {
    expect(dueDayOf(LEADS, { ...OLD, last: '2024-10-01' }, STARTS)).toBe('2026-10-01');
  });

  it('what nobody has told us of is asked for within four weeks, not years late', () => {
    expect(dueDayOf(LEADS, OLD, STARTS)).toBe('2026-12-19');
  });

  it('whoever newly has a role has time, also with an old certificate', () => {
    const known = { since: '2027-03-01', began: '2026-11-21', last: '2020-01-01' };
    expect(dueDayOf(LEADS, known, STARTS)).toBe('2027-03-29');
  });

  it.each([
    ['2024-02-29', 'P12M', '2025-02-28'],
    ['2026-08-31', 'P6M', '2027-02-28'],
    ['2027-08-31', 'P6M', '2028-02-29'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    ['2026-10-24', 'P1W', '2026-10-31'],
  ])('%s and %s are %s', (last, every, due) => {
    expect(dueDayOf({ every, within: 'P28D' }, { ...OLD, last }, STARTS)).toBe(due);
  });
});

describe('once and never again', () => {
  it('is not asked of whoever was here before, nor of whoever has done it', () => {
    expect(dueDayOf(ONCE, OLD, STARTS)).toBeUndefined();
    expect(
      dueDayOf(ONCE, { since: '2027-01-04', began: '2027-01-04', last: '2027-01-05' }, STARTS),
    ).toBeUndefined();
  });

  it('is asked of whoever comes new, also to a role', () => {
    expect(dueDayOf(ONCE, { since: '2027-01-04', began: '2026-11-21' }, STARTS)).toBe('2027-02-01');
  });
});

it('what the policy leaves open is as often as the organisation says; once, where it says nothing', () => {
  const known = { ...OLD, last: '2026-01-15' };
  expect(dueDayOf({ every: null, otherwise: 'P6M', within: 'P28D' }, known, STARTS)).toBe('2026-07-15');
  expect(dueDayOf({ every: null, within: 'P28D' }, known, STARTS)).toBeUndefined();
});

const day = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((n) => Temporal.PlainDate.from('2020-01-01').add({ days: n }).toString());
const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([month, date]) => `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const every = fc.constantFrom('P1M', 'P6M', 'P12M', 'P24M', 'P1W', 'P4W');
const within = fc.constantFrom('P1D', 'P14D', 'P28D', 'P3M');
const known = fc
  .record({ since: day, began: day, last: fc.option(day, { nil: undefined }) })
  .map((each) => each);

describe('always', () => {
  it('an interval is never due before it was last done, nor on that day', () => {
    fc.assert(
      fc.property(every, within, known, (length, short, each) => {
        const due = dueDayOf({ every: length, within: short }, each, STARTS);
        if (due === undefined) return false;
        return each.last === undefined ? due >= each.began : due > each.last;
      }),
    );
  });

  it('a yearly day lies in an academic year after that of the last time, and in none before Signpost', () => {
    fc.assert(
      fc.property(
        monthDay,
        fc.option(monthDay, { nil: undefined }),
        within,
        known,
        (starts, by, short, each) => {
          const due = dueDayOf({ every: 'year', within: short, ...(by && { by }) }, each, starts);
          if (due === undefined) return false;
          const year = academicYearOf(due, starts);
          const isAfter = each.last === undefined || year.from > each.last;
          return isAfter && year.from <= due && due <= year.until && year.until >= each.began;
        },
      ),
    );
  });

  it('a yearly day is in the very next year when it was done in this one', () => {
    fc.assert(
      fc.property(monthDay, day, (by, last) => {
        const due = dueDayOf(
          { every: 'year', by, within: 'P28D' },
          { since: '2019-01-01', began: '2020-01-01', last },
          STARTS,
        );
        const { until } = academicYearOf(last, STARTS);
        return (
          due !== undefined &&
          academicYearOf(due, STARTS).from === Temporal.PlainDate.from(until).add({ days: 1 }).toString()
        );
      }),
    );
  });

  it('every day lies in exactly one academic year, whatever day that begins on', () => {
    fc.assert(
      fc.property(monthDay, day, (starts, each) => {
        const { from, until } = academicYearOf(each, starts);
        const next = academicYearOf(Temporal.PlainDate.from(until).add({ days: 1 }).toString(), starts);
        return (
          from <= each && each <= until && next.from > until && academicYearOf(from, starts).from === from
        );
      }),
    );
  });
});
