import fc from 'fast-check';
import { Instant } from '../../../src/domain/ids.ts';
import {
  addWorkingDays,
  type Calendar,
  dayOf,
  endOfWait,
  hoursOn,
  instantOf,
  later,
  spoken,
} from '../../../src/domain/time/working-time.ts';

const SCHOOL: Calendar = {
  timezone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '16:00',
  closures: [{ from: '2026-12-19', to: '2027-01-03' }],
  halfDays: [
    { date: '2026-12-18', to: '12:30' },
    { date: '2026-11-28', to: '12:30' },
  ],
};

/** "2026-11-23 09:00" in London. */
const local = (text: string): Instant => {
  const at = Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/London');
  return instantOf(at.toInstant());
};
const inLondon = (at: Instant): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
const ends = (start: string, duration: string, calendar = SCHOOL): string =>
  inLondon(endOfWait(local(start), duration, 'ordinary', calendar));

describe('an ordinary wait counts working hours', () => {
  // 23 November 2026 is a Monday.
  it.each([
    ['within one day', '2026-11-23 09:00', 'PT4H', '2026-11-23 13:00:00'],
    ['up to closing', '2026-11-23 09:00', 'PT7H', '2026-11-23 16:00:00'],
    ['over a night', '2026-11-23 15:30', 'PT60M', '2026-11-24 08:30:00'],
    ['over a weekend', '2026-11-27 15:30', 'PT60M', '2026-11-30 08:30:00'],
    ['over several days', '2026-11-23 08:00', 'PT40H', '2026-11-27 16:00:00'],
    ['from before opening', '2026-11-23 06:10', 'PT30M', '2026-11-23 08:30:00'],
    ['from after closing', '2026-11-23 18:00', 'PT30M', '2026-11-24 08:30:00'],
    ['from the moment of closing', '2026-11-23 16:00', 'PT30M', '2026-11-24 08:30:00'],
    ['from a Saturday', '2026-11-28 10:00', 'PT30M', '2026-11-30 08:30:00'],
    ['over the holidays', '2026-12-18 12:15', 'PT30M', '2027-01-04 08:15:00'],
    ['up to the end of a half-day', '2026-12-18 10:00', 'PT150M', '2026-12-18 12:30:00'],
    ['from the afternoon of a half-day', '2026-12-18 13:00', 'PT30M', '2027-01-04 08:30:00'],
    ['over a half-day', '2026-12-17 15:30', 'PT6H', '2027-01-04 09:00:00'],
    ['from a half-day on which nobody works', '2026-11-28 09:00', 'PT30M', '2026-11-30 08:30:00'],
    ['from within the holidays', '2026-12-25 10:00', 'PT30M', '2027-01-04 08:30:00'],
    ['to the second', '2026-11-23 15:59:30', 'PT30M', '2026-11-24 08:29:30'],
    ['with no length, while open', '2026-11-23 09:00', 'PT0M', '2026-11-23 09:00:00'],
    ['with no length, before opening', '2026-11-23 06:00', 'PT0M', '2026-11-23 08:00:00'],
    ['with no length, after closing', '2026-11-23 18:00', 'PT0M', '2026-11-24 08:00:00'],
  ])('%s', (_, start, duration, end) => {
    expect(ends(start, duration)).toBe(end);
  });

  it('keeps local hours when the clocks go forward and when they go back', () => {
    // 29 March 2026: 01:00 becomes 02:00. 25 October 2026: 02:00 becomes 01:00.
    expect(ends('2026-03-27 15:00', 'PT2H')).toBe('2026-03-30 09:00:00');
    expect(ends('2026-10-23 15:00', 'PT2H')).toBe('2026-10-26 09:00:00');
    expect(endOfWait(local('2026-03-27 15:00'), 'PT2H', 'ordinary', SCHOOL)).toBe('2026-03-30T08:00:00.000Z');
    expect(endOfWait(local('2026-10-23 15:00'), 'PT2H', 'ordinary', SCHOOL)).toBe('2026-10-26T09:00:00.000Z');
  });

  it('counts real time in a night that is an hour shorter or longer', () => {
    const always = { ...SCHOOL, days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '06:00' };
    expect(ends('2026-03-29 00:00', 'PT5H', always)).toBe('2026-03-29 06:00:00');
    expect(ends('2026-10-25 00:00', 'PT7H', always)).toBe('2026-10-25 06:00:00');
  });

  it('ends the wait of a school that never opens', () => {
    const closed = { ...SCHOOL, closures: [{ from: '2020-01-01', to: '2040-01-01' }] };
    expect(ends('2026-11-23 09:00', 'PT30M', closed)).toBe('2027-02-22 00:00:00');
    const backwards = { ...SCHOOL, from: '16:00', to: '08:00' };
    expect(ends('2026-11-23 09:00', 'PT30M', backwards)).toBe('2027-02-22 00:00:00');
  });
});

describe('an urgent wait does not', () => {
  it.each(['now', 'today'] as const)('%s', (urgency) => {
    expect(inLondon(endOfWait(local('2026-11-28 23:50'), 'PT30M', urgency, SCHOOL))).toBe(
      '2026-11-29 00:20:00',
    );
  });
});

const START = Date.UTC(2026, 0, 1);
const starts = fc
  .integer({ min: 0, max: 700 * 86_400_000 })
  .map((ms) => Instant.parse(new Date(START + ms).toISOString()));
