import type { Deps } from '../deps.ts';
import { canonical } from '../hand-out/document.ts';
import type { OnRecord } from '../hand-out/on-record.ts';
import type { BoardReport } from './document.ts';
import { reportIn } from './store.ts';

/** Whether the record that a report names has released this very report. Reading it checks every link of its chain. */
export async function reportOnRecord(deps: Deps, report: BoardReport): Promise<OnRecord> {
  const snapshot = await deps.store.read(report.record, { events: true, chain: true });
  const progress = reportIn(snapshot)?.state.progress;
  if (progress === undefined) return { type: 'no-such-record', record: report.record };
  return progress.standing === 'released' && canonical(progress.report) === canonical(report)
    ? { type: 'handed-out', records: 1 }
    : { type: 'never', record: report.record };
}
