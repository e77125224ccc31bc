import { ok, type Result, refuse } from '../result.ts';
import type { CaseCommand, Refusal } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { type CaseState, isShut, isWaiting, needsDoing, stepsOf } from './state.ts';
import { canBeJudged } from './work/judge.ts';
import { isAwaited } from './work/referrals.ts';
import { unsettled } from './work/reminders.ts';

type Close = Extract<CaseCommand, { type: 'Close' }>;

/**
 * What stands between a case and its end: `must` is done, `consider` is done or reasoned away, `should` asks once
 * more, `may` is only offered. What somebody asked for has had its answer; what was refused keeps nothing open.
 */
export function decideClosing(command: Close, state: CaseState): Result<readonly CaseEvent[], Refusal> {
  const waiting = stepsOf(state).filter(
    (each) => needsDoing(each) && isWaiting(each) && !isShut(state, each),
  );
  const left = waiting.filter(
    ({ step, proposedBy }) =>
      step.modality === 'must' || step.modality === 'consider' || proposedBy !== undefined,
  );
  if (state.threshold?.outcome === 'unsure' && canBeJudged(state))
    return refuse({ reason: 'threshold-unsure' });
  if (left.length > 0) return refuse({ reason: 'steps-left', steps: left.map(({ step }) => step) });
  const should = waiting.filter(({ step }) => step.modality === 'should');
  // Whoever closes it while a reply is waited for says so.
  const silent = state.referrals.filter(isAwaited).map(({ agency }) => agency);
  const open = unsettled(state);
  if ((should.length > 0 || silent.length > 0 || open > 0) && !command.confirmed)
    return refuse({
      reason: 'confirm',
      steps: should.map(({ step }) => step),
      ...(silent.length > 0 && { silent }),
      ...(open > 0 && { unsettled: open }),
    });
  if (command.reason.trim() === '') return refuse({ reason: 'needs-words' });
  if (command.needsReference && command.reference.trim() === '') return refuse({ reason: 'needs-reference' });
  if (command.seen !== state.decisionVersion) return refuse({ reason: 'changed-meanwhile' });
  const { at, by, action, reason, line, reference } = command;
  return ok([
    { type: 'CaseClosed', at, by, ...(action !== undefined && { action }), reason, line, reference },
  ]);
}
