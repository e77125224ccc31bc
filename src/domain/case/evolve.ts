import { assertNever } from '../ids.ts';
import { mayInvolveLead } from '../policy/facts.ts';
import { begun } from './begun.ts';
import type { CaseEvent } from './events.ts';
import { conflictedToo, decided, handed, moved, versioned, withClock } from './evolve-progress.ts';
import { decision, doneBy, lockedAnew, withStep } from './evolve-steps.ts';
import { rollOf } from './per-child.ts';
import type { CaseState, CaseStep } from './state.ts';
import { keptLowLevel } from './work/judge.ts';
import { evolveLink } from './work/links.ts';
import { evolveMeeting } from './work/meetings.ts';
import { evolveReferral, madeBy } from './work/referrals.ts';
import { evolveTask } from './work/tasks.ts';

const REMEMBERED_ACTIONS = 100;

/** A plan chosen anew keeps what was already done: steps are matched by id, and none is taken away once acted on. */
function replanned(state: CaseState, event: Extract<CaseEvent, { type: 'RouteChosen' }>): CaseState {
  const planned = event.plan.steps.map((step): CaseStep => {
    const held = state.steps.find((each) => each.step.id === step.id);
    return held === undefined
      ? { step, since: event.at, now: { standing: 'waiting' } }
      : lockedAnew(held, step);
  });
  const ids = new Set(planned.map(({ step }) => step.id));
  const kept = state.steps.filter(
    (each) => !ids.has(each.step.id) && (each.now.standing !== 'waiting' || each.proposedBy !== undefined),
  );
  return {
    ...(event.keeps ? withClock(state, event.clock) : moved(state, { status: 'new' }, event.clock)),
    facts: event.facts,
    mayInvolveLead: mayInvolveLead(event.facts),
    plan: event.plan,
    steps: [...planned, ...kept],
    rung: event.rung,
    exhausted: event.clock === undefined && (event.keeps === undefined || state.exhausted),
    decisionVersion: state.decisionVersion + 1,
  };
}

