import type { Instant, RecordId } from '../../domain/ids.ts';
import { ChildId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import { runChild } from './child-store.ts';

/** A file that was sent and whose receipt is late: said once. */
export async function wakeChild(deps: Deps, record: RecordId): Promise<{ readonly again?: Instant }> {
  const at = deps.clock.now();
  await runChild(deps, ChildId.parse(record), (state) => {
    const due = state?.transfer?.sent?.due;
    return due !== undefined && due <= at ? { type: 'ChaseTransfer', at, waitsFor: 'receipt' } : undefined;
  });
  return {};
}
