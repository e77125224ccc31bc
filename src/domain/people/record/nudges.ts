import { assertNever, type Instant } from '../../ids.ts';
import { atWork, type Calendar, dayOf, workingMorningOn } from '../../time/working-time.ts';
import { type Ask, isLate, isNear, isSettled } from './asks.ts';
import type { PersonRecord } from './state.ts';
import { teamDay } from './team.ts';

/** Told this many days before the day, then weekly from the day after it. */
const AHEAD_DAYS = [30, 14, 7, 1] as const;
const WEEK = 7;
/** So many days late, the line manager hears of it. */
const MANAGER_AFTER_DAYS = 14;

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** The day on which the line manager hears of it, if it is still open. */
export const managerDay = (due: string): string => addDays(due, MANAGER_AFTER_DAYS + 1);

/** How near a day is, as far as nudges tell it apart: 4 (more than 30 days) to 0 (tomorrow or today), then -1, -2 … a week. */
export function stageOn(due: string, day: string): number {
  const left = daysBetween(day, due);
  if (left < 0) return -Math.ceil(-left / WEEK);
  return AHEAD_DAYS.filter((days) => left > days).length;
}

/** Until before this day somebody is left in peace: they are booked, or asked to be reminded later. */
function quietUntil({ booked, later }: PersonRecord, { key }: Ask): string | undefined {
  const after = booked[key] === undefined ? undefined : addDays(booked[key], 1);
  const days = [after, later[key]].filter((day) => day !== undefined);
  return days.sort().at(-1);
}

/** The day on which somebody was asked for it beside its own calendar: a new text, or a lead who asks now. */
function askedOn({ issued, launched }: PersonRecord, ask: Ask): string | undefined {
  switch (ask.kind) {
    case 'agreement':
      return issued[ask.issue.agreement.id]?.on;
    case 'audit':
      return ask.last === undefined || ask.last < (launched[ask.audit.id] ?? '')
        ? launched[ask.audit.id]
        : undefined;
    case 'training':
      return undefined;
    default:
      return assertNever(ask, 'ask');
  }
}

/** What stands on somebody's card: its day is near or past, or it was asked for by itself. */
export const isUpNow = (record: PersonRecord, ask: Ask, today: string): boolean =>
  !isSettled(ask) &&
  ask.standing !== 'not-mine' &&
  (isNear(ask.due, today) || askedOn(record, ask) !== undefined);

/**
 * Whether somebody is to hear of it. Only the last day on which they were told is kept: a policy that changes the
 * day, or a night in which nothing was sent, never makes two nudges of one.
 */
function isToTell(record: PersonRecord, ask: Ask, today: string): boolean {
  const { due, key } = ask;
  if (due === undefined || !isUpNow(record, ask, today)) return false;
  const quiet = quietUntil(record, ask);
  const told = record.told[key];
  if (quiet !== undefined && today < quiet) return false;
  const asked = askedOn(record, ask);
  if (told === undefined || (asked !== undefined && told < asked)) return true;
  if (quiet !== undefined && told < quiet) return true;
  // Weekly from the last time, so that what became late on different days of a week stays one card a week.
  if (told > due) return daysBetween(told, today) >= WEEK;
  return stageOn(due, told) !== stageOn(due, today);
}

/** One card a day: the one of today says by itself what else has come. */
const hadCard = ({ told }: PersonRecord, today: string): boolean => Object.values(told).includes(today);

export const isToldOn = (record: PersonRecord, ask: Ask, today: string): boolean =>
  isToTell(record, ask, today) && !hadCard(record, today);

/** The next day on which something about it may be to tell; undefined: none that is known now. */
export function nextDayOf(record: PersonRecord, ask: Ask, today: string): string | undefined {
  const { due, standing } = ask;
  if (due === undefined || standing === 'not-mine') return undefined;
  if (isToTell(record, ask, today)) return hadCard(record, today) ? addDays(today, 1) : today;
  const told = record.told[ask.key];
  const forManager = managerDay(due);
  const weekly = told !== undefined && told > due ? [addDays(told, WEEK)] : [];
  const stages = [...AHEAD_DAYS.map((ahead) => addDays(due, -ahead)), ...weekly];
  const quiet = quietUntil(record, ask);
  const isQuiet = quiet !== undefined && quiet > today;
  // Others hear that it is late whatever was asked for in between.
  const days = [...(isQuiet ? [quiet] : stages), addDays(due, 1), forManager];
  return days.filter((day) => day > today).sort()[0];
}

/** When a record is to wake next: in the morning of a working day, and at once only while people are at work. */
export function nextWake(
  record: PersonRecord,
  asks: readonly Ask[],
  now: Instant,
  calendar: Calendar,
): Instant | undefined {
  const today = dayOf(now, calendar.timezone).toString();
  const days = [...asks.map((ask) => nextDayOf(record, ask, today)), teamDay(record, today)];
  const [first] = days.filter((day) => day !== undefined).sort();
  if (first === undefined) return undefined;
  return first <= today ? atWork(now, calendar) : workingMorningOn(first, calendar);
}

/** What the line manager is to hear of: late for more than two weeks. A booking for another day changes nothing. */
export const isForManager = (ask: Ask, today: string): boolean =>
  isLate(ask, today) && ask.due !== undefined && managerDay(ask.due) <= today;
