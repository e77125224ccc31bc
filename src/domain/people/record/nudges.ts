import type { Instant } from '../../ids.ts';
import { atWork, type Calendar, dayOf, workingMorningOn } from '../../time/working-time.ts';
import { type Ask, isSettled } from './asks.ts';
import type { PersonRecord } from './state.ts';

/** Told this many days before the day, then weekly from the day after it. */
const AHEAD_DAYS = [30, 14, 7, 1] as const;
const WEEK = 7;
/** So many days late, the line manager hears of it. */
export const MANAGER_AFTER_DAYS = 14;

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

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

/**
 * Whether somebody hears of it on this day. Only the last day on which they were told is kept: a policy that changes the
 * day, or a night in which nothing was sent, never makes two nudges of one.
 */
export function isToldOn(record: PersonRecord, ask: Ask, today: string): boolean {
  const { due, key, standing } = ask;
  if (isSettled(ask) || standing === 'not-mine' || due === undefined) return false;
  const quiet = quietUntil(record, ask);
  const told = record.told[key];
  if (quiet !== undefined && today < quiet) return false;
  const issued = ask.kind === 'agreement' ? record.issued[ask.issue.agreement.id]?.on : undefined;
  if (told === undefined || (issued !== undefined && told < issued)) return true;
  if (quiet !== undefined && told < quiet) return true;
  return stageOn(due, told) !== stageOn(due, today);
}

/** The next day on which something about it may be to tell; undefined: none that is known now. */
export function nextDayOf(record: PersonRecord, ask: Ask, today: string): string | undefined {
  const { due, standing } = ask;
  if (due === undefined || standing === 'not-mine') return undefined;
  if (isToldOn(record, ask, today)) return today;
  const weeks = Math.max(0, Math.floor((daysBetween(due, today) - 1) / WEEK) + 1);
  const days = [
    ...AHEAD_DAYS.map((ahead) => addDays(due, -ahead)),
    addDays(due, 1 + weeks * WEEK),
    addDays(due, MANAGER_AFTER_DAYS + 1),
  ];
  const quiet = quietUntil(record, ask);
  if (quiet !== undefined && quiet > today) return quiet;
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
  const days = asks.map((ask) => nextDayOf(record, ask, today)).filter((day) => day !== undefined);
  const [first] = days.sort();
  if (first === undefined) return undefined;
  return first <= today ? atWork(now, calendar) : workingMorningOn(first, calendar);
}

/** What the line manager is to hear of: late for more than two weeks. */
export const isForManager = ({ due, standing }: Ask, today: string): boolean =>
  standing === 'open' && due !== undefined && daysBetween(due, today) > MANAGER_AFTER_DAYS;
