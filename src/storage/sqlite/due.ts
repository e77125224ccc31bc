import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { DueRow, Lane, Settlement } from '../../application/ports.ts';
import { Instant, RecordId } from '../../domain/ids.ts';

const Row = z
  .object({
    id: z.string(),
    record: RecordId,
    lane: z.enum(['case', 'bulk']),
    at: Instant,
    attempt: z.int(),
    epoch: z.int(),
  })
  .transform(({ epoch, ...row }): DueRow => ({ ...row, tag: String(epoch) }));

const columns = 'id, record, lane, at, attempt, epoch';

/** Read from the index `due_by_time` and in its order, so that what is not due costs nothing however much there is of it. */
export const SELECT_DUE = `SELECT ${columns} FROM due WHERE lane = ? AND at <= ? AND held_until <= ? ORDER BY at, record, id LIMIT ?`;

/** Every claim and every settlement moves the epoch, so an old tag fits nothing any more. */
export function dueStatements(db: DatabaseSync) {
  const select = db.prepare(SELECT_DUE);
  const claim = db.prepare(
    `UPDATE due SET epoch = epoch + 1, owner = ?, held_until = ? WHERE record = ? AND id = ? AND epoch = ? RETURNING ${columns}`,
  );
  const done = db.prepare('DELETE FROM due WHERE record = ? AND id = ? AND epoch = ?');
  const again = db.prepare(
    `UPDATE due SET epoch = epoch + 1, owner = '', held_until = '', attempt = attempt + 1, at = ?
     WHERE record = ? AND id = ? AND epoch = ?`,
  );
  return {
    due: (now: Instant, lane: Lane, n: number): readonly DueRow[] =>
      select.all(lane, now, now, n).map((row) => Row.parse(row)),
    claim(row: DueRow, owner: string, until: Instant): DueRow | undefined {
      const claimed = claim.get(owner, until, row.record, row.id, Number(row.tag));
      return claimed === undefined ? undefined : Row.parse(claimed);
    },
    settle(row: DueRow, settlement: Settlement): boolean {
      const { changes } =
        settlement.type === 'done'
          ? done.run(row.record, row.id, Number(row.tag))
          : again.run(settlement.at, row.record, row.id, Number(row.tag));
      return changes === 1;
    },
  };
}
