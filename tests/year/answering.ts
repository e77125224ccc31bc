import { chance } from '../term/school.ts';
import type { SentCard } from './cards-sent.ts';
import type { World } from './run.ts';
import { LEAVERS, personOf, workingDay } from './school.ts';

/** Who never does anything about training; their line managers hear of it. */
export const NEVER: readonly string[] = [20, 31, 48].map(personOf);
/** Who books first, and who asks to be reminded later first. */
const BOOKS: readonly string[] = [34, 35, 41].map(personOf);
/** Trainings are asked of everybody in October. */
const BOOKING_FROM = '2026-09-30';
const LATER: readonly string[] = [24, 37, 50].map(personOf);
/** Who says once that something is not theirs any more. */
export const NOT_MINE = { person: personOf(53), key: 'agreement:staff-aup' } as const;
/** A duty that is done three weeks late. */
const LATE_DUTY = 'Try out the filter';

const dayAfter = (day: string, days: number): string =>
  workingDay(Temporal.PlainDate.from(day).add({ days }).toString());

/** One to four days, by person and day alone: one card more leaves everybody else's year as it was. */
const waits = (person: string, day: string): number =>
  1 + chance(Number(`${person.slice(2)}${day.replaceAll('-', '').slice(3)}`)).below(4);

/** What each person does about a card on the day on which they see it: most do what it asks within the week. */
export function answering(world: World): (card: SentCard) => void {
  const { acts, plan, today, did } = world;
  const once = new Set<string>();
  const isFirst = (what: string): boolean => !once.has(what) && once.add(what) !== undefined;

  const doAll = (person: string, day: string): void => {
    // Two cards in one week are answered with one visit.
    if (!isFirst(`${person} ${day}`)) return;
    plan(day, 'does', async () => did(person, await acts.doAll(person, today())));
  };
  function training(person: string): void {
    const soon = dayAfter(today(), waits(person, today()));
    if (NEVER.includes(person) || person === LEAVERS.noticed) return;
    if (person === NOT_MINE.person && isFirst('not mine'))
      plan(today(), 'not mine', () => acts.notMine(person, NOT_MINE.key));
    if (BOOKS.includes(person) && today() > BOOKING_FROM && isFirst(`book ${person}`)) {
      const on = dayAfter(today(), 10);
      plan(today(), 'books', async () => {
        if (!(await acts.book(person, on))) throw new Error(`${person} cannot book`);
      });
      doAll(person, on);
      return;
    }
    if (LATER.includes(person) && isFirst(`later ${person}`)) {
      plan(today(), 'later', () => acts.later(person));
      return;
    }
    doAll(person, soon);
  }
  function duty({ person, record, texts, verbs }: SentCard): void {
    if (!verbs.some((verb) => verb === 'duty.start' || verb === 'duty.form')) return;
    const isLate = texts[0]?.includes(LATE_DUTY) === true && isFirst('late duty');
    if (isFirst(`${person} ${record}`))
      plan(dayAfter(today(), isLate ? 21 : waits(person, today())), 'duty', async () => {
        await acts.duty(person, record);
      });
  }

  function asked({ person, record, verbs }: SentCard): void {
    if (verbs.includes('asked.open') && isFirst(`asked ${person} ${record} ${today()}`))
      plan(dayAfter(today(), 1), 'answer', () => acts.answer(person, record));
  }

  return (card) => {
    const { document, person, texts } = card;
    switch (document) {
      case 'training-message':
        return training(person);
      case 'duty-message':
        return duty(card);
      case 'asked-message':
        return asked(card);
      case 'board-message':
        if (texts[0]?.includes('draft')) plan(dayAfter(today(), 2), 'release', () => acts.release(person));
        return;
      default:
        return;
    }
  };
}
