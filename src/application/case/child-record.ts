import { barred } from '../../domain/access.ts';
import { childReport, wantsChildRecord } from '../../domain/case/beside.ts';
import { factsOf } from '../../domain/case/report.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { rolesInWords, routed } from '../report/routing.ts';
import { type CaseRecord, readCase, runCase } from './case-store.ts';

/**
 * The child's own record beside a case about an adult: made when the case first wakes, kept up to date when the report
 * changes, and closed to everybody to whom the case about the adult is closed. Each of its commits can be made again.
 */
export async function keepChildRecord(deps: Deps, record: CaseRecord, directory: Directory): Promise<void> {
  const { id, state } = record;
  const { beside, report, site, content, reporter } = state;
  if (report === undefined || beside?.side === 'child') return;
  if (beside === undefined && !wantsChildRecord(state, directory)) return;
  const conflicted = [...barred(state, directory)];
  const isKept = beside?.content === content && conflicted.every((each) => beside.conflicted.includes(each));
  if (isKept) return;
  const at = deps.clock.now();
  const child = deps.keyring.recordId(`child|${id}`);
  const before = await readCase(deps, child);
  const unaware = conflicted.filter(
    (each) => before !== undefined && !before.state.conflicted.includes(each),
  );
  // First whoever must learn nothing, then what is to be learnt.
  for (const person of unaware)
    await runCase(deps, child, () => ({ type: 'NamePersonInvolved', at, by: reporter, person }));
  const told = childReport(
    report,
    deps.cards.say('child-record', { roles: rolesInWords(deps.policy, state.plan.route.rungs[0] ?? []) }),
  );
  const facts = factsOf(told, directory);
  await runCase(deps, child, () => ({
    type: 'ReportConcern',
    at,
    by: reporter,
    site,
    report: told,
    content,
    beside: { record: id, conflicted },
    ...routed(deps, directory, { site, facts, report: told, conflicted, atLeast: state.plan.urgency }),
  }));
  await runCase(deps, id, () => ({
    type: 'KeepChildRecord',
    at,
    by: reporter,
    record: child,
    content,
    conflicted,
  }));
}
