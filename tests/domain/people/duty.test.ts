import fc from 'fast-check';
import type { Instant } from '../../../src/domain/ids.ts';
import type { Absence, Directory, Turn } from '../../../src/domain/people/directory.ts';
import { awayAt, directoryAt, dutyAt, halfAt, type Spell, spellOf } from '../../../src/domain/people/duty.ts';
import { type Calendar, instantOf, later } from '../../../src/domain/time/working-time.ts';
import {
  directoryOf,
  ELSEWHERE,
  IRIS,
  OMAR,
  PIPPA,
  personWith,
  SITE,
  WREN,
} from '../../support/case-parts.ts';

const CALENDAR: Calendar = {
  timezone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '16:00',
  closures: [{ from: '2026-12-19', to: '2027-01-03' }],
  halfDays: [{ date: '2026-12-18', to: '12:30' }],
};
const LEADS = ['dsl', 'deputy'] as const;

/** "2026-11-23 09:00" in London; the 23rd is a Monday. */
const local = (text: string): Instant =>
  instantOf(Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/London').toInstant());

const people = [
  personWith(IRIS, ['dsl']),
  personWith(OMAR, ['deputy']),
  personWith(WREN, ['dsl'], ELSEWHERE),
  personWith(PIPPA, ['staff']),
];
const turn = (day: number, half: Turn['half'], person = OMAR, site = SITE): Turn => ({
  site,
  day,
  half,
  person,
});
const away = (person = IRIS, from = '2026-11-23 12:00', until = '2026-11-24 00:00'): Absence => ({
  person,
  from: local(from),
  until: local(until),
  by: person,
});
const school = (parts: Partial<Directory> = {}): Directory => ({ ...directoryOf(...people), ...parts });
const on = (at: string, parts: Partial<Directory> = {}) => {
  const directory = directoryAt(school(parts), local(at));
  const { half, by, people: found } = dutyAt(directory, SITE, local(at), CALENDAR, LEADS);
  return [half ?? 'shut', by, ...found.map(({ id }) => id)];
};

describe('who is away', () => {
  it('is from its first moment until before its last', () => {
    const absences = [away()];
    expect(awayAt(absences, local('2026-11-23 11:59:59'))).toEqual([]);
    expect(awayAt(absences, local('2026-11-23 12:00'))).toEqual([IRIS]);
    expect(awayAt(absences, local('2026-11-23 23:59:59'))).toEqual([IRIS]);
    expect(awayAt(absences, local('2026-11-24 00:00'))).toEqual([]);
  });

  it('is nobody twice, and the directory is the same one while nobody is', () => {
    const both = [away(), away(IRIS, '2026-11-23 10:00')];
    expect(awayAt(both, local('2026-11-23 13:00'))).toEqual([IRIS]);
    const directory = school({ absences: both });
    expect(directoryAt(directory, local('2026-11-25 13:00'))).toBe(directory);
    const then = directoryAt(directory, local('2026-11-23 13:00'));
    expect(then.away).toEqual([IRIS]);
    expect(directoryAt(then, local('2026-11-25 13:00'))).not.toHaveProperty('away');
  });
});

describe('which half of the day it is', () => {
  it.each([
    ['before opening', '2026-11-23 07:59:59', undefined],
    ['at opening', '2026-11-23 08:00', 'morning'],
    ['just before noon', '2026-11-23 11:59:59', 'morning'],
    ['at noon', '2026-11-23 12:00', 'afternoon'],
    ['just before closing', '2026-11-23 15:59:59', 'afternoon'],
    ['at closing', '2026-11-23 16:00', undefined],
    ['on a Saturday', '2026-11-28 10:00', undefined],
    ['on a half-day, before everybody goes', '2026-12-18 12:29', 'afternoon'],
    ['on a half-day, after everybody went', '2026-12-18 12:30', undefined],
    ['in the holidays', '2026-12-21 10:00', undefined],
    ['on the Monday after the clocks went forward', '2026-03-30 08:00', 'morning'],
    ['on the Monday after the clocks went back', '2026-10-26 07:59', undefined],
  ])('%s', (_, at, half) => {
    expect(halfAt(local(at), CALENDAR)).toBe(half);
  });

  it('is by the clock on the wall, in summer and in winter', () => {
    // Eight in London is seven in UTC before 25 October 2026, and eight after it.
    const at = (text: string) => halfAt(instantOf(Temporal.Instant.from(text)), CALENDAR);
    expect(at('2026-10-23T07:00:00Z')).toBe('morning');
    expect(at('2026-10-26T07:00:00Z')).toBeUndefined();
    expect(at('2026-10-26T08:00:00Z')).toBe('morning');
  });
});

describe('who is on duty', () => {
  it('is the first of the leads’ roles that has somebody, where no rota says otherwise', () => {
    expect(on('2026-11-23 09:00')).toEqual(['morning', 'role', IRIS]);
  });

  it('is whoever the rota has on that half of that day, at that site', () => {
    const rota = [turn(1, 'morning'), turn(2, 'all-day'), turn(3, 'morning', WREN, ELSEWHERE)];
    expect(on('2026-11-23 09:00', { rota })).toEqual(['morning', 'rota', OMAR]);
    expect(on('2026-11-23 13:00', { rota })).toEqual(['afternoon', 'role', IRIS]);
    expect(on('2026-11-24 09:00', { rota })).toEqual(['morning', 'rota', OMAR]);
    expect(on('2026-11-24 13:00', { rota })).toEqual(['afternoon', 'rota', OMAR]);
    expect(on('2026-11-25 09:00', { rota })).toEqual(['morning', 'role', IRIS]);
  });

  it('is never somebody who is away', () => {
    const rota = [turn(1, 'all-day')];
    const absences = [away(OMAR)];
    expect(on('2026-11-23 11:59', { rota, absences })).toEqual(['morning', 'rota', OMAR]);
    expect(on('2026-11-23 12:00', { rota, absences })).toEqual(['afternoon', 'role', IRIS]);
    expect(on('2026-11-23 13:00', { absences: [away()] })).toEqual(['afternoon', 'role', OMAR]);
    expect(on('2026-11-23 13:00', { absences: [away(), away(OMAR)] })).toEqual(['afternoon', 'role']);
  });

  it('is never somebody who leads the site no more, though the rota still has them', () => {
    expect(on('2026-11-23 09:00', { rota: [turn(1, 'morning', PIPPA)] })).toEqual(['morning', 'role', IRIS]);
    expect(on('2026-11-23 09:00', { rota: [turn(1, 'morning', WREN)] })).toEqual(['morning', 'role', IRIS]);
  });

  it('is nobody while the site is shut', () => {
    const rota = [turn(5, 'all-day')];
    expect(on('2026-11-23 17:00', { rota })).toEqual(['shut', 'role']);
    expect(on('2026-12-18 12:29', { rota })).toEqual(['afternoon', 'rota', OMAR]);
    expect(on('2026-12-18 12:30', { rota })).toEqual(['shut', 'role']);
    expect(on('2026-12-25 09:00', { rota })).toEqual(['shut', 'role']);
  });
});

describe('a spell of being away', () => {
  const NOW = local('2026-11-23 10:05');
  const spell = (parts: Partial<Spell>) =>
    spellOf(
      { from: '2026-11-23', begins: 'day', until: '2026-11-23', ends: 'day', ...parts },
      NOW,
      'Europe/London',
    );
  const ok = (from: string, until: string) => ({
    ok: true,
    value: { from: local(from), until: local(until) },
  });
  const no = (refusal: string) => ({ ok: false, refusal });

  it.each([
    ['from now until the end of today', {}, ok('2026-11-23 10:05', '2026-11-24 00:00')],
    ['this afternoon', { begins: 'afternoon' }, ok('2026-11-23 12:00', '2026-11-24 00:00')],
    ['until noon', { ends: 'morning' }, ok('2026-11-23 10:05', '2026-11-23 12:00')],
    [
      'a week from Wednesday noon',
      { from: '2026-11-25', begins: 'afternoon', until: '2026-12-02', ends: 'morning' },
      ok('2026-11-25 12:00', '2026-12-02 12:00'),
    ],
    [
      'over the night on which the clocks change',
      { from: '2027-03-27', until: '2027-03-28' },
      ok('2027-03-27 00:00', '2027-03-29 00:00'),
    ],
    ['a year', { until: '2027-11-23' }, ok('2026-11-23 10:05', '2027-11-24 00:00')],
    ['more than a year', { until: '2027-11-24' }, no('too-long')],
    ['from yesterday', { from: '2026-11-22' }, no('past')],
    ['until yesterday', { until: '2026-11-22' }, no('past')],
    ['from noon until noon', { begins: 'afternoon', ends: 'morning' }, no('backwards')],
    ['from tomorrow until today', { from: '2026-11-24' }, no('backwards')],
  ] as const)('%s', (_, parts, expected) => {
    expect(spell(parts)).toEqual(expected);
  });

  it('ends, is never backwards, and never longer than a year', () => {
    const days = fc
      .integer({ min: -3, max: 800 })
      .map((n) => Temporal.PlainDate.from('2026-11-23').add({ days: n }).toString());
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('day' as const, 'afternoon' as const),
        days,
        fc.constantFrom('day' as const, 'morning' as const),
        (from, begins, until, ends) => {
          const result = spell({ from, begins, until, ends });
          if (!result.ok) return;
          expect(result.value.from >= NOW && result.value.from < result.value.until).toBe(true);
          expect(result.value.until <= later(NOW, { hours: 366 * 24 })).toBe(true);
        },
      ),
    );
  });
});
