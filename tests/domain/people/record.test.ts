import fc from 'fast-check';
import { Instant, PersonId, RecordId, SiteId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/people/directory.ts';
import { type Ask, asksOf, isLate, type Required } from '../../../src/domain/people/record/asks.ts';
import {
  answerNotMine,
  book,
  type Changed,
  check,
  issue,
  later,
  look,
  nudge,
  sayNotMine,
  take,
} from '../../../src/domain/people/record/change.ts';
import { learn, readUpdate } from '../../../src/domain/people/record/learned.ts';
import { isForManager, isToldOn, nextWake, stageOn } from '../../../src/domain/people/record/nudges.ts';
import { newPersonRecord, type PersonRecord } from '../../../src/domain/people/record/state.ts';
import { leaveTeam, noteTeam, teamDay, tellTeam } from '../../../src/domain/people/record/team.ts';
import { Agreement } from '../../../src/domain/policy/agreement.ts';
import { Training } from '../../../src/domain/policy/training.ts';
import type { Calendar } from '../../../src/domain/time/working-time.ts';

const ADA = PersonId.parse('p-ada');
const BEN = PersonId.parse('p-ben');
const NOTICE = RecordId.parse('k7q4md2xh8rv5w3t9n6pc0jzab');
const VERA = PersonId.parse('p-vera');
const NORTH = SiteId.parse('north');
const CALENDAR: Calendar = {
  timezone: 'Europe/London',
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '17:00',
  closures: [{ from: '2026-12-21', to: '2027-01-01' }],
};
const ada: Person = { id: ADA, name: 'Invented', roles: [{ role: 'staff', site: NORTH }] };
const at = (day: string, time = '10:00'): Instant =>
  Instant.parse(
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: CALENDAR.timezone, plainTime: time })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 }),
  );
const act = (today: string, by: PersonId = ADA) => ({ by, at: at(today), today });
const training = (more: object = {}) =>
  Training.parse({
    ...{ id: 'refresher', name: 'Refresher', roles: ['staff'], every: 'P12M', minutes: 40, source: '11' },
    ...more,
  });
const asking = (...all: readonly Training[]): Required => ({
  training: all,
  audits: [],
  issues: [],
  year: '09-01',
});
const STARTED = '2024-09-02';
/** Somebody who last did it on this day. */
const record = (last?: string): PersonRecord => ({
  ...newPersonRecord(ADA, '2025-09-01', [NORTH]),
  since: { staff: STARTED },
  taken: last === undefined ? {} : { refresher: [{ on: last, at: at(last), by: ADA }] },
});
const theAsk = (
  required: Required,
  held: PersonRecord,
  today: string,
): Extract<Ask, { kind: 'training' }> => {
  const [ask] = asksOf(required, ada, held, today);
  if (ask?.kind !== 'training') throw new Error('Nothing is asked');
  return ask;
};
const made = (changed: Changed): PersonRecord => {
  if (!changed.ok) throw new Error(`Refused: ${changed.refusal}`);
  return changed.value.record;
};
const refusal = (changed: Changed) => (changed.ok ? undefined : changed.refusal);
const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** Every day on which somebody is told, from one day on, as the clock would have it. */
function toldDays(
  required: (day: string) => Required,
  start: PersonRecord,
  from: string,
  days: number,
  press: (held: PersonRecord, day: string) => PersonRecord = (held) => held,
): readonly string[] {
  const told: string[] = [];
  let held = start;
  for (let n = 0; n < days; n += 1) {
    const day = plus(from, n);
    held = press(held, day);
    const looked = look(held, asksOf(required(day), ada, held, day), day);
    if (!looked.ok) continue;
    told.push(day);
    held = looked.value.record;
  }
  return told;
}

