import { assertNever } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import { decideClosing } from './closing.ts';
import type { CaseCommand, Refusal, Rules } from './commands.ts';
import { escalate, nameInvolved, passOn, raiseAgain, take } from './decide-ladder.ts';
import { decideAlert, decideReport } from './decide-report.ts';
import { decideStep } from './decide-step.ts';
import type { CaseEvent } from './events.ts';
import { appliedKey } from './evolve.ts';
import { clockFor } from './ladder.ts';
import { decideChase } from './late.ts';
import { routed } from './routed.ts';
import { type CaseState, stepOf } from './state.ts';
import { decideDrill } from './work/drill.ts';
import { decideHandOver } from './work/hand-over.ts';
import { decideThreshold } from './work/judge.ts';
import { decideLink } from './work/links.ts';
import { decideMeeting } from './work/meetings.ts';
import { decideReferral } from './work/referrals.ts';
import { decideReminders } from './work/reminders.ts';
import { decideTask } from './work/tasks.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;

const fact = ({ at, by, action }: CaseCommand) => ({ at, by, ...(action !== undefined && { action }) });

function requestApproval(command: Of<'RequestApproval'>, state: CaseState): Decision {
  // Nobody answers a request on a closed case, so none is taken.
  if (state.progress.status === 'closed') return refuse({ reason: 'closed' });
  if (stepOf(state, command.step.id) !== undefined) return refuse({ reason: 'already-done' });
  const { step, text } = command;
  return typed(text, { type: 'ApprovalRequested', ...fact(command), step, text });
}

function reopen(command: Of<'Reopen'>, state: CaseState, rules: Rules): Decision {
  if (state.progress.status !== 'closed') return refuse({ reason: 'already-done' });
  const clock = clockFor('open', command.at, state.plan, rules);
  return typed(command.reason, { type: 'CaseReopened', ...fact(command), reason: command.reason, clock });
}

const typed = (text: string, event: CaseEvent): Decision =>
  text.trim() === '' ? refuse({ reason: 'needs-words' }) : ok([event]);

/** Given what happened, what happens next, or why not. Pure and total. */
export function decide(command: CaseCommand, state: CaseState | undefined, rules: Rules): Decision {
  if (command.action !== undefined && state?.applied.includes(appliedKey(command.action, command.by)))
    return refuse({ reason: 'same-again' });
  if (command.type === 'RaiseAlert') return decideAlert(command, state, rules);
  if (command.type === 'ReportConcern') return decideReport(command, state, rules);
  if (state === undefined) return refuse({ reason: 'not-reported' });
  const closed = state.progress.status === 'closed';
  switch (command.type) {
    case 'OpenRecord':
      return ok([
        {
          type: 'RecordOpened',
          ...fact(command),
          ...(state.progress.status === 'new' && { clock: clockFor('own', command.at, state.plan, rules) }),
        },
      ]);
    case 'OpenRequest':
      return ok([{ type: 'RequestOpened', ...fact(command), step: command.step }]);
    case 'RequestCard':
      return ok([{ type: 'CardRequested', ...fact(command) }]);
    case 'TakeCase':
      return closed ? refuse({ reason: 'closed' }) : take(command, state, rules);
    case 'PassOn':
      return passOn(command, state, rules);
    case 'NamePersonInvolved':
      return nameInvolved(command, state, rules);
    case 'Triage':
      return closed ? refuse({ reason: 'closed' }) : ok([routed(command, state, rules)]);
    case 'AddNote':
      return typed(command.text, {
        type: 'NoteAdded',
        ...fact(command),
        kind: command.kind,
        text: command.text,
        opinion: command.opinion,
        happened: command.happened,
        present: command.present,
      });
    case 'AskReporter':
      // A question to whoever reported themselves would be an interview.
      if (state.report?.self) return refuse({ reason: 'no-such-step' });
      return typed(command.question, {
        type: 'InformationRequested',
        ...fact(command),
        question: command.question,
      });
    case 'GiveInformation':
      return typed(command.text, {
        type: 'InformationGiven',
        ...fact(command),
        text: command.text,
        ...(closed && { clock: clockFor('open', command.at, state.plan, rules) }),
      });
    case 'RecordOwnCall': {
      const { agency, who, when, reference } = command;
      return ok([{ type: 'OwnCallRecorded', ...fact(command), agency, who, when, reference }]);
    }
    case 'RaiseAgain':
      return raiseAgain(command, state, rules);
    case 'Escalate':
      return closed ? refuse({ reason: 'closed' }) : escalate(command, state, rules);
    case 'ReplyToInform':
      return state.informed.some(({ step }) => step === command.step)
        ? typed(command.text, {
            type: 'InformedReplied',
            ...fact(command),
            step: command.step,
            text: command.text,
          })
        : refuse({ reason: 'no-such-step' });
    case 'KeepChildRecord': {
      const { at, record, content, conflicted } = command;
      return ok([{ type: 'ChildRecordKept', at, record, content, conflicted: [...conflicted] }]);
    }
    case 'ChaseSteps':
      return closed ? refuse({ reason: 'closed' }) : decideChase(command, state, rules);
    case 'RequestApproval':
      return requestApproval(command, state);
    // Calling for help is written down whenever it happened, after closing too.
    case 'RecordReferral':
      return decideStep(command, state);
    case 'DoStep':
    case 'ReasonAway':
    case 'Decide':
    case 'Inform':
    case 'Approve':
    case 'Decline':
      return closed ? refuse({ reason: 'closed' }) : decideStep(command, state);
    case 'Close':
      return closed ? refuse({ reason: 'closed' }) : decideClosing(command, state);
    case 'Reopen':
      return reopen(command, state, rules);
    case 'RecordDecision': {
      const { what, reason } = command;
      return typed(reason, { type: 'DecisionRecorded', ...fact(command), what, reason });
    }
    case 'LinkChild':
    case 'LeaveUnsure':
    case 'UndoLink':
    case 'AskStrike':
    case 'AgreeStrike':
    case 'DeclineStrike':
      return decideLink(command, state);
    case 'RecordReply':
    case 'EscalateReferral':
    case 'ChaseReferrals':
      return decideReferral(command, state);
    case 'PlanMeeting':
    case 'EndMeeting':
      return decideMeeting(command, state);
    case 'GiveTask':
    case 'OpenTask':
    case 'AnswerTask':
      return decideTask(command, state);
    case 'RemindOfWork':
      return closed ? refuse({ reason: 'closed' }) : decideReminders(command, state, rules);
    case 'HandOver':
    case 'LeaveDuty':
      return closed ? refuse({ reason: 'closed' }) : decideHandOver(command, state, rules);
    case 'DecideThreshold':
    case 'KeepLowLevel':
      return decideThreshold(command, state);
    case 'EndDrill':
      return closed ? refuse({ reason: 'closed' }) : decideDrill(command, state);
    case 'HandOut': {
      const { what, reader, left, hash } = command;
      return ok([{ type: 'RecordHandedOut', ...fact(command), what, reader, left: [...left], hash }]);
    }
    default:
      return assertNever(command, 'case command');
  }
}
