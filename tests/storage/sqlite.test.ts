import {
  closeSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SELECT_DUE } from '../../src/storage/sqlite/due.ts';
import { applySettings, assertSettings } from '../../src/storage/sqlite/settings.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { bytesOf } from '../support/canaries.ts';
import { allPages, change, idsOf, minute, recordId } from '../support/records.ts';
import { asJson, freshFolder, organisation } from '../support/stores.ts';

const id = recordId(1);
let folder: string;
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (at = folder) => openSqliteStore({ folder: at, organisation });
const file = () => join(folder, 'signpost.db');
const other = () => new DatabaseSync(file());

describe('the settings', () => {
  it('are those that keep what was acknowledged', () => {
    const db = other();
    applySettings(db);
    expect(() => assertSettings(db, 'here')).not.toThrow();
    db.close();
  });

  it.each([
    ['synchronous', 'NORMAL'],
    ['synchronous', 'OFF'],
    ['secure_delete', 'OFF'],
    ['secure_delete', 'FAST'],
    ['journal_mode', 'DELETE'],
    ['temp_store', 'FILE'],
    ['foreign_keys', 'OFF'],
    ['trusted_schema', 'ON'],
    ['busy_timeout', '5000'],
  ])('refuse a database with %s = %s (control)', (pragma, value) => {
    const db = other();
    applySettings(db);
    db.exec(`PRAGMA ${pragma} = ${value}`);
    expect(() => assertSettings(db, 'here')).toThrow(`here: SQLite runs with ${pragma}`);
    db.close();
  });

  it('refuse a database that was opened without them (control)', () => {
    const db = other();
    expect(() => assertSettings(db, 'here')).toThrow('only wal is safe');
    db.close();
  });
});

describe('the database', () => {
  it('keeps everything over a restart', async () => {
    const first = asJson(open());
    await first.commit(change(id, 0, { tokens: ['t'], events: [[1, 'e']], wakes: [['case', minute(0)]] }));
    await first.saveDelivery(id, { id: 'd', body: 'sent' });
    const before = [
      await first.read(id, { events: true }),
      await first.due(minute(1), 'case', 9),
      await first.byToken('t'),
    ];
    await first.close();
    const second = asJson(open());
    expect([
      await second.read(id, { events: true }),
      await second.due(minute(1), 'case', 9),
      await second.byToken('t'),
    ]).toEqual(before);
    await second.close();
  });

  it('is refused when a newer Signpost wrote it', async () => {
    await open().close();
    const db = other();
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => open()).toThrow(
      'written by a newer Signpost (schema 99; this one knows 2). Start the newer version',
    );
  });

  it('is refused when it belongs to another organisation', async () => {
    await open().close();
    expect(() => openSqliteStore({ folder, organisation: 'another' })).toThrow(
      'belongs to the organisation "sample"',
    );
  });

  it('is refused when it is no database', () => {
    writeFileSync(file(), 'not a database, '.repeat(500));
    expect(() => open()).toThrow(`${file()} is damaged`);
  });

  it('is refused when pages are missing', async () => {
    const store = asJson(open());
    for (let n = 0; n < 50; n += 1) await store.commit(change(recordId(n), 0, { body: 'x'.repeat(4_000) }));
    await store.close();
    truncateSync(file(), Math.floor(statSync(file()).size / 2));
    expect(() => open()).toThrow('is damaged');
  });

  it('is refused when a page was overwritten that opening it does not need', async () => {
    const store = asJson(open());
    for (let n = 0; n < 50; n += 1) await store.commit(change(recordId(n), 0, { body: 'x'.repeat(500) }));
    await store.close();
    const handle = openSync(file(), 'r+');
    const { size } = statSync(file());
    writeSync(handle, Buffer.alloc(4_096, 0xff), 0, 4_096, size - 4_096);
    closeSync(handle);
    expect(() => open()).toThrow('is damaged');
  });

  it('answers what was accepted before it closed, and refuses what comes after', async () => {
    const store = asJson(open());
    const accepted = store.commit(change(id, 0));
    const closing = store.close();
    expect(await accepted).toBe('committed');
    await closing;
    await store.close();
    await expect(store.commit(change(id, 1))).rejects.toThrow('the store is closed');
    expect(readdirSync(folder).sort()).toEqual(['signpost.db', 'signpost.lock']);
  });
});

