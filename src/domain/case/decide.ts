import { assertNever } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import { decideClosing } from './closing.ts';
import type { CaseCommand, Refusal, Rules } from './commands.ts';
import { decideStep } from './decide-step.ts';
import type { CaseEvent } from './events.ts';
import { appliedKey } from './evolve.ts';
import { clockFor, nextRung } from './ladder.ts';
import { type CaseState, ownerOf } from './state.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;

const fact = ({ at, by, action }: CaseCommand) => ({ at, by, ...(action !== undefined && { action }) });

/** The route that the rules chose; the clock starts with the first rung that has somebody. */
function route(command: Of<'RaiseAlert' | 'ReportConcern' | 'Triage'>, rules: Rules): CaseEvent {
  const rung = nextRung(command.manned, -1);
  return {
    type: 'RouteChosen',
    at: command.at,
    ...(command.type === 'Triage' && { by: command.by, ...(command.action && { action: command.action }) }),
    facts: command.facts,
    plan: command.plan,
    rung: rung ?? Math.max(0, command.plan.route.rungs.length - 1),
    ...(rung !== undefined && { clock: clockFor('open', command.at, command.plan, rules) }),
  };
}

function report(command: Of<'ReportConcern'>, state: CaseState | undefined, rules: Rules): Decision {
  const { site, content } = command;
  const said = { ...fact(command), report: command.report, content };
  if (state?.report === undefined)
    return ok([{ type: 'ConcernReported', ...said, site }, route(command, rules)]);
  if (state.content === content) return refuse({ reason: 'same-again' });
  return ok([{ type: 'ReportAmended', ...said }, route(command, rules)]);
}

/** An alert is raised once; after a report it is the report that speaks. */
function alert(command: Of<'RaiseAlert'>, state: CaseState | undefined, rules: Rules): Decision {
  if (state !== undefined) return refuse({ reason: 'same-again' });
  const { site, mayInvolveLead, byItself, where, callback } = command;
  return ok([
    { type: 'AlertRaised', ...fact(command), site, mayInvolveLead, byItself, where, callback },
    route(command, rules),
  ]);
}

function escalate(command: Of<'Escalate'>, state: CaseState, rules: Rules): Decision {
  const { clock } = state;
  if (clock === undefined || (command.because === 'waited' && clock.at > command.at))
    return refuse({ reason: 'already-done' });
  const rung = nextRung(command.manned, state.rung);
  return ok([
    {
      type: 'EscalationRaised',
      at: command.at,
      rung: rung ?? state.rung,
      waitedFor: clock.waitsFor,
      exhausted: rung === undefined,
      ...(rung !== undefined && { clock: clockFor(clock.waitsFor, command.at, state.plan, rules) }),
    },
  ]);
}

function take(command: Of<'TakeCase'>, state: CaseState, rules: Rules): Decision {
  if (ownerOf(state) === command.by) return refuse({ reason: 'already-done' });
  if (ownerOf(state) !== undefined) return refuse({ reason: 'owned-by-another' });
  return ok([
    { type: 'CaseTaken', ...fact(command), clock: clockFor('decide', command.at, state.plan, rules) },
  ]);
}

function passOn(command: Of<'PassOn'>, state: CaseState, rules: Rules): Decision {
  const rung = nextRung(command.manned, state.rung - 1);
  const clock = rung === undefined ? undefined : clockFor('open', command.at, state.plan, rules);
  const passed: CaseEvent = { type: 'PassedOn', ...fact(command), ...(clock && { clock }) };
  if (rung === state.rung) return ok([passed]);
  // Nobody else is on this rung: the next one is called in the same breath, or the reporter is told to phone.
  return ok([
    passed,
    {
      type: 'EscalationRaised',
      at: command.at,
      rung: rung ?? state.rung,
      waitedFor: 'open',
      exhausted: rung === undefined,
      ...(clock && { clock }),
    },
  ]);
}

function raiseAgain(command: Of<'RaiseAgain'>, state: CaseState, rules: Rules): Decision {
  if (command.reason.trim() === '') return refuse({ reason: 'needs-words' });
  const rung = nextRung(command.manned, state.plan.route.rungs.length - 1) ?? nextRung(command.manned, -1);
  return ok([
    {
      type: 'RaisedAgain',
      ...fact(command),
      reason: command.reason,
      rungs: command.rungs.map((roles) => [...roles]),
      rung: rung ?? state.rung,
      ...(rung !== undefined && { clock: clockFor('open', command.at, state.plan, rules) }),
    },
  ]);
}

const typed = (text: string, event: CaseEvent): Decision =>
  text.trim() === '' ? refuse({ reason: 'needs-words' }) : ok([event]);

/** Given what happened, what happens next, or why not. Pure and total. */
export function decide(command: CaseCommand, state: CaseState | undefined, rules: Rules): Decision {
  if (command.action !== undefined && state?.applied.includes(appliedKey(command.action, command.by)))
    return refuse({ reason: 'same-again' });
  if (command.type === 'RaiseAlert') return alert(command, state, rules);
  if (command.type === 'ReportConcern') return report(command, state, rules);
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
    case 'RequestCard':
      return ok([{ type: 'CardRequested', ...fact(command) }]);
    case 'TakeCase':
      return closed ? refuse({ reason: 'closed' }) : take(command, state, rules);
    case 'PassOn':
      return passOn(command, state, rules);
    case 'NamePersonInvolved':
      return ok([{ type: 'PersonConflicted', ...fact(command), person: command.person }]);
    case 'Triage':
      return closed ? refuse({ reason: 'closed' }) : ok([route(command, rules)]);
    case 'AddNote':
      return typed(command.text, {
        type: 'NoteAdded',
        ...fact(command),
        kind: command.kind,
        text: command.text,
        happened: command.happened,
        present: command.present,
      });
    case 'AskReporter':
      return typed(command.question, {
        type: 'InformationRequested',
        ...fact(command),
        question: command.question,
      });
    case 'GiveInformation':
      return typed(command.text, { type: 'InformationGiven', ...fact(command), text: command.text });
    case 'RecordOwnCall': {
      const { agency, who, when, reference } = command;
      return ok([{ type: 'OwnCallRecorded', ...fact(command), agency, who, when, reference }]);
    }
    case 'RaiseAgain':
      return raiseAgain(command, state, rules);
    case 'Escalate':
      return closed ? refuse({ reason: 'closed' }) : escalate(command, state, rules);
    case 'RequestApproval':
      return typed(command.text, {
        type: 'ApprovalRequested',
        ...fact(command),
        step: command.step,
        text: command.text,
      });
    case 'DoStep':
    case 'ReasonAway':
    case 'Decide':
    case 'Approve':
    case 'Decline':
    case 'RecordReferral':
      return closed ? refuse({ reason: 'closed' }) : decideStep(command, state);
    case 'Close':
      return closed ? refuse({ reason: 'closed' }) : decideClosing(command, state);
    case 'Reopen':
      return closed
        ? ok([
            {
              type: 'CaseReopened',
              ...fact(command),
              reason: command.reason,
              clock: clockFor('open', command.at, state.plan, rules),
            },
          ])
        : refuse({ reason: 'already-done' });
    default:
      return assertNever(command, 'case command');
  }
}
