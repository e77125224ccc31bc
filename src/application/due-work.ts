import type { Instant } from '../domain/ids.ts';
import { later } from '../domain/time/working-time.ts';
import { wakeCase } from './case/wake-case.ts';
import { wakeChild } from './children/wake-child.ts';
import { wakeAbsence, wakeDirectory } from './cover/wake-absences.ts';
import type { Deps } from './deps.ts';
import { wakeDesk } from './desk/morning.ts';
import { readDirectory } from './directory.ts';
import { wakeCalendar, wakeTraining } from './duties/training.ts';
import { wakeDuty } from './duties/wake.ts';
import { codeOf } from './fault-code.ts';
import { wakeNotice } from './notices/notices.ts';
import { wakePolicyNotice } from './notices/policy-notice.ts';
import type { DueRow, Lane } from './ports.ts';
import { RecordBody } from './records.ts';
import { wakeDraft } from './report/wake-draft.ts';
import { wakeRequest } from './requests/wake.ts';

const LEASE = { seconds: 30 } as const;
const AT_ONCE = 20;
/** After a fault: soon, then ever later, and never given up. */
const afterFault = (attempt: number) => ({ seconds: Math.min(2 ** attempt, 300) });

/** Does what a record wants now. What it wants, its own state says: the row is only a wake-up. */
async function wake(deps: Deps, row: DueRow): Promise<{ readonly again?: Instant }> {
  const snapshot = await deps.store.read(row.record);
  if (snapshot === undefined) return {};
  const directory = await readDirectory(deps);
  const body = RecordBody.parse(snapshot.head.body);
  switch (body.kind) {
    case 'case':
      return wakeCase(deps, row.record, directory);
    case 'child':
      return wakeChild(deps, directory, row.record);
    case 'draft':
      return wakeDraft(deps, directory, snapshot);
    case 'training':
      return wakeTraining(deps, directory, snapshot);
    case 'duty':
      return wakeDuty(deps, directory, snapshot);
    case 'notice':
      return wakeNotice(deps, directory, snapshot);
    case 'request':
      return wakeRequest(deps, directory, snapshot);
    case 'calendar':
      return wakeCalendar(deps, directory, snapshot);
    case 'desk':
      return wakeDesk(deps, directory, snapshot);
    case 'policy-notice':
      return wakePolicyNotice(deps, directory, snapshot);
    case 'directory':
      return wakeDirectory(deps, directory);
    case 'absence':
      return wakeAbsence(deps, directory, snapshot);
    case 'attempts':
    case 'low-level':
    case 'file':
    case 'chat':
      return {};
  }
}

/** False: somebody else has the row. */
async function perform(deps: Deps, row: DueRow, owner: string): Promise<boolean> {
  const held = await deps.store.claim(row, owner, later(deps.clock.now(), LEASE));
  if (held === undefined) return false;
  try {
    const { again } = await wake(deps, held);
    await deps.store.settle(held, again === undefined ? { type: 'done' } : { type: 'again', at: again });
  } catch (fault) {
    deps.log.error({
      event: 'wake-failed',
      record: held.record,
      code: codeOf(fault),
      n: held.attempt,
    });
    await deps.store.settle(held, { type: 'again', at: later(deps.clock.now(), afterFault(held.attempt)) });
  }
  return true;
}

/**
 * One look at what is due: `case` before `bulk`, always. Rows of one record are done one after another, so that a
 * card is never sent twice by two of them. Answers how many were done.
 */
export async function workOnce(deps: Deps, owner: string): Promise<number> {
  const lanes: readonly Lane[] = ['case', 'bulk'];
  for (const lane of lanes) {
    const rows = await deps.store.due(deps.clock.now(), lane, AT_ONCE);
    if (rows.length === 0) continue;
    const records = Map.groupBy(rows, (row) => row.record);
    await Promise.all(
      [...records.values()].map(async (theirs) => {
        // Another instance is at this record: the rest of its rows waits for the next look.
        for (const row of theirs) if (!(await perform(deps, row, owner))) return;
      }),
    );
    return rows.length;
  }
  return 0;
}
