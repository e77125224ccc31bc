import fc from 'fast-check';
import { Instant } from '../../../src/domain/ids.ts';
import {
  daysLate,
  dueDay,
  isToldNow,
  isWithin,
  lastDayOf,
  lastOf,
} from '../../../src/domain/reviews/cycle.ts';
import { atWork, type Calendar, dayOf, nextWorkingMorning } from '../../../src/domain/time/working-time.ts';

describe('the last day of a month', () => {
  it.each([
    ['2026-09', '2026-09-30'],
    ['2028-02', '2028-02-29'],
    ['2026-02', '2026-02-28'],
    ['2026-08-31', '2026-08-31'],
  ])('%s is %s', (written, day) => {
    expect(lastDayOf(written)).toBe(day);
  });
});

describe('when it is due', () => {
  const yearly = { first: '2026-09', every: 'P12M' };

  it('is the policy’s first day, until it is done', () => {
    expect(dueDay(yearly, undefined)).toBe('2026-09-30');
  });

  it.each([
    ['P12M', '2028-02-29', '2029-02-28'],
    ['P48M', '2024-02-29', '2028-02-29'],
    ['P1M', '2026-08-31', '2026-09-30'],
    ['P1M', '2027-01-31', '2027-02-28'],
    ['P1M', '2028-01-31', '2028-02-29'],
    ['P6M', '2026-08-31', '2027-02-28'],
    ['P1W', '2026-12-28', '2027-01-04'],
    ['P2W', '2026-10-20', '2026-11-03'],
  ])('is %s after it was done on %s: %s', (every, on, due) => {
    expect(dueDay({ first: '2020-01-01', every }, { on, first: '2020-01-01' })).toBe(due);
  });

  it('follows what the organisation set, where the policy gives no interval', () => {
    const silent = { first: '2026-09-01', every: null };
    const done = { on: '2026-09-01', first: '2026-09-01' };
    expect(dueDay({ ...silent, otherwise: 'P4W' }, done)).toBe('2026-09-29');
    expect(dueDay(silent, done)).toBeUndefined();
  });

  it('moves with a first day that the policy changes later on, and not with one that is over', () => {
    const done = { on: '2026-11-24', first: '2026-09-30' };
    expect(dueDay({ ...yearly, first: '2027-03' }, done)).toBe('2027-03-31');
    expect(dueDay({ ...yearly, first: '2026-10' }, done)).toBe('2027-11-24');
  });

  it('is not due again on the first day when it was done before that day', () => {
    expect(dueDay({ first: '2026-12-01', every: 'P12M' }, { on: '2026-11-20', first: '2026-12-01' })).toBe(
      '2027-11-20',
    );
  });
});

describe('due days, whatever the dates', () => {
  const LONDON = 'Europe/London';
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => Temporal.PlainDate.from('2019-01-01').add({ days }).toString());
  const interval = fc.oneof(
    fc.integer({ min: 1, max: 8 }).map((weeks) => `P${weeks}W`),
    fc.integer({ min: 1, max: 36 }).map((months) => `P${months}M`),
  );
  const first = '2018-01-01';

  it('are never before the day it was done, nor later than one interval after it', () => {
    fc.assert(
      fc.property(day, interval, fc.option(day, { nil: undefined }), (on, every, next) => {
        const due = dueDay({ first, every }, { on, first, next }) ?? '';
        expect(due > on).toBe(true);
        expect(due <= Temporal.PlainDate.from(on).add(every).toString()).toBe(true);
        // An agreed day holds where it can, and nowhere else.
        const latest = Temporal.PlainDate.from(on).add(every).toString();
        expect(due).toBe(next !== undefined && next > on && next < latest ? next : latest);
      }),
    );
  });

  it('come no earlier for what was done later, also over short months', () => {
    fc.assert(
      fc.property(day, day, interval, (a, b, every) => {
        const [early = '', late = ''] = [a, b].toSorted();
        const due = (on: string) => dueDay({ first, every }, { on, first }) ?? '';
        expect(due(early) <= due(late)).toBe(true);
      }),
    );
  });

  it('count days by the calendar of London, whatever its clocks do', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 23 }),
        (due, days, hour) => {
          const noon = Temporal.PlainDate.from(due).toZonedDateTime({
            timeZone: LONDON,
            plainTime: { hour },
          });
          const today = noon.add({ days }).toPlainDate().toString();
          expect(daysLate(due, today)).toBe(days);
        },
      ),
    );
  });

  it('of a month alone are its last day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const last = Temporal.PlainDate.from(lastDayOf(date.slice(0, 7)));
        expect(last.toString().slice(0, 7)).toBe(date.slice(0, 7));
        expect(last.add({ days: 1 }).day).toBe(1);
      }),
    );
  });

  it('move with a first day that is still to come, and with none that is over', () => {
    fc.assert(
      fc.property(day, day, interval, (on, changed, every) => {
        const due = dueDay({ first: changed, every }, { on, first });
        const kept = Temporal.PlainDate.from(on).add(every).toString();
        expect(due).toBe(changed > on ? changed : kept);
      }),
    );
  });

  it('need a day or something that was done', () => {
    expect(dueDay({ first: undefined, every: 'P12M' }, undefined)).toBeUndefined();
    expect(dueDay({ first: undefined, every: 'P12M' }, { on: '2028-02-29' })).toBe('2029-02-28');
    expect(lastOf({ first: undefined }, { on: '2026-11-24' })).toEqual({ on: '2026-11-24' });
    expect(lastOf({ first: '2026-09' }, { on: '2026-11-24', next: '2027-01-05' })).toEqual({
      on: '2026-11-24',
      first: '2026-09-30',
      next: '2027-01-05',
    });
  });
});

