import type { Instant } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import {
  addWorkingDays,
  type Calendar,
  dayOf,
  endOfWorkingDay,
  nextWorkingMorning,
} from '../../time/working-time.ts';
import type { Act, Refusal, Rules } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';
import type { Meeting } from './meetings.ts';
import { isUnanswered, type Task } from './tasks.ts';

/** What is over and not done: each is said once, and nobody's act. */
export type ReminderCommand = Act & { type: 'RemindOfWork' };

type Kind = 'TasksChased' | 'TasksLate' | 'MeetingsUnrecorded';
interface Reminder {
  readonly kind: Kind;
  /** Which task or meeting. */
  readonly place: number;
  readonly at: Instant;
}

const nextDayOf = (at: Instant, calendar: Calendar) =>
  dayOf(addWorkingDays(at, 1, calendar), calendar.timezone);

/** Asked at five for today: there was no time, so the next day's end counts. */
function endOfTask({ due, at }: Task, calendar: Calendar): Instant {
  const end = endOfWorkingDay(Temporal.PlainDate.from(due), calendar);
  return end > at ? end : endOfWorkingDay(nextDayOf(at, calendar), calendar);
}

/** First whoever was asked, and the morning after whoever asked. */
function ofTask(task: Task, calendar: Calendar): Omit<Reminder, 'place'> | undefined {
  if (!isUnanswered(task) || task.late) return undefined;
  return task.chasedAt === undefined
    ? { kind: 'TasksChased', at: endOfTask(task, calendar) }
    : { kind: 'TasksLate', at: nextWorkingMorning(task.chasedAt, calendar) };
}

/** There is the rest of the next working day to write it down. */
function ofMeeting(
  { standing, askedAt, when }: Meeting,
  calendar: Calendar,
): Omit<Reminder, 'place'> | undefined {
  if (standing !== 'planned' || askedAt !== undefined) return undefined;
  return { kind: 'MeetingsUnrecorded', at: endOfWorkingDay(nextDayOf(when, calendar), calendar) };
}

const placed = (found: Omit<Reminder, 'place'> | undefined, place: number): readonly Reminder[] =>
  found === undefined ? [] : [{ ...found, place }];

const reminders = ({ tasks, meetings }: CaseState, calendar: Calendar): readonly Reminder[] => [
  ...tasks.flatMap((task, place) => placed(ofTask(task, calendar), place)),
  ...meetings.flatMap((meeting, place) => placed(ofMeeting(meeting, calendar), place)),
];

/** Meetings that nobody has written up yet, and tasks that are not done. */
export const unsettled = ({ tasks, meetings }: Pick<CaseState, 'tasks' | 'meetings'>): number =>
  tasks.filter(({ done }) => !done).length + meetings.filter(({ standing }) => standing === 'planned').length;

/** When the next of them is due. */
export const nextReminder = (state: CaseState, calendar: Calendar): Instant | undefined =>
  reminders(state, calendar)
    .map(({ at }) => at)
    .sort()[0];

export function decideReminders(
  { at }: ReminderCommand,
  state: CaseState,
  { calendar }: Rules,
): Result<readonly CaseEvent[], Refusal> {
  const due = reminders(state, calendar).filter((each) => each.at <= at);
  const places = (wanted: Kind) => due.filter(({ kind }) => kind === wanted).map(({ place }) => place);
  const [chased, late, unrecorded] = [
    places('TasksChased'),
    places('TasksLate'),
    places('MeetingsUnrecorded'),
  ];
  const events: readonly CaseEvent[] = [
    ...(chased.length > 0 ? [{ type: 'TasksChased' as const, at, tasks: chased }] : []),
    ...(late.length > 0 ? [{ type: 'TasksLate' as const, at, tasks: late }] : []),
    ...(unrecorded.length > 0 ? [{ type: 'MeetingsUnrecorded' as const, at, meetings: unrecorded }] : []),
  ];
  return events.length === 0 ? refuse({ reason: 'already-done' }) : ok(events);
}