const minutes = fc.integer({ min: 1, max: 60 * 60 });
const wait = (start: Instant, n: number) => endOfWait(start, `PT${n}M`, 'ordinary', SCHOOL);

describe('whenever it begins and however long it is', () => {
  it('ends within working hours, and never before as much time has gone by', () => {
    fc.assert(
      fc.property(starts, minutes, (start, n) => {
        const end = wait(start, n);
        const at = Temporal.Instant.from(end).toZonedDateTimeISO(SCHOOL.timezone);
        const time = at.toPlainTime().toString({ smallestUnit: 'millisecond' });
        const isHalf = at.toPlainDate().toString() === '2026-12-18';
        const isOpen = time >= '08:00:00.000' && time <= (isHalf ? '12:30:00.000' : '16:00:00.000');
        const isHoliday = SCHOOL.closures.some(({ from, to }) => {
          const day = at.toPlainDate().toString();
          return from <= day && day <= to;
        });
        expect([isOpen, SCHOOL.days.includes(at.dayOfWeek), isHoliday]).toEqual([true, true, false]);
        expect(end >= later(start, { minutes: n })).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('ends later when it is longer', () => {
    fc.assert(
      fc.property(starts, minutes, minutes, (start, a, b) => {
        if (a < b) expect(wait(start, a) < wait(start, b)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never ends earlier when it begins later', () => {
    fc.assert(
      fc.property(starts, starts, minutes, (a, b, n) => {
        if (a < b) expect(wait(a, n) <= wait(b, n)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('can be waited in two parts', () => {
    fc.assert(
      fc.property(starts, minutes, minutes, (start, a, b) => {
        expect(wait(wait(start, a), b)).toBe(wait(start, a + b));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a half-day', () => {
  const hours = (half: string, calendar = SCHOOL) =>
    hoursOn(Temporal.PlainDate.from('2026-11-23'), {
      ...calendar,
      halfDays: [{ date: '2026-11-23', to: half }],
    });

  it('ends when it says, never later than any other day, and takes nothing from the days beside it', () => {
    const closes = (half: string) => hours(half)?.closes.toPlainTime().toString();
    expect([closes('12:30'), closes('16:00'), closes('18:00')]).toEqual(['12:30:00', '16:00:00', '16:00:00']);
    const { halfDays: _, ...without } = SCHOOL;
    for (const day of ['2026-12-17', '2026-11-27']) {
      const date = Temporal.PlainDate.from(day);
      expect(hoursOn(date, SCHOOL)).toEqual(hoursOn(date, without));
    }
    expect(hours('12:30', { ...SCHOOL, days: [2] })).toBeUndefined();
  });

  it('never makes a wait end sooner', () => {
    const { halfDays: _, ...without } = SCHOOL;
    const around = fc
      .integer({ min: 0, max: 40 * 86_400_000 })
      .map((ms) => Instant.parse(new Date(Date.UTC(2026, 10, 20) + ms).toISOString()));
    let isLater = 0;
    fc.assert(
      fc.property(around, minutes, (start, n) => {
        const usual = endOfWait(start, `PT${n}M`, 'ordinary', without);
        expect(wait(start, n) >= usual).toBe(true);
        if (wait(start, n) > usual) isLater += 1;
      }),
      { numRuns: 500 },
    );
    expect(isLater).toBeGreaterThan(0);
  });
});

describe('working days', () => {
  it('keeps the time of day, over weekends, holidays and changes of the clock', () => {
    expect(inLondon(addWorkingDays(local('2026-11-27 14:05'), 1, SCHOOL))).toBe('2026-11-30 14:05:00');
    expect(inLondon(addWorkingDays(local('2026-12-17 14:05'), 5, SCHOOL))).toBe('2027-01-07 14:05:00');
    expect(inLondon(addWorkingDays(local('2026-10-23 14:05'), 5, SCHOOL))).toBe('2026-10-30 14:05:00');
    expect(inLondon(addWorkingDays(local('2026-11-23 14:05'), 0, SCHOOL))).toBe('2026-11-23 14:05:00');
  });

  it('ends even where no day is a working day', () => {
    expect(inLondon(addWorkingDays(local('2026-11-23 14:05'), 5, { ...SCHOOL, days: [] }))).toBe(
      '2027-02-22 14:05:00',
    );
  });
});

describe('a time is said as people say it', () => {
  const now = local('2026-11-23 22:30');

  it.each([
    ['today 14:05', '2026-11-23 14:05'],
    ['tomorrow 09:00', '2026-11-24 09:00'],
    ['yesterday 23:59', '2026-11-22 23:59'],
    ['25 November 08:00', '2026-11-25 08:00'],
    ['21 November 08:00', '2026-11-21 08:00'],
  ])('%s', (said, at) => {
    expect(spoken(local(at), now, 'Europe/London')).toBe(said);
  });

  it('is local: half past eleven in the evening in UTC is tomorrow in a London summer', () => {
    const at = Instant.parse('2026-06-15T23:30:00.000Z');
    expect(spoken(at, Instant.parse('2026-06-15T10:00:00.000Z'), 'Europe/London')).toBe('tomorrow 00:30');
    expect(dayOf(at, 'Europe/London').toString()).toBe('2026-06-16');
  });
});
