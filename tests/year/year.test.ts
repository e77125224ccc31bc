import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { NEVER } from './answering.ts';
import { calendarOf } from './cards-sent.ts';
import { WEEKS } from './expected.ts';
import { PLANTED } from './planted.ts';
import { faultsIn } from './rules.ts';
import { type Ran, runYear } from './run.ts';
import { PEOPLE, UNREACHED, YEAR } from './school.ts';

const GOLDEN = join(process.cwd(), 'tests/year/calendar.golden.txt');
const LONGEST = 300_000;

/** How many cards each person got, the fewest first. */
const perPerson = ({ cards }: Ran): readonly number[] =>
  PEOPLE.people.map(({ id }) => cards.filter(({ person }) => person === id).length).toSorted((a, b) => a - b);

describe('a school year of sixty people on two platforms', () => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await runYear();
  }, LONGEST);

  it('sends what stands in the calendar, and nothing else', () => {
    const calendar = calendarOf(ran.cards);
    if (process.env.UPDATE_GOLDENS === '1') writeFileSync(GOLDEN, calendar);
    expect(calendar).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  it('has nothing that a headteacher would ring up about', () => {
    expect(faultsIn(ran.cards, ran.done, YEAR.last)).toEqual([]);
  });

  it('keeps its hour through both clock changes', () => {
    const mornings = ['2026-10-12', '2026-11-09', '2027-03-22', '2027-04-19'].map((day) =>
      ran.cards.find((card) => card.day === day && card.document === 'today-message'),
    );
    expect(mornings.map((card) => card?.time)).toEqual(Array(4).fill('09:00'));
    expect(mornings.map((card) => card?.at.slice(11, 16))).toEqual(['08:00', '09:00', '09:00', '08:00']);
  });

  it('reminds whoever never does anything in each week of term', () => {
    for (const person of NEVER) {
      const days = ran.cards
        .filter((card) => card.person === person && card.document === 'training-message')
        .map(({ day }) => day);
      const inWeek = (monday: string): number => {
        const sunday = Temporal.PlainDate.from(monday).add({ days: 6 }).toString();
        return days.filter((day) => monday <= day && day <= sunday).length;
      };
      expect(WEEKS.filter((monday) => inWeek(monday) === 0)).toEqual([]);
      expect(WEEKS.length).toBeGreaterThan(25);
    }
  });

  it('is a year in which everything happens', () => {
    const happened = [
      ...['does', 'books', 'later', 'not mine', 'session', 'check', 'launch', 'new text', 'new requirement'],
      ...['duty', 'release', 'asks', 'answer', 'remove', 'join', 'role', 'give', 'restart', 'report'],
    ];
    expect(happened.filter((what) => !ran.counts.has(what))).toEqual([]);
    expect(ran.counts.get('release')).toBeGreaterThanOrEqual(3);
    for (const platform of ['slack', 'teams'])
      expect(ran.cards.filter((card) => card.platform === platform).length).toBeGreaterThan(300);
    expect(ran.cards.filter(({ person }) => UNREACHED.includes(person))).toEqual([]);
    const each = perPerson(ran);
    process.stdout.write(`cards ${ran.cards.length}, a person ${each[30]} (median), ${each.at(-1)} (most)\n`);
  });
});

describe('each rule can fail', () => {
  it(
    'in a year of a bot with faults',
    async () => {
      const last = '2026-11-03';
      const { cards, done } = await runYear(last, PLANTED);
      const rules = new Set(faultsIn(cards, done, last).map(({ rule }) => rule));
      expect([...rules].toSorted()).toEqual([
        ...['after it was done', 'holiday', 'left', 'missing', 'not started'],
        ...['out-of-hours', 'too many', 'twice', 'weekend'],
      ]);
    },
    LONGEST,
  );
});
