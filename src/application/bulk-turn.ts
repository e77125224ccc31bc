import type { Instant } from '../domain/ids.ts';
import { later } from '../domain/time/working-time.ts';
import type { Deps } from './deps.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

/** As long as nudges may rest after the process that sent them was killed. */
const LEASE = { seconds: 15 } as const;
const RENEW = { seconds: 8 } as const;

export interface BulkTurn {
  /** Whether this process may work on the bulk lane now. */
  isMine(): Promise<boolean>;
  /** Lets another have it at once. */
  release(): Promise<void>;
}

/**
 * One process at a time works on the bulk lane, because the platforms count what all of them send together, and only a
 * process that sends alone knows how much that is.
 */
export function bulkTurn(deps: Deps, owner: string): BulkTurn {
  let until: Instant | undefined;

  async function take(next: Instant): Promise<boolean> {
    const id = deps.keyring.recordId('bulk-turn');
    const snapshot = await deps.store.read(id);
    const body = snapshot && RecordBody.parse(snapshot.head.body);
    const isTheirs = body?.kind === 'bulk-turn' && body.owner !== owner && body.until > deps.clock.now();
    const taken =
      !isTheirs &&
      (await writeRecord(deps, id, snapshot?.head.version ?? 0, {
        kind: 'bulk-turn',
        owner,
        until: next,
      })) === 'committed';
    until = taken ? next : undefined;
    return taken;
  }

  return {
    async isMine() {
      const now = deps.clock.now();
      return (until !== undefined && until > later(now, RENEW)) || take(later(now, LEASE));
    },
    async release() {
      if (until !== undefined) await take(deps.clock.now());
      until = undefined;
    },
  };
}
