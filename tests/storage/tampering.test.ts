import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Json, Store } from '../../src/application/ports.ts';
import { keyringFrom } from '../../src/storage/sealed/keyring.ts';
import { newKey } from '../../src/storage/sealed/seal.ts';
import { sealedStore } from '../../src/storage/sealed/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { change, recordId } from '../support/records.ts';
import { freshFolder, organisation, sealed, testKeyring } from '../support/stores.ts';

const [a, b] = [recordId(1), recordId(2)];
let folder: string;
let raw: Store<string>;
let store: Store<Json>;
beforeEach(() => {
  folder = freshFolder();
  raw = openSqliteStore({ folder, organisation });
  store = sealed(raw);
});
afterEach(async () => {
  await raw.close();
  rmSync(folder, { recursive: true });
});

/** Changes the database behind the store's back. */
function tamper(sql: string): void {
  const db = new DatabaseSync(join(folder, 'signpost.db'));
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(sql);
  db.close();
}
async function twoRecords(): Promise<void> {
  for (const id of [a, b]) {
    await store.commit(
      change(id, 0, {
        events: [
          [1, 'one'],
          [2, 'two'],
        ],
        tokens: ['t'],
      }),
    );
    await store.commit(change(id, 1, { events: [[3, 'three']], tokens: ['t'] }));
    await store.saveDelivery(id, { id: 'd1', body: 'first' });
    await store.saveDelivery(id, { id: 'd2', body: 'second' });
  }
}
const reading = (id = a) => sealed(raw).read(id, { events: true });

describe('what was moved or changed outside', () => {
  const swap = (table: string, one: string, two: string): string =>
    `CREATE TEMP TABLE kept AS SELECT (SELECT body FROM ${table} WHERE ${one}) AS one, (SELECT body FROM ${table} WHERE ${two}) AS two;
     UPDATE ${table} SET body = (SELECT two FROM kept) WHERE ${one};
     UPDATE ${table} SET body = (SELECT one FROM kept) WHERE ${two}`;

  it('is not there when nobody touched anything (control)', async () => {
    await twoRecords();
    expect((await reading())?.events.map(({ body }) => body)).toEqual(['one', 'two', 'three']);
    expect((await reading(b))?.deliveries).toHaveLength(2);
  });

  it.each([
    ['the heads of two records', swap('bodies', `record = '${a}'`, `record = '${b}'`)],
    [
      'the same event of two records',
      swap('events', `record = '${a}' AND seq = 1`, `record = '${b}' AND seq = 1`),
    ],
    ['two events of a record', swap('events', `record = '${a}' AND seq = 1`, `record = '${a}' AND seq = 2`)],
    [
      'the deliveries of two records',
      swap('deliveries', `record = '${a}' AND id = 'd1'`, `record = '${b}' AND id = 'd1'`),
    ],
    [
      'two deliveries of a record',
      swap('deliveries', `record = '${a}' AND id = 'd1'`, `record = '${a}' AND id = 'd2'`),
    ],
    [
      'an event into the head',
      `UPDATE bodies SET body = json_set(body, '$.data', (SELECT body ->> '$.data' FROM events WHERE record = '${a}' AND seq = 1)) WHERE record = '${a}'`,
    ],
    [
      'the head into an event',
      `UPDATE events SET body = json_set(body, '$.data', (SELECT body ->> '$.data' FROM bodies WHERE record = '${a}')) WHERE record = '${a}' AND seq = 1`,
    ],
    [
      'the data key of another record',
      `UPDATE bodies SET body = json_set(body, '$.key', (SELECT body ->> '$.key' FROM bodies WHERE record = '${b}')) WHERE record = '${a}'`,
    ],
    [
      'an event edited',
      `UPDATE events SET body = replace(body, substr(body ->> '$.data', 60, 8), 'AAAAAAAA') WHERE record = '${a}' AND seq = 2`,
    ],
    [
      'a link edited',
      `UPDATE events SET body = json_set(body, '$.hash', 'x') WHERE record = '${a}' AND seq = 2`,
    ],
    [
      'the link before edited',
      `UPDATE events SET body = json_set(body, '$.prev', 'x') WHERE record = '${a}' AND seq = 2`,
    ],
    ['the first event deleted', `DELETE FROM events WHERE record = '${a}' AND seq = 1`],
    ['an event deleted in the middle', `DELETE FROM events WHERE record = '${a}' AND seq = 2`],
    ['the last event deleted', `DELETE FROM events WHERE record = '${a}' AND seq = 3`],
    ['all events deleted', `DELETE FROM events WHERE record = '${a}'`],
    [
      'an event added',
      `INSERT INTO events SELECT record, 4, body FROM events WHERE record = '${a}' AND seq = 3`,
    ],
    [
      'the last event deleted and the head told so',
      `DELETE FROM events WHERE record = '${a}' AND seq = 3; UPDATE bodies SET body = json_set(body, '$.seq', 2, '$.last', (SELECT body ->> '$.hash' FROM events WHERE record = '${a}' AND seq = 2)) WHERE record = '${a}'`,
    ],
    ['the version', `UPDATE records SET version = 1 WHERE id = '${a}'`],
    ['the status, which would hide the case', `UPDATE records SET status = 'closed' WHERE id = '${a}'`],
    ['the tokens', `UPDATE records SET tokens = '["u"]' WHERE id = '${a}'`],
    ['a head that is no envelope', `UPDATE bodies SET body = 'CANARY not json' WHERE record = '${a}'`],
    [
      'a head in the clear',
      `UPDATE bodies SET body = json_set(body, '$.data', '{"forged":true}') WHERE record = '${a}'`,
    ],
    ['an event in the clear', `UPDATE events SET body = '"forged"' WHERE record = '${a}' AND seq = 1`],
    [
      'a delivery in the clear',
      `UPDATE deliveries SET body = '"forged"' WHERE record = '${a}' AND id = 'd1'`,
    ],
    [
      'a shorter tag',
      `UPDATE deliveries SET body = substr(body, 1, length(body) - 16) WHERE record = '${a}' AND id = 'd1'`,
    ],
  ])('is refused: %s', async (_, sql) => {
    await twoRecords();
    tamper(sql);
    const error = await reading().then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toMatch(
      new RegExp(`^Record ${a}: .* does not match its seal.*restore the last backup`),
    );
    expect(JSON.stringify(error?.message)).not.toContain('CANARY');
  });

  it('is refused before anything is added to it', async () => {
    await twoRecords();
    tamper(swap('bodies', `record = '${a}'`, `record = '${b}'`));
    await expect(sealed(raw).commit(change(a, 2))).rejects.toThrow('does not match its seal');
    await expect(sealed(raw).saveDelivery(a, { id: 'd3', body: 'x' })).rejects.toThrow(
      'does not match its seal',
    );
  });

  it('is not read with another organisation or key', async () => {
    await twoRecords();
    const key = newKey();
    await expect(
      sealedStore({ store: raw, keyring: keyringFrom(key, organisation), organisation }).read(a),
    ).rejects.toThrow('the data key');
    await expect(
      sealedStore({ store: raw, keyring: testKeyring, organisation: 'another' }).read(a),
    ).rejects.toThrow('the head');
  });
});
