import { z } from 'zod';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { DecisionKind, NoteKind } from '../../domain/case/events.ts';
import { MeetingKind } from '../../domain/case/work/meetings.ts';
import type { CaseRecord } from '../case/case-store.ts';
import type { Pressed } from '../case/work-case.ts';
import { colleagues } from './colleagues.ts';
import { momentIn, todayAt } from './moments.ts';

const LONGEST = 3000;
const LONGEST_NEEDED = 500;
const PLACE = /^\d{1,3}$/;

/** What a form of the lead's own work means, or the phrase that says what is wrong with it. */
type Read = { readonly command: CaseCommand } | { readonly problem: string };

const problem = (name: string): Read => ({ problem: name });

/** The meeting or the task that a button stands for. */
export const placeOf = (arg = ''): number => (PLACE.test(arg) ? Number(arg) : -1);

const text = ({ press }: Pressed, id: string): string => (press.inputs[id] ?? '').slice(0, LONGEST).trim();

const actOf = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

/** When it happened is apart from when it is written, and never after it. */
function note(pressed: Pressed): Read {
  const { deps, press } = pressed;
  const happened = momentIn(deps, press.inputs);
  if (happened.type === 'unreadable') return problem('problem-when');
  if (happened.type === 'chosen' && happened.isAhead) return problem('problem-future');
  return {
    command: {
      type: 'AddNote',
      ...actOf(pressed),
      kind: NoteKind.catch('note').parse(press.inputs.kind),
      text: text(pressed, 'text'),
      opinion: text(pressed, 'opinion'),
      happened: happened.type === 'chosen' ? happened.text : '',
      present: text(pressed, 'present'),
    },
  };
}

function decision(pressed: Pressed): Read {
  const what = DecisionKind.safeParse(pressed.press.inputs.what);
  if (!what.success) return problem('problem-choose');
  return {
    command: {
      type: 'RecordDecision',
      ...actOf(pressed),
      what: what.data,
      reason: text(pressed, 'reason'),
    },
  };
}

function meeting(pressed: Pressed): Read {
  const { deps, press } = pressed;
  const kind = MeetingKind.safeParse(press.inputs.kind);
  if (!kind.success) return problem('problem-choose');
  const when = momentIn(deps, press.inputs);
  if (when.type !== 'chosen' || !when.hasTime) return problem('problem-meeting-when');
  if (!when.isAhead) return problem('problem-past');
  return {
    command: {
      type: 'PlanMeeting',
      ...actOf(pressed),
      kind: kind.data,
      when: when.at,
      where: text(pressed, 'where'),
      who: text(pressed, 'who'),
    },
  };
}

function meetingHeld(pressed: Pressed): Read {
  const held = z.enum(['yes', 'no']).safeParse(pressed.press.inputs.held);
  if (!held.success) return problem('problem-choose');
  return {
    command: {
      type: 'EndMeeting',
      ...actOf(pressed),
      meeting: placeOf(pressed.press.arg),
      held: held.data === 'yes',
      text: text(pressed, 'text'),
    },
  };
}

/** Whom: one of those who may be asked, as things are at this moment. */
function task(pressed: Pressed, { state }: CaseRecord): Read {
  const { deps, directory, person, press } = pressed;
  const to = colleagues(state, directory, person).find(({ id }) => id === press.inputs.to);
  if (to === undefined) return problem('problem-who');
  const due = z.iso.date().safeParse(press.inputs.due);
  if (!due.success || due.data < todayAt(deps)) return problem('problem-due');
  const line = text(pressed, 'text').slice(0, LONGEST_NEEDED);
  return { command: { type: 'GiveTask', ...actOf(pressed), to: to.id, text: line, due: due.data } };
}

/** Undefined: it is a button of something else. */
export function readWork(pressed: Pressed, record: CaseRecord): Read | undefined {
  switch (pressed.press.do) {
    case 'case.note':
      return note(pressed);
    case 'case.decision':
      return decision(pressed);
    case 'case.meeting':
      return meeting(pressed);
    case 'case.meeting-held':
      return meetingHeld(pressed);
    case 'case.task':
      return task(pressed, record);
    case 'case.task-done':
      return {
        command: {
          type: 'AnswerTask',
          ...actOf(pressed),
          task: placeOf(pressed.press.arg),
          done: true,
          text: text(pressed, 'text'),
        },
      };
    default:
      return undefined;
  }
}

/** Why what was typed is no command, in a phrase of ours. */
export function problemWith(pressed: Pressed, record: CaseRecord): string {
  const read = readWork(pressed, record);
  return read !== undefined && 'problem' in read ? read.problem : 'refused-needs-words';
}