describe('what is asked of somebody', () => {
  it('is theirs by their role, and counts from the day they came to it', () => {
    const lead = training({ roles: ['dsl'] });
    expect(asksOf(asking(training(), lead), ada, record(), '2026-01-10').map(({ key }) => key)).toEqual([
      'training:refresher',
    ]);
  });

  it('has the directory’s own day for a refresher, and for nothing else', () => {
    const known = { ...ada, trained: '2026-01-10' };
    const [refresher, course] = asksOf(
      asking(training({ refresher: true }), training({ id: 'course' })),
      known,
      record(),
      '2026-01-20',
    );
    expect(refresher?.last).toBe('2026-01-10');
    expect(course?.last).toBeUndefined();
  });

  it('is done until thirty days before the next time', () => {
    const held = record('2026-01-10');
    expect(theAsk(asking(training()), held, '2026-12-10').standing).toBe('done');
    expect(theAsk(asking(training()), held, '2026-12-11').standing).toBe('open');
  });

  it('is not done only because its day is far', () => {
    const ask = theAsk(
      asking(training({ every: 'year' })),
      { ...record(), began: '2026-09-02' },
      '2026-11-24',
    );
    expect(ask.standing).toBe('open');
    expect(ask.due).toBe('2027-08-31');
    expect(isToldOn(record(), ask, '2026-11-24')).toBe(false);
  });

  it('waits for whoever checks it, where the policy has somebody check', () => {
    const required = asking(training({ verify: ['dsl'] }));
    const held = made(
      take(record(), theAsk(required, record(), '2026-01-10'), { on: '2026-01-09' }, act('2026-01-10')),
    );
    expect(theAsk(required, held, '2026-01-10').standing).toBe('to-check');
    const refused = check(
      held,
      'refresher',
      { on: '2026-01-09', right: false, why: 'no' },
      act('2026-01-11', VERA),
    );
    expect(theAsk(required, made(refused), '2026-01-11').standing).toBe('open');
    const right = check(
      held,
      'refresher',
      { on: '2026-01-09', right: true, why: '' },
      act('2026-01-11', VERA),
    );
    expect(theAsk(required, made(right), '2026-01-11').standing).toBe('done');
    expect(
      refusal(check(held, 'refresher', { on: '2026-01-09', right: true, why: '' }, act('2026-01-11'))),
    ).toBe('nothing-new');
  });
});

describe('topics', () => {
  const required = asking(
    training({
      topics: [
        { id: 'online', text: 'online' },
        { id: 'filtering', text: 'filtering' },
      ],
    }),
  );
  const took = (held: PersonRecord, on: string, topics?: readonly string[]) =>
    made(take(held, theAsk(required, held, on), { on, topics }, act(on)));

  it('that were left out keep it open, and are named', () => {
    const held = took(record(), '2026-01-09', ['online']);
    const ask = theAsk(required, held, '2026-01-10');
    expect([ask.standing, ask.missing, ask.last]).toEqual(['open', ['filtering'], undefined]);
  });

  it('count together within a year', () => {
    const held = took(took(record(), '2026-01-09', ['online']), '2026-02-09', ['filtering']);
    const ask = theAsk(required, held, '2026-02-10');
    expect([ask.standing, ask.missing, ask.last]).toEqual(['done', [], '2026-02-09']);
    const late = took(took(record(), '2026-01-09', ['online']), '2027-02-09', ['filtering']);
    expect(theAsk(required, late, '2027-02-10').missing).toEqual(['online']);
  });

  it('are all covered where nobody said which', () => {
    expect(theAsk(required, took(record(), '2026-01-09'), '2026-01-10').standing).toBe('done');
  });
});

describe('days that nobody means', () => {
  const today = '2026-01-10';
  const ask = theAsk(asking(training({ certificate: true })), record(), today);
  it.each([
    ['2026-01-11', 'future'],
    ['2016-01-09', 'too-old'],
    ['2016-01-10', 'no-certificate'],
  ])('done on %s: %s', (on, why) => {
    expect(refusal(take(record(), ask, { on }, act(today)))).toBe(why);
  });
  it.each([
    ['2026-01-09', 'past'],
    ['2027-01-11', 'far'],
    ['2027-01-10', undefined],
  ])('booked for %s: %s', (on, why) => {
    expect(refusal(book(record(), ask, on, act(today)))).toBe(why);
  });
  it('learned: the same days, and something must stand there', () => {
    const learned = { on: today, at: at(today), what: 'A course' };
    expect(refusal(learn(record(), { ...learned, on: '2026-01-11' }, today))).toBe('future');
    expect(refusal(learn(record(), { ...learned, what: '' }, today))).toBe('empty');
    const held = made(learn(record(), learned, today));
    expect(held.learned).toEqual([learned]);
    expect(refusal(learn(held, learned, today))).toBe('nothing-new');
  });
});

it('an update counts as read the first time it is opened', () => {
  const held = made(readUpdate(record(), NOTICE, { by: ADA, at: at('2026-01-10') }));
  expect(held.read).toEqual({ [NOTICE]: at('2026-01-10') });
  expect(refusal(readUpdate(held, NOTICE, { by: ADA, at: at('2026-01-11') }))).toBe('nothing-new');
});

