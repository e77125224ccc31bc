import type { SlotData } from '../../cards/fill.ts';
import { mayDo } from '../../domain/access.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Meeting } from '../../domain/case/work/meetings.ts';
import { repliesTo, type Task } from '../../domain/case/work/tasks.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { glance } from '../told/shown.ts';

/** Lines on the record's first page; the whole list is one press away. */
const SHOWN = 3;
const GLANCE = 80;
/** On the list itself. */
const LISTED = 8;
const LISTED_GLANCE = 300;

interface UnderWay {
  /** Smaller comes first. */
  readonly rank: string;
  readonly slots: SlotData;
}

function meetingLine(deps: Deps, meeting: Meeting, place: number, most: number): UnderWay {
  const { say } = deps.cards;
  const { kind, when, where, who } = meeting;
  return {
    rank: `1${when}`,
    slots: {
      title: say('work-meeting', { kind: say(`meeting-${kind}`), time: clockTime(deps, when) }),
      text: glance([where, who].filter(Boolean).join(' · '), most),
      said: undefined,
      note: meeting.askedAt === undefined ? undefined : say('work-meeting-over'),
      button: say('work-how'),
      arg: `meeting-held:${place}`,
    },
  };
}

/** Whoever was asked cannot read it any more: they left, or they are part of the case. */
function isGone(state: CaseState, directory: Directory, { to }: Task, place: number): boolean {
  const person = personById(directory, to);
  return person === undefined || !mayDo(person, { type: 'do-task', task: place }, state, directory);
}

function taskLine(
  deps: Deps,
  state: CaseState,
  directory: Directory,
  task: Task,
  place: number,
  most: number,
): UnderWay {
  const { say } = deps.cards;
  const last = task.answers.at(-1);
  const note = task.done
    ? say('work-task-done')
    : isGone(state, directory, task, place)
      ? say('work-task-gone')
      : task.late
        ? say('work-task-late')
        : undefined;
  return {
    rank: task.done
      ? `9${task.answers.at(-1)?.at ?? ''}`
      : `${repliesTo(task).length > 0 ? 0 : 2}${task.due}`,
    slots: {
      title: say('work-task', { day: dayWords(task.due) }),
      text: glance(`${nameOf(deps, directory, task.to)}: ${task.text}`, most),
      said:
        last === undefined
          ? undefined
          : glance(`${nameOf(deps, directory, last.by)}: ${last.text || say('task-said-done')}`, most),
      note,
      button: task.done ? undefined : say('work-settle'),
      arg: `task-done:${place}`,
    },
  };
}

function underWay(deps: Deps, state: CaseState, directory: Directory, most: number): readonly SlotData[] {
  const meetings = state.meetings.flatMap((meeting, place) =>
    meeting.standing === 'planned' ? [meetingLine(deps, meeting, place, most)] : [],
  );
  const tasks = state.tasks.map((task, place) => taskLine(deps, state, directory, task, place, most));
  return [...meetings, ...tasks].sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ slots }) => slots);
}

/** Meetings until somebody says how they went, and what colleagues were asked: what wants an answer first. */
export function workShown(
  deps: Deps,
  state: CaseState,
  directory: Directory,
): { readonly work: readonly SlotData[]; readonly moreWork: string | undefined } {
  const all = underWay(deps, state, directory, GLANCE);
  const left = all.length - SHOWN;
  return {
    work: all.slice(0, SHOWN),
    moreWork: left > 0 ? deps.cards.say('work-more', { count: left }) : undefined,
  };
}

/** The same with a button each. */
export const workListed = (deps: Deps, state: CaseState, directory: Directory): readonly SlotData[] =>
  underWay(deps, state, directory, LISTED_GLANCE).slice(0, LISTED);