it('lets others have their turn between the pages of a list', async () => {
  const store = asJson(openSqliteStore({ folder, organisation, pageSize: 10 }));
  for (let n = 0; n < 21; n += 1) await store.commit(change(recordId(n), 0, { tokens: ['t'] }));
  for (const list of [store.openCases, (cursor?: string) => store.byToken('t', cursor)]) {
    const turns: string[] = [];
    setImmediate(() => turns.push('somebody else'));
    expect((await allPages(list)).flat()).toHaveLength(21);
    expect(turns).toEqual(['somebody else']);
  }
  await store.close();
});

describe('a full disk', () => {
  it('saves nothing by halves, says so, and takes what fits afterwards', async () => {
    const store = asJson(openSqliteStore({ folder, organisation, pageLimit: 60 }));
    const big = 'x'.repeat(30_000);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store
          .commit(change(recordId(n), 0, { events: [[1, big]], wakes: [['case', minute(0)]] }))
          .catch((error: Error) => error.message),
      ),
    );
    const refused = answers.filter((answer) => answer !== 'committed');
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set([expect.stringContaining('Nothing was saved: the disk')]));
    const one = recordId(99);
    let saved = answers.flatMap((answer, n) => (answer === 'committed' ? [recordId(n)] : []));
    for (let n = 0; n < 20 && saved.length < 3; n += 1) {
      if (
        (await store
          .commit(change(recordId(30 + n), 0, { events: [[1, big]], wakes: [['case', minute(0)]] }))
          .catch(() => '')) === 'committed'
      )
        saved.push(recordId(30 + n));
    }
    expect(await store.commit(change(one, 0, { wakes: [['case', minute(0)]] }))).toBe('committed');
    saved = [...saved, one];
    expect(idsOf(await store.openCases())).toEqual(saved.toSorted());
    expect((await store.due(minute(1), 'case', 99)).map(({ record }) => record).toSorted()).toEqual(
      saved.toSorted(),
    );
    await store.close();
    await open().close();
  });
});

describe('another program that holds the database', () => {
  it('is waited for without standing still', async () => {
    const store = asJson(open());
    const blocker = other();
    blocker.exec('BEGIN IMMEDIATE');
    const commits = [store.commit(change(id, 0)), store.commit(change(recordId(2), 0))];
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
    expect(await store.read(id)).toBeUndefined();
    blocker.exec('COMMIT');
    expect(await Promise.all(commits)).toEqual(['committed', 'committed']);
    blocker.close();
    await store.close();
  });

  it('is reported when it does not let go, and nothing was saved', async () => {
    const store = asJson(open());
    const blocker = other();
    blocker.exec('BEGIN IMMEDIATE');
    await expect(store.commit(change(id, 0))).rejects.toThrow('another program has locked');
    blocker.exec('COMMIT');
    expect(await store.commit(change(id, 0))).toBe('committed');
    blocker.close();
    await store.close();
  });
});

describe('erased bytes', () => {
  const marks = Array.from({ length: 50 }, (_, n) => `MARK-${n}-of-a-key-that-must-vanish`);
  const left = () => marks.filter((mark) => bytesOf(folder).includes(mark)).length;

  it('are in no file any more', async () => {
    const store = asJson(open());
    for (const [n, body] of marks.entries()) {
      await store.commit(change(recordId(n), 0, { body, tokens: [`t ${body}`], events: [[1, body]] }));
      await store.commit(change(recordId(n), 1, { body: `${body} again` }));
    }
    expect(left()).toBe(50);
    for (const n of marks.keys()) await store.commit({ type: 'erase', id: recordId(n), expected: 2 });
    expect(left()).toBe(0);
    await store.close();
    expect(left()).toBe(0);
  });

  it('stay when SQLite runs as it comes (control)', () => {
    const db = other();
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE keys (body TEXT)');
    for (const mark of marks) db.prepare('INSERT INTO keys VALUES (?)').run(mark);
    db.exec('DELETE FROM keys; PRAGMA wal_checkpoint(TRUNCATE)');
    expect(left()).toBeGreaterThan(0);
    db.close();
  });
});

describe('what is due', () => {
  const planOf = (sql: string): string => {
    const db = other();
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('bulk', minute(0), minute(0), 20);
    db.close();
    return steps.map(({ detail }) => String(detail)).join('; ');
  };

  it('is found by its time in the index, in order, and nothing else is looked at', async () => {
    await open().close();
    expect(planOf(SELECT_DUE)).toBe('SEARCH due USING INDEX due_by_time (lane=? AND at<?)');
  });

  it('would be sorted first if it came in another order (control)', async () => {
    await open().close();
    expect(planOf(SELECT_DUE.replace('BY at,', 'BY attempt,'))).toContain('TEMP B-TREE');
  });
});
