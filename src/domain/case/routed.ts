import { mayInvolveLead } from '../policy/facts.ts';
import type { CaseCommand, Rules } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { clockFor, nextRung } from './ladder.ts';
import type { LadderClock } from './ladder-clock.ts';
import { perChild, rollOf } from './per-child.ts';
import type { Plan } from './plan.ts';
import { involved } from './report.ts';
import { type CaseState, ownerOf } from './state.ts';

type Routing = Extract<CaseCommand, { type: 'RaiseAlert' | 'ReportConcern' | 'Triage' }>;

/** Whether the same people are asked as before, by whatever route. Rungs that were added when the case was raised again are no change. */
function asksTheSame(before: Plan['route'], now: Plan['route']): boolean {
  const rungs = before.rungs.slice(0, now.rungs.length);
  const asked = ({ about, channel, exclude }: Plan['route']) => [about, channel, exclude];
  return JSON.stringify([rungs, asked(before)]) === JSON.stringify([now.rungs, asked(now)]);
}

/** Whoever has the case keeps it, unless what is known now may concern them or asks for somebody else. */
function keeps(command: Routing, state: CaseState): boolean {
  if (mayInvolveLead(command.facts) && !state.mayInvolveLead) return false;
  const { status } = state.progress;
  if (command.type === 'Triage') return status === 'opened' || status === 'owned';
  // Opened is not enough: what the report says now, nobody has seen.
  const owner = ownerOf(state);
  return owner !== undefined && command.type === 'ReportConcern' && !involved(command.report).includes(owner);
}

/** The wait goes on, shortened if it has become more urgent; a new report asks its owner for a decision again. */
function keptClock(command: Routing, state: CaseState, rules: Rules): LadderClock | undefined {
  const waitsFor = state.clock?.waitsFor ?? (command.type === 'Triage' ? undefined : 'decide');
  if (waitsFor === undefined) return undefined;
  const anew = clockFor(waitsFor, command.at, command.plan, rules);
  return state.clock !== undefined && state.clock.at < anew.at ? state.clock : anew;
}

/** The route that the rules chose; the clock starts with the first rung that has somebody. */
export function routed(command: Routing, state: CaseState | undefined, rules: Rules): CaseEvent {
  const { facts, at, by, action } = command;
  const report = command.type === 'ReportConcern' ? command.report : state?.report;
  const plan = perChild(command.plan, rollOf(state?.children ?? [], report));
  const chosen = {
    type: 'RouteChosen',
    at,
    ...(command.type === 'Triage' && { by, ...(action !== undefined && { action }) }),
    facts,
  } as const;
  const first = nextRung(command.manned, -1);
  const rung = first ?? Math.max(0, plan.route.rungs.length - 1);
  const clock = first === undefined ? undefined : clockFor('open', at, plan, rules);
  if (state === undefined || !asksTheSame(state.plan.route, plan.route))
    return { ...chosen, plan, rung, ...(clock && { clock }) };
  // The same route: whoever was called stays called.
  const same = {
    ...chosen,
    plan: { ...plan, route: { ...plan.route, rungs: state.plan.route.rungs } },
    rung: Math.max(state.rung, rung),
  };
  if (!keeps(command, state)) return { ...same, ...(clock && { clock }) };
  const kept = keptClock(command, state, rules);
  return { ...same, ...(kept && { clock: kept }), keeps: true };
}
