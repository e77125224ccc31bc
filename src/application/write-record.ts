import type { RecordId } from '../domain/ids.ts';
import type { Deps } from './deps.ts';
import type { CommitResult, Wake } from './ports.ts';
import type { RecordBody } from './records.ts';

/** One commit of a record that is neither case, request, child nor low-level concern: it has a state and no history. `expected` is 0 for a new one. */
export const writeRecord = (
  deps: Deps,
  id: RecordId,
  expected: number,
  body: Exclude<RecordBody, { kind: 'case' | 'request' | 'child' | 'low-level' | 'board-report' | 'person' }>,
  wakes: readonly Wake[] = [],
): Promise<CommitResult> =>
  deps.store.commit({
    type: 'write',
    expected,
    head: { id, version: expected + 1, status: 'none', tokens: [], body },
    events: [],
    wakes,
  });