function apply(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'AlertRaised':
      return {
        ...state,
        conflicted: [...new Set([...state.conflicted, ...event.involved])],
        alert: { at: event.at, byItself: event.byItself, where: event.where, callback: event.callback },
      };
    case 'ConcernReported':
    case 'ReportAmended': {
      // A report that follows an alert is as new to whoever opened the alert as a changed one.
      const isNews = event.type === 'ReportAmended' || state.alert !== undefined;
      const amended = isNews ? state.amended + 1 : state.amended;
      const apart = event.type === 'ConcernReported' ? event.beside : undefined;
      return {
        ...state,
        report: event.report,
        children: [...rollOf(state.children, event.report).children],
        writtenAt: event.at,
        content: event.content,
        amended,
        ...(apart && {
          conflicted: [...new Set([...state.conflicted, ...apart.conflicted])],
          beside: { ...apart, side: 'child' as const, content: event.content },
        }),
      };
    }
    case 'ChildRecordKept': {
      const { record, content, conflicted } = event;
      return { ...state, beside: { record, side: 'adult', content, conflicted } };
    }
    case 'RouteChosen':
      return replanned(state, event);
    case 'RecordOpened': {
      const seen = {
        ...state,
        openedBy: [...state.openedBy.filter(({ by }) => by !== event.by), { by: event.by, at: event.at }],
      };
      return state.progress.status === 'new'
        ? moved(seen, { status: 'opened', at: event.at }, event.clock)
        : seen;
    }
    case 'CardRequested':
      return { ...state, cardsFor: [...new Set([...state.cardsFor, event.by])] };
    case 'CaseTaken':
      return moved(state, { status: 'owned', owner: event.by, at: event.at, late: false }, event.clock);
    case 'PassedOn':
      return conflictedToo(state, event.by, event.clock);
    case 'PersonConflicted':
      return conflictedToo(state, event.person, event.clock);
    case 'RequestOpened':
    case 'NoteAdded':
    case 'OwnCallRecorded':
      return state;
    case 'RecordHandedOut':
      return event.what === 'copy'
        ? { ...state, copied: { by: event.by, at: event.at, events: state.events } }
        : state;
    case 'DecisionRecorded':
      return decided(state);
    case 'ChildLinked':
    case 'ChildNotSure':
    case 'LinkUndone':
    case 'StrikeAsked':
    case 'StrikeAgreed':
    case 'StrikeDeclined':
      return { ...state, ...evolveLink(state, event) };
    case 'ReferralReplied':
    case 'ReferralEscalated':
    case 'ReferralsChased':
      return { ...state, referrals: evolveReferral(state.referrals, event) };
    case 'MeetingPlanned':
    case 'MeetingEnded':
    case 'MeetingsUnrecorded':
      return { ...state, meetings: evolveMeeting(state.meetings, event) };
    case 'TaskGiven':
    case 'TaskOpened':
    case 'TaskAnswered':
    case 'TasksChased':
    case 'TasksLate':
      return { ...state, tasks: evolveTask(state.tasks, event) };
    case 'HandedOver':
    case 'DutyLeft':
      return handed(state, event);
    case 'ThresholdDecided': {
      const { type: _, action: __, ...threshold } = event;
      return decided({ ...state, threshold });
    }
    case 'LowLevelKept':
      return keptLowLevel(state, event);
    case 'StepDone':
      return withStep(state, event.step, doneBy(event, event.answer));
    case 'StepReasonedAway':
      return withStep(state, event.step, { standing: 'reasoned-away', by: event.by, at: event.at });
    case 'DecisionMade':
      return decided(withStep(state, event.step, decision(state, event)));
    case 'RolesInformed': {
      const { step, to, text, at, by } = event;
      const told = { step, to, text, at, ...(by !== undefined && { by }), replies: [] };
      const now = doneBy({ by: by ?? state.reporter, at }, '');
      return { ...withStep(state, step, now), informed: [...state.informed, told] };
    }
    case 'InformedReplied': {
      const { step, by, at, text } = event;
      return {
        ...state,
        informed: state.informed.map((each) =>
          each.step === step ? { ...each, replies: [...each.replies, { by, at, text }] } : each,
        ),
      };
    }
    case 'StepsLate':
      return { ...state, late: [...new Set([...state.late, ...event.steps])] };
    case 'ApprovalRequested':
      return {
        ...state,
        steps: [
          ...state.steps,
          { step: event.step, proposedBy: event.by, since: event.at, now: { standing: 'waiting' } },
        ],
        decisionVersion: state.decisionVersion + 1,
      };
    case 'ApprovalGiven':
      return versioned(withStep(state, event.step, { standing: 'approved', by: event.by, at: event.at }));
    case 'ApprovalRefused':
      return versioned(withStep(state, event.step, { standing: 'refused', by: event.by, at: event.at }));
    case 'InformationRequested':
      return { ...state, question: { by: event.by, at: event.at, question: event.question } };
    case 'InformationGiven': {
      const { question: _, ...rest } = state;
      const next = { ...rest, added: state.added + 1, decisionVersion: state.decisionVersion + 1 };
      return state.progress.status === 'closed' ? moved(next, { status: 'new' }, event.clock) : next;
    }
    case 'ReferralRecorded': {
      const marked = event.step === undefined ? state : withStep(state, event.step, doneBy(event, ''));
      return decided({ ...marked, referrals: [...state.referrals, madeBy(event)] });
    }
    case 'EscalationRaised': {
      const { progress } = state;
      return {
        ...withClock(state, event.clock),
        progress: progress.status === 'owned' ? { ...progress, late: true } : progress,
        rung: event.rung,
        exhausted: event.exhausted,
      };
    }
    case 'RaisedAgain': {
      const plan = { ...state.plan, route: { ...state.plan.route, rungs: event.rungs } };
      return {
        ...moved(state, { status: 'new' }, event.clock),
        plan,
        rung: event.rung,
        raisedAgain: state.raisedAgain + 1,
        decisionVersion: state.decisionVersion + 1,
      };
    }
    case 'CaseClosed':
      return {
        ...moved(state, { status: 'closed', by: event.by, at: event.at, line: event.line }),
        decisionVersion: state.decisionVersion + 1,
      };
    case 'DrillEnded':
      return moved(state, { status: 'closed', by: event.by, at: event.at, line: '' });
    case 'CaseReopened':
      return moved(state, { status: 'new' }, event.clock);
    default:
      return assertNever(event, 'case event');
  }
}

/** The key under which a button that took effect is remembered. */
export const appliedKey = (action: string, by: string): string => `${action}|${by}`;

/** Past facts never fail: what happened, happened. An event before the beginning leaves nothing. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined {
  const started =
    state ?? (event.type === 'AlertRaised' || event.type === 'ConcernReported' ? begun(event) : undefined);
  if (started === undefined) return undefined;
  const next = { ...apply(started, event), events: started.events + 1 };
  if (event.action === undefined || !('by' in event) || event.by === undefined) return next;
  return {
    ...next,
    applied: [...next.applied, appliedKey(event.action, event.by)].slice(-REMEMBERED_ACTIONS),
  };
}