describe('what belongs to a cycle', () => {
  const yearly = { every: 'P12M' };
  it.each([
    ['2026-10-01', '2025-09-01', true],
    ['2025-09-01', '2025-09-01', false],
    ['2025-11-24', undefined, true],
    ['2025-11-23', undefined, false],
  ])('done on %s, the last time on %s: %s', (doneOn, lastOn, is) => {
    expect(isWithin(yearly, doneOn, { on: '2026-11-24', lastOn })).toBe(is);
  });

  it('is everything that was done once, where once is enough', () => {
    expect(isWithin({ every: null }, '2001-01-01', { on: '2026-11-24' })).toBe(true);
  });
});

describe('days late', () => {
  it.each([
    ['2026-09-01', '2026-11-21', 81],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-12-24', '2026-11-24', 0],
    // The clocks go back on 25 October 2026 and forward on 28 March 2027: a day is a day.
    ['2026-10-24', '2026-10-26', 2],
    ['2027-03-27', '2027-03-29', 2],
    ['2028-02-28', '2028-03-01', 2],
  ])('due on %s, on %s: %i', (due, today, days) => {
    expect(daysLate(due, today)).toBe(days);
  });
});

describe('who is told anew', () => {
  const told = (due: string, ahead: number, from: string, to: string, chased = true): readonly string[] => {
    let toldOn: string | undefined;
    const days: string[] = [];
    for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 })) {
      const today = day.toString();
      if (!isToldNow({ due, toldOn }, { ahead, chased }, today)) continue;
      toldOn = today;
      days.push(today);
    }
    return days;
  };

  it('is told some days before, on the day, and then each week', () => {
    expect(told('2026-12-15', 30, '2026-11-01', '2026-12-31')).toEqual([
      '2026-11-15',
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
    ]);
  });

  it('is told at once of what is late already, and a week after that', () => {
    expect(told('2026-09-01', 0, '2026-11-21', '2026-12-01')).toEqual(['2026-11-21', '2026-11-28']);
  });

  it('is told once of what is not chased', () => {
    expect(told('2026-09-01', 0, '2026-11-21', '2027-11-21', false)).toEqual(['2026-11-21']);
  });

  it('is never told twice within a week, nor left without a word for longer than one, once it is late', () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (due, ahead) => {
        const start = Temporal.PlainDate.from(due).subtract({ days: 50 }).toString();
        const end = Temporal.PlainDate.from(due).add({ days: 40 }).toString();
        const late = told(due, ahead, start, end).filter((each) => each >= due);
        expect(late[0]).toBe(due);
        for (const [n, each] of late.entries())
          expect(each).toBe(
            Temporal.PlainDate.from(due)
              .add({ days: 7 * n })
              .toString(),
          );
        expect(late).toHaveLength(6);
      }),
    );
  });
});

describe('working mornings', () => {
  const school: Calendar = {
    timezone: 'Europe/London',
    days: [1, 2, 3, 4, 5],
    from: '08:00',
    to: '17:00',
    closures: [{ from: '2026-12-21', to: '2027-01-01' }],
  };
  const at = (text: string) => Instant.parse(text);

  it.each([
    ['at work', '2026-11-24T10:05:00.000Z', '2026-11-24T10:05:00.000Z'],
    ['in the evening', '2026-11-24T21:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['before dawn', '2026-11-24T03:00:00.000Z', '2026-11-24T08:00:00.000Z'],
    ['on a Saturday', '2026-11-28T11:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['in the holidays', '2026-12-24T11:00:00.000Z', '2027-01-04T08:00:00.000Z'],
    ['in the summer, by local time', '2027-06-01T21:00:00.000Z', '2027-06-02T07:00:00.000Z'],
  ])('a nudge %s goes at the next moment of work', (_, now, then) => {
    expect(atWork(at(now), school)).toBe(then);
  });

  it.each([
    ['2026-11-24T10:05:00.000Z', '2026-11-25T09:00:00.000Z'],
    ['2026-11-24T03:00:00.000Z', '2026-11-25T09:00:00.000Z'],
    ['2026-11-27T10:05:00.000Z', '2026-11-30T09:00:00.000Z'],
    ['2026-12-18T10:05:00.000Z', '2027-01-04T09:00:00.000Z'],
    // Summer time begins on 28 March 2027 and ends on 31 October 2027.
    ['2027-03-26T10:05:00.000Z', '2027-03-29T08:00:00.000Z'],
    ['2027-10-29T10:05:00.000Z', '2027-11-01T09:00:00.000Z'],
  ])('after %s comes %s', (now, then) => {
    expect(nextWorkingMorning(at(now), school)).toBe(then);
  });

  it('is when a centre opens that opens late', () => {
    const evenings = { ...school, from: '12:00', to: '20:00' };
    const next = nextWorkingMorning(at('2026-11-24T15:00:00.000Z'), evenings);
    expect(next).toBe('2026-11-25T12:00:00.000Z');
    expect(dayOf(next, 'Europe/London').toString()).toBe('2026-11-25');
  });
});
