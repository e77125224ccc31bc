import type { StepId } from '../ids.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { CaseCommand, Refusal, Rules } from './commands.ts';
import type { CaseEvent } from './events.ts';
import { technicalPart } from './report.ts';
import { routed } from './routed.ts';
import { type CaseState, isWaiting } from './state.ts';

type Decision = Result<readonly CaseEvent[], Refusal>;
type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;

const fact = ({ at, by, action }: CaseCommand) => ({ at, by, ...(action !== undefined && { action }) });

/** A report, its first time or changed: what was said, the route that the rules chose, and what goes by itself. */
export function decideReport(
  command: Of<'ReportConcern'>,
  state: CaseState | undefined,
  rules: Rules,
): Decision {
  const { site, content } = command;
  const { beside } = command;
  const apart = beside && { beside: { record: beside.record, conflicted: [...beside.conflicted] } };
  const said = { ...fact(command), report: command.report, content };
  if (state?.report === undefined)
    return ok([
      { type: 'ConcernReported', ...said, site, ...apart },
      routed(command, state, rules),
      ...byItself(command, state),
    ]);
  if (state.content === content) return refuse({ reason: 'same-again' });
  return ok([{ type: 'ReportAmended', ...said }, routed(command, state, rules), ...byItself(command, state)]);
}

/** What goes to a role with the report itself: the technical part, and only if there is one. */
function byItself(
  { at, plan, report }: Of<'ReportConcern'>,
  state: CaseState | undefined,
): readonly CaseEvent[] {
  const isOver = (id: StepId) =>
    state?.steps.some((each) => each.step.id === id && !isWaiting(each)) === true;
  return plan.steps
    .filter(({ itself, id }) => itself === true && !isOver(id))
    .flatMap(({ id, to = [], draft = [] }): CaseEvent[] => {
      const text = technicalPart(report.account, draft);
      return text === '' ? [] : [{ type: 'RolesInformed', at, step: id, to, text }];
    });
}

/** An alert is raised once; after a report it is the report that speaks. */
export function decideAlert(command: Of<'RaiseAlert'>, state: CaseState | undefined, rules: Rules): Decision {
  if (state !== undefined) return refuse({ reason: 'same-again' });
  const { site, mayInvolveLead, byItself, where, callback } = command;
  return ok([
    {
      type: 'AlertRaised',
      ...fact(command),
      site,
      mayInvolveLead,
      byItself,
      involved: [...command.involved],
      where,
      callback,
    },
    routed(command, state, rules),
  ]);
}
