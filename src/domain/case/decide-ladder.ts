import { ok, type Result, refuse } from '../result.ts';
import { actOf as fact } from './act.ts';
import type { CaseCommand, Refusal, Rules } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { clockFor, nextRung } from './ladder.ts';
import { type CaseState, leavesNobody, ownerOf } from './state.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;

export function escalate(command: Of<'Escalate'>, state: CaseState, rules: Rules): Decision {
  const { clock } = state;
  const isEarly = clock !== undefined && command.because === 'waited' && clock.at > command.at;
  const hasClimbed = command.rung !== undefined && command.rung !== state.rung;
  if (clock === undefined || isEarly || hasClimbed) return refuse({ reason: 'already-done' });
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

export function take(command: Of<'TakeCase'>, state: CaseState, rules: Rules): Decision {
  if (ownerOf(state) === command.by) return refuse({ reason: 'already-done' });
  if (state.progress.status === 'owned' && !state.progress.late)
    return refuse({ reason: 'owned-by-another' });
  return ok([
    { type: 'CaseTaken', ...fact(command), clock: clockFor('decide', command.at, state.plan, rules) },
  ]);
}

export function passOn(command: Of<'PassOn'>, state: CaseState, rules: Rules): Decision {
  // Somebody else has it, or it is over: only this person goes.
  if (state.progress.status !== 'new' && !leavesNobody(state, command.by))
    return ok([{ type: 'PassedOn', ...fact(command) }]);
  const { at, plan } = command;
  const rung = nextRung(command.manned, plan === undefined ? state.rung - 1 : -1);
  const clock = rung === undefined ? undefined : clockFor('open', command.at, state.plan, rules);
  const passed: CaseEvent = { type: 'PassedOn', ...fact(command), ...(clock && { clock }) };
  if (plan !== undefined && rung !== undefined)
    return ok([passed, { type: 'RouteChosen', at, facts: state.facts, plan, rung, ...(clock && { clock }) }]);
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

export function nameInvolved(command: Of<'NamePersonInvolved'>, state: CaseState, rules: Rules): Decision {
  const clock = clockFor('open', command.at, state.plan, rules);
  return ok([
    {
      type: 'PersonConflicted',
      ...fact(command),
      person: command.person,
      ...(leavesNobody(state, command.person) && { clock }),
    },
  ]);
}

export function raiseAgain(command: Of<'RaiseAgain'>, state: CaseState, rules: Rules): Decision {
  if (command.reason.trim() === '') return refuse({ reason: 'needs-words' });
  const rung = nextRung(command.manned, state.plan.route.rungs.length - 1) ?? nextRung(command.manned, -1);
  return ok([
    {
      type: 'RaisedAgain',
      ...fact(command),
      reason: command.reason,
      rungs: command.rungs.map((roles) => [...roles]),
      // Never lower: whoever was called already may still act.
      rung: Math.max(rung ?? 0, state.rung),
      ...(rung !== undefined && { clock: clockFor('open', command.at, state.plan, rules) }),
    },
  ]);
}