describe('reminders', () => {
  const required = asking(training());
  const DONE = '2026-01-10';

  it('come 30, 14, 7 and 1 days before, then every week', () => {
    expect(toldDays(() => required, record(DONE), '2026-11-01', 100)).toEqual([
      ...['2026-12-11', '2026-12-27', '2027-01-03', '2027-01-09'],
      ...['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08'],
    ]);
  });

  it('come once a week for everything that is late, and on one card a day', () => {
    const both = asking(training(), training({ id: 'fire' }));
    const last = (on: string) => [{ on, at: at(on), by: ADA }];
    const held = { ...record(), taken: { refresher: last('2026-01-10'), fire: last('2026-01-14') } };
    expect(toldDays(() => both, held, '2027-01-11', 31)).toEqual([
      // The day after each day; from then on together.
      ...['2027-01-11', '2027-01-13', '2027-01-15', '2027-01-22', '2027-01-29', '2027-02-05'],
    ]);
    // Asked for by itself on a day with a card: the next day.
    const needs = { id: 'first-aid', name: 'First aid', kind: 'reading', for: 'people', roles: ['staff'] };
    const agreement = Agreement.parse({ ...needs, version: 1, source: '11' });
    const more = { ...both, issues: [{ agreement, hash: 'a' }] };
    const told = made(look(held, asksOf(both, ada, held, '2027-01-11'), '2027-01-11'));
    const asked = issue(told, asksOf(more, ada, told, '2027-01-11'), '2027-01-11');
    expect(refusal(look(asked, asksOf(more, ada, asked, '2027-01-11'), '2027-01-11'))).toBe('nothing-new');
    expect(made(look(asked, asksOf(more, ada, asked, '2027-01-12'), '2027-01-12')).round).toBe(2);
    expect(nextWake(asked, asksOf(more, ada, asked, '2027-01-11'), at('2027-01-11'), CALENDAR)).toBe(
      at('2027-01-12', '09:00'),
    );
  });

  it('stop when it is done', () => {
    const told = toldDays(
      () => required,
      record(DONE),
      '2026-11-01',
      330,
      (held, day) =>
        day === '2027-01-20' ? made(take(held, theAsk(required, held, day), { on: day }, act(day))) : held,
    );
    expect(told.at(-1)).toBe('2027-01-18');
    expect(told).toHaveLength(6);
  });

  it('are quiet for a week when asked to be, and until the day after a booking', () => {
    const asked = toldDays(
      () => required,
      record(DONE),
      '2026-12-11',
      20,
      (held, day) =>
        day === '2026-12-12' ? made(later(held, asksOf(required, ada, held, day), '2026-12-28')) : held,
    );
    expect(asked).toEqual(['2026-12-11', '2026-12-28']);
    const bookedFor = toldDays(
      () => required,
      record(DONE),
      '2026-12-11',
      60,
      (held, day) =>
        day === '2026-12-12' ? made(book(held, theAsk(required, held, day), '2027-01-14', act(day))) : held,
    );
    expect(bookedFor.slice(0, 3)).toEqual(['2026-12-11', '2027-01-15', '2027-01-22']);
  });

  it('stop for "not me any more", and go on when that was not right', () => {
    const held = made(
      sayNotMine(record(DONE), theAsk(required, record(DONE), '2026-12-11'), act('2026-12-11')),
    );
    expect(toldDays(() => required, held, '2026-12-11', 60)).toEqual([]);
    expect(refusal(answerNotMine(held, 'training:refresher', false, act('2026-12-12')))).toBe('nothing-new');
    const answered = made(answerNotMine(held, 'training:refresher', false, act('2026-12-12', VERA)));
    expect(toldDays(() => required, answered, '2026-12-12', 10)).toEqual(['2026-12-12']);
    const done = take(held, theAsk(required, held, '2026-12-12'), { on: '2026-12-12' }, act('2026-12-12'));
    expect(made(done).notMine).toEqual({});
  });

  it('by hand: at most once a day', () => {
    const asks = asksOf(required, ada, record(DONE), '2026-12-15');
    const held = made(nudge(record(DONE), asks, act('2026-12-15', VERA)));
    expect(held.round).toBe(1);
    expect(refusal(nudge(held, asks, act('2026-12-15', VERA)))).toBe('nothing-new');
    expect(made(nudge(held, asks, act('2026-12-16', VERA))).round).toBe(2);
  });

  it('are for mornings of working days, and at once only while people are at work', () => {
    const wake = (held: PersonRecord, now: Instant, today: string) =>
      nextWake(held, asksOf(required, ada, held, today), now, CALENDAR);
    expect(wake(record(DONE), at('2026-11-24'), '2026-11-24')).toBe(at('2026-12-11', '09:00'));
    // 26 and 27 December are a weekend in the holidays.
    const told = made(look(record(DONE), asksOf(required, ada, record(DONE), '2026-12-11'), '2026-12-11'));
    expect(wake(told, at('2026-12-11'), '2026-12-11')).toBe(at('2027-01-04', '09:00'));
    expect(wake(record(DONE), at('2026-12-11', '21:00'), '2026-12-11')).toBe(at('2026-12-14', '08:00'));
  });

  it('come at nine by the clock on the wall, before and after it changes', () => {
    const held = record('2026-04-28');
    const wake = (now: Instant, day: string) =>
      nextWake(held, asksOf(required, ada, held, day), now, CALENDAR);
    expect(wake(at('2027-03-01'), '2027-03-01')).toBe('2027-03-29T08:00:00.000Z');
    const winter = record('2026-11-28');
    expect(nextWake(winter, asksOf(required, ada, winter, '2027-10-01'), at('2027-10-01'), CALENDAR)).toBe(
      '2027-10-29T08:00:00.000Z',
    );
    const later30 = record('2026-12-02');
    expect(nextWake(later30, asksOf(required, ada, later30, '2027-10-01'), at('2027-10-01'), CALENDAR)).toBe(
      '2027-11-02T09:00:00.000Z',
    );
  });
});

