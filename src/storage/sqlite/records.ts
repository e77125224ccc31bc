import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type {
  Commit,
  CommitResult,
  Delivery,
  Listed,
  Page,
  RecordSnapshot,
} from '../../application/ports.ts';
import { RecordId } from '../../domain/ids.ts';

const parts = {
  version: z.int(),
  status: z.enum(['open', 'closed', 'none']),
  brief: z.string().nullable(),
};
const HeadRow = z.object({ ...parts, tokens: z.string(), body: z.string() });
/** A page at once: row by row costs several times as much. */
const ListedRows = z.array(z.object({ id: RecordId, ...parts }));
const Tokens = z.array(z.string());
const EventRow = z.object({ seq: z.int(), body: z.string() });
const DeliveryRow = z.object({ id: z.string(), body: z.string() });

const listed = 'id, version, status, brief';

// Spelt out, not spread: this runs for every record of a list.
const asListed = ({ id, version, status, brief }: z.infer<typeof ListedRows>[number]): Listed<string> =>
  brief === null ? { id, version, status } : { id, version, status, brief };

/** Statements on records and what belongs to them. Each function is one synchronous step of a transaction. */
export function recordStatements(db: DatabaseSync, pageSize: number) {
  // A body that is known already is not read: the directory's can have many megabytes.
  const selectHead = db.prepare(
    "SELECT version, status, tokens, brief, CASE WHEN version = ? THEN '' ELSE body END AS body FROM records JOIN bodies ON record = id WHERE id = ?",
  );
  const selectEvents = db.prepare('SELECT seq, body FROM events WHERE record = ? ORDER BY seq');
  const selectDeliveries = db.prepare('SELECT id, body FROM deliveries WHERE record = ? ORDER BY id');
  const insertHead = db.prepare(
    'INSERT INTO records (id, version, status, tokens, brief) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const updateHead = db.prepare(
    'UPDATE records SET version = ?, status = ?, tokens = ?, brief = ? WHERE id = ? AND version = ?',
  );
  const insertBody = db.prepare('INSERT INTO bodies (body, record) VALUES (?, ?)');
  const updateBody = db.prepare('UPDATE bodies SET body = ? WHERE record = ?');
  const selectTokens = db.prepare('SELECT tokens FROM records WHERE id = ?');
  const deleteTokens = db.prepare('DELETE FROM tokens WHERE record = ?');
  const insertToken = db.prepare('INSERT INTO tokens (token, record) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const insertEvent = db.prepare('INSERT INTO events (record, seq, body) VALUES (?, ?, ?)');
  const insertWake = db.prepare(
    "INSERT INTO due (record, id, lane, at, attempt, epoch, owner, held_until) VALUES (?, ?, ?, ?, 0, 0, '', '')",
  );
  const deleteRecord = db.prepare('DELETE FROM records WHERE id = ? AND version = ?');
  const addDelivery = db.prepare(
    'INSERT INTO deliveries (record, id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const upsertDelivery = db.prepare(
    'INSERT INTO deliveries (record, id, body) VALUES (?, ?, ?) ON CONFLICT (record, id) DO UPDATE SET body = excluded.body',
  );
  const listByToken = db.prepare(
    `SELECT ${listed} FROM tokens JOIN records ON id = record WHERE token = ? AND record > ? ORDER BY record LIMIT ?`,
  );
  const listOpen = db.prepare(
    `SELECT ${listed} FROM records WHERE status = 'open' AND id > ? ORDER BY id LIMIT ?`,
  );

  const page = (rows: readonly unknown[]): Page<Listed<string>> => {
    const items = ListedRows.parse(rows.slice(0, pageSize)).map(asListed);
    const last = items.at(-1);
    return rows.length > pageSize && last !== undefined ? { items, next: last.id } : { items };
  };

  type Write = Extract<Commit<string>, { type: 'write' }>;

  function write({ head, expected, events, wakes }: Write): CommitResult {
    const tokens = JSON.stringify(head.tokens);
    const brief = head.brief ?? null;
    const before = selectTokens.get(head.id);
    const { changes } =
      expected === 0
        ? insertHead.run(head.id, head.version, head.status, tokens, brief)
        : updateHead.run(head.version, head.status, tokens, brief, head.id, expected);
    if (changes === 0) return 'conflict';
    (expected === 0 ? insertBody : updateBody).run(head.body, head.id);
    if (before?.tokens !== tokens) {
      deleteTokens.run(head.id);
      for (const token of head.tokens) insertToken.run(token, head.id);
    }
    for (const { seq, body } of events) insertEvent.run(head.id, seq, body);
    for (const [index, { lane, at }] of wakes.entries()) {
      insertWake.run(head.id, `w-${head.version}-${index}`, lane, at);
    }
    return 'committed';
  }

  return {
    read(id: RecordId, events: boolean, known = 0): RecordSnapshot<string> | undefined {
      const row = selectHead.get(known, id);
      if (row === undefined) return undefined;
      const { tokens, brief, ...head } = HeadRow.parse(row);
      return {
        head: { id, ...head, tokens: Tokens.parse(JSON.parse(tokens)), ...(brief !== null && { brief }) },
        events: events ? selectEvents.all(id).map((event) => EventRow.parse(event)) : [],
        deliveries: selectDeliveries.all(id).map((delivery) => DeliveryRow.parse(delivery)),
      };
    },
    commit(change: Commit<string>): CommitResult {
      if (change.type === 'write') return write(change);
      return deleteRecord.run(change.id, change.expected).changes === 0 ? 'conflict' : 'committed';
    },
    saveDelivery(record: RecordId, { id, body }: Delivery<string>, isNew = false): boolean {
      if (selectTokens.get(record) === undefined) throw new Error(`Record ${record} is gone`);
      return (isNew ? addDelivery : upsertDelivery).run(record, id, body).changes > 0;
    },
    byToken: (token: string, cursor = ''): Page<Listed<string>> =>
      page(listByToken.all(token, cursor, pageSize + 1)),
    openCases: (cursor = ''): Page<Listed<string>> => page(listOpen.all(cursor, pageSize + 1)),
  };
}
