import type { CaseEvent } from '../../domain/case/events.ts';
import type { Child } from '../../domain/case/report.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from './people-words.ts';
import { clockTime } from './status-line.ts';

/** Events of the lead's own work: links, referrals, meetings, tasks, handing over, the threshold, handing out. */
type WorkEvent = Extract<
  CaseEvent,
  {
    type:
      | 'DecisionRecorded'
      | 'ChildLinked'
      | 'ChildNotSure'
      | 'LinkUndone'
      | 'StrikeAsked'
      | 'StrikeAgreed'
      | 'StrikeDeclined'
      | 'ReferralReplied'
      | 'ReferralEscalated'
      | 'ReferralsChased'
      | 'MeetingPlanned'
      | 'MeetingEnded'
      | 'MeetingsUnrecorded'
      | 'TaskGiven'
      | 'TaskOpened'
      | 'TaskAnswered'
      | 'TasksChased'
      | 'TasksLate'
      | 'HandedOver'
      | 'DutyLeft'
      | 'ThresholdDecided'
      | 'LowLevelKept'
      | 'RecordHandedOut'
      | 'DrillEnded';
  }
>;

const nameIn = ({ children }: CaseState, place: number): string => {
  const child: Child | undefined = children[place];
  return child === undefined ? '' : child.name || child.description;
};

/** "Children's social care, Fern Team": the referral that an event is about. */
function referralIn(deps: Deps, { referrals }: CaseState, n: number): string {
  const found = referrals[n];
  return found === undefined ? '' : `${deps.cards.say(`agency-${found.agency}`)}, ${found.who}`;
}

function meetingIn(deps: Deps, { meetings }: CaseState, n: number): string {
  const found = meetings[n];
  return found === undefined ? '' : deps.cards.say(`meeting-${found.kind}`);
}

/** An outcome has a title of its own where one event has two. */
export function workTitle(deps: Deps, event: WorkEvent): string {
  if (event.type === 'MeetingEnded' && !event.held) return deps.cards.say('did-MeetingCancelled');
  if (event.type === 'TaskAnswered' && event.done) return deps.cards.say('did-TaskDone');
  return deps.cards.say(`did-${event.type}`);
}

/** The lines below the title, in people's words. */
export function workLines(
  deps: Deps,
  state: CaseState,
  event: WorkEvent,
  directory: Directory,
): readonly string[] {
  const { say } = deps.cards;
  switch (event.type) {
    case 'DecisionRecorded':
      return [say(`decision-${event.what}`), event.reason];
    case 'ChildLinked':
    case 'ChildNotSure':
    case 'StrikeAgreed':
      return [nameIn(state, event.child)];
    case 'LinkUndone':
    case 'StrikeAsked':
    case 'StrikeDeclined':
      return [nameIn(state, event.child), event.reason];
    case 'ReferralReplied':
      return [referralIn(deps, state, event.referral), say(`outcome-${event.outcome}`), event.text];
    case 'ReferralEscalated':
      return [referralIn(deps, state, event.referral), event.stage, event.who, event.text];
    case 'ReferralsChased':
      return event.referrals.map((n) => referralIn(deps, state, n));
    case 'MeetingPlanned':
      return [say(`meeting-${event.kind}`), clockTime(deps, event.when), event.where, event.who];
    case 'MeetingEnded':
      return [meetingIn(deps, state, event.meeting), event.text];
    case 'MeetingsUnrecorded':
      return event.meetings.map((n) => meetingIn(deps, state, n));
    case 'TaskGiven':
      return [nameOf(deps, directory, event.to), event.text, say('task-until', { day: dayWords(event.due) })];
    case 'TaskOpened':
      return [state.tasks[event.task]?.text ?? ''];
    case 'TaskAnswered':
      return [state.tasks[event.task]?.text ?? '', event.text];
    case 'TasksChased':
    case 'TasksLate':
      return event.tasks.map((n) => state.tasks[n]?.text ?? '');
    case 'HandedOver':
      return [nameOf(deps, directory, event.to), event.note];
    case 'ThresholdDecided': {
      const { limbs, outcome, reason, lado, done } = event;
      const asked =
        lado.asked === 'yes'
          ? [say('lado-asked'), lado.when, lado.advice]
          : [say('lado-not-asked'), lado.advice];
      return [
        say(`threshold-${outcome}`),
        ...limbs.map((limb) => say(`limb-${limb}`)),
        reason,
        done,
        ...asked,
      ];
    }
    case 'RecordHandedOut':
      return [event.reader, ...event.left, event.hash];
    case 'DrillEnded':
    case 'DutyLeft':
    case 'LowLevelKept':
      return [];
  }
}