describe('somebody else hears of it', () => {
  const required = asking(training());
  it('when it is more than two weeks late, whatever was booked', () => {
    const held = record('2026-01-10');
    expect(isForManager(theAsk(required, held, '2027-01-24'), '2027-01-24')).toBe(false);
    expect(isForManager(theAsk(required, held, '2027-01-25'), '2027-01-25')).toBe(true);
    const booked = made(book(held, theAsk(required, held, '2027-01-20'), '2027-06-01', act('2027-01-20')));
    expect(isLate(theAsk(required, booked, '2027-01-25'), '2027-01-25')).toBe(true);
    expect(isForManager(theAsk(required, booked, '2027-01-25'), '2027-01-25')).toBe(true);
  });

  it('at most once a week, and those who are done leave', () => {
    const one = made(noteTeam(record(), ADA, 'late', '2027-01-25'));
    expect(refusal(noteTeam(one, ADA, 'late', '2027-01-26'))).toBe('nothing-new');
    const told = made(tellTeam(one, '2027-01-25'));
    expect([told.teamRound, teamDay(told, '2027-01-26')]).toEqual([1, undefined]);
    const two = made(noteTeam(told, BEN, 'no-account', '2027-01-26'));
    expect(refusal(tellTeam(two, '2027-01-26'))).toBe('nothing-new');
    expect(teamDay(two, '2027-01-26')).toBe('2027-02-01');
    expect(made(tellTeam(two, '2027-02-01')).teamRound).toBe(2);
    expect(made(leaveTeam(two, BEN)).team).toEqual(told.team);
    expect(refusal(leaveTeam(told, BEN))).toBe('nothing-new');
  });
});

describe('always', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((n) => Temporal.PlainDate.from('2025-09-01').add({ days: n }).toString());
  const every = fc.constantFrom('P6M', 'P12M', 'P24M', 'year', 'once');
  const required = (length: string, by?: string): Required =>
    asking(training({ every: length, ...(by && { by }) }));

  it('nobody is told twice on a day, nor twice in one stage, also when the policy changes in between', () => {
    fc.assert(
      fc.property(every, every, day, fc.integer({ min: 0, max: 120 }), (first, second, last, change) => {
        const from = plus(last, 60);
        const inForce = (each: string) => required(each < plus(from, change) ? first : second, '10-31');
        const told = toldDays(inForce, record(last), from, 200);
        const stages = (which: (each: string) => boolean) =>
          told.filter(which).map((each) => {
            const { due } = theAsk(inForce(each), record(last), each);
            return `${due}|${due === undefined ? '' : stageOn(due, each)}`;
          });
        const all = stages(() => true);
        return new Set(told).size === told.length && new Set(all).size === all.length;
      }),
      { numRuns: 25 },
    );
  });

  it('the time of day changes nothing', () => {
    fc.assert(
      fc.property(every, day, day, (length, last, today) => {
        const held = record(last <= today ? last : undefined);
        const wake = (time: string) => {
          const moment = nextWake(
            held,
            asksOf(required(length), ada, held, today),
            at(today, time),
            CALENDAR,
          );
          const ask = theAsk(required(length), held, today);
          return isToldOn(held, ask, today) ? 'now' : moment;
        };
        return wake('00:00') === wake('23:59');
      }),
    );
  });

  it('the next wake-up is never in the past, and there is one as long as something is to be told', () => {
    fc.assert(
      fc.property(every, day, day, (length, last, today) => {
        const held = record(last <= today ? last : undefined);
        const asks = asksOf(required(length), ada, held, today);
        const wake = nextWake(held, asks, at(today, '12:00'), CALENDAR);
        const ask = theAsk(required(length), held, today);
        return ask.due === undefined ? wake === undefined : wake !== undefined && wake >= at(today, '12:00');
      }),
    );
  });

  it('one who has done it is not told until thirty days before the next time', () => {
    fc.assert(
      fc.property(fc.constantFrom('P6M', 'P12M', 'P24M'), day, (length, last) => {
        const [first] = toldDays(() => required(length), record(last), last, 800);
        const { due } = theAsk(required(length), record(last), last);
        return due !== undefined && first === plus(due, -30);
      }),
      { numRuns: 12 },
    );
  });
});
