import type { Role } from '../../src/domain/policy/facts.ts';
import { NEVER } from './answering.ts';
import type { SentCard } from './cards-sent.ts';
import { CHANGES, LAUNCHED, NEW_DEPUTY } from './plan.ts';
import type { Done } from './run.ts';
import { isOpenOn, JOINED, JOINERS, listedAs, PEOPLE, personOf, UNREACHED, workingDay } from './school.ts';

/** A card that somebody is to get on this day, by the policy's own days and not by the bot's. */
export interface Expected {
  readonly person: string;
  readonly day: string;
  readonly what: string;
  /** What it is about; whoever has done that already needs no card. */
  readonly key?: string;
  readonly document: string;
  /** In the words of the card. */
  readonly says?: string;
}

const ALL = PEOPLE.people.map(({ id }) => String(id)).filter((id) => !UNREACHED.includes(id));
const holds = (id: string, roles: readonly Role[]): boolean =>
  listedAs(id).roles.some(({ role }) => roles.includes(role));
const LEADS: readonly Role[] = ['dsl', 'deputy'];
const BOARD: readonly Role[] = ['governor', 'safeguarding-governor', 'chair-of-governors'];

/** Everything that the policy may ask of somebody. */
export function keysAsked(id: string): readonly string[] {
  const isLead = holds(id, LEADS) || id === NEW_DEPUTY.person;
  return [
    ...['agreement:policy', 'agreement:staff-aup'],
    ...(holds(id, ['staff', 'volunteer']) ? ['training:yearly-update', 'training:induction'] : []),
    ...(holds(id, ['staff']) ? ['audit:self-audit'] : []),
    ...(isLead ? ['training:lead-course', 'training:lead-update'] : []),
    ...(holds(id, BOARD) ? ['training:governors'] : []),
  ];
}

const RENEWED: Readonly<Record<string, string>> = {
  'agreement:policy': CHANGES.text,
  'audit:self-audit': LAUNCHED,
  'training:lead-update': CHANGES.requirement,
};
/** It was done, and asked for anew since. */
export const renewed = ({ key, at }: Done, { day }: SentCard): boolean => {
  const from = RENEWED[key];
  return (from !== undefined && at.slice(0, 10) <= from && day >= from) || isHalfAYear(key, at, day);
};
/** A requirement that changes is due within days of the change, and takes the day before and the day after with it. */
export const isExcused = (person: string, since: string): boolean =>
  holds(person, LEADS) && since === CHANGES.requirement;
/** What leads do twice a year comes again thirty days before. */
const isHalfAYear = (key: string, at: string, day: string): boolean =>
  key === 'training:lead-update' &&
  day >= CHANGES.requirement &&
  Temporal.PlainDate.from(at.slice(0, 10)).add({ months: 6 }).subtract({ days: 30 }).toString() <= day;

const own = (person: string, day: string, what: string, key?: string): Expected => ({
  ...{ person, day, what, document: 'training-message' },
  ...(key !== undefined && { key }),
});
const duty = (n: number, day: string, says: string): Expected => ({
  ...{ person: personOf(n), day, what: says, document: 'duty-message', says },
});

/** The Mondays of weeks in which the schools are open on all five days. */
function mondays(from: string, until: string): readonly string[] {
  const found: string[] = [];
  for (let day = Temporal.PlainDate.from(from); day.toString() < until; day = day.add({ days: 7 }))
    if ([0, 1, 2, 3, 4].every((days) => isOpenOn(day.add({ days }).toString()))) found.push(day.toString());
  return found;
}
export const WEEKS: readonly string[] = mondays('2026-10-05', '2027-07-19');

export const EXPECTED: readonly Expected[] = [
  ...ALL.filter((id) => holds(id, ['staff', 'volunteer', 'contractor', ...BOARD])).map((id) =>
    own(id, '2026-09-01', 'agreements on the first day'),
  ),
  own(JOINERS.staff, JOINED.staff, 'agreements on the first day here'),
  // Thirty days before 31 October.
  ...ALL.filter((id) => holds(id, ['staff', 'volunteer'])).map((id) =>
    own(id, '2026-10-01', 'the yearly update', 'training:yearly-update'),
  ),
  ...[6, 7, 9].map((n) => own(personOf(n), '2026-10-21', 'training of governors', 'training:governors')),
  own(personOf(8), '2027-01-29', 'training of governors', 'training:governors'),
  ...ALL.map((id) => own(id, CHANGES.text, 'the new text')),
  ...ALL.filter((id) => holds(id, ['staff'])).map((id) => own(id, LAUNCHED, 'the self-check')),
  ...[1, 2, 3].map((n) => own(personOf(n), CHANGES.requirement, 'the update that is twice a year now')),
  ...NEVER.map((id) => own(id, '2026-09-16', 'it is late')),
  // Their line managers hear of it: late for more than two weeks, or without an account.
  ...[12, 13, 14].map((n) => team(n, '2026-09-30', 'late')),
  ...[10, 12, 14].map((n) => team(n, '2026-09-01', 'no chat account')),
  duty(1, '2027-01-04', 'Review filtering and monitoring'),
  duty(1, '2027-01-11', 'Read what the monitoring found'),
  duty(10, '2027-01-11', 'Check that systems and devices are safe'),
  duty(10, '2027-01-25', 'Try out the filter'),
  duty(1, '2027-01-25', 'Meet the safeguarding governor'),
  duty(1, workingDay('2027-01-30'), 'Review how safe pupils are online'),
  duty(4, '2027-02-01', 'Look through low-level worries'),
  duty(5, '2027-02-01', 'Look through low-level worries'),
  duty(13, '2027-06-21', 'Check that every class learns'),
  duty(14, '2027-06-21', 'Check that every class learns'),
];

function team(n: number, day: string, says: string): Expected {
  return { person: personOf(n), day, what: `somebody they manage: ${says}`, document: 'team-message', says };
}

export const wasTold = (cards: readonly SentCard[], { person, day, document, says }: Expected): boolean =>
  cards.some(
    (card) =>
      card.person === person &&
      card.day === day &&
      card.document === document &&
      (says === undefined || card.texts.join(' ').includes(says)),
  );
