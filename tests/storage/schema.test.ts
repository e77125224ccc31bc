import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { change, minute, recordId } from '../support/records.ts';
import { freshFolder, organisation, sealed } from '../support/stores.ts';

let folder: string;
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openSqliteStore({ folder, organisation });
const file = () => join(folder, 'signpost.db');
const other = () => new DatabaseSync(file());

describe('a folder of version 1', () => {
  const fill = (): void => {
    const db = other();
    db.exec(readFileSync(join(import.meta.dirname, 'folder-version-1.sql'), 'utf8'));
    db.close();
  };
  const columns = () => {
    const db = other();
    const found = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name").all();
    const tables = db
      .prepare('SELECT m.name AS t, p.* FROM sqlite_schema m, pragma_table_info(m.name) p ORDER BY t, p.name')
      .all();
    const { user_version } = Object(db.prepare('PRAGMA user_version').get());
    db.close();
    return { user_version, found, tables: tables.map(({ cid: _, ...column }) => column) };
  };

  it('keeps everything, and lists its records without briefs until they are written again', async () => {
    fill();
    const [a, b, c] = [recordId(1), recordId(2), recordId(3)];
    const store = sealed(open());
    const found = await store.read(a, { events: true });
    expect(found?.head).toEqual({ ...change(a, 1, { tokens: ['t'] }).head, body: 'an open case' });
    expect(found?.events.map(({ body }) => body)).toEqual(['one', 'two']);
    expect(found?.deliveries).toEqual([{ id: 'd', body: 'sent' }]);
    expect((await store.due(minute(1), 'case', 9)).map(({ record }) => record)).toEqual([a]);
    expect((await store.read(c))?.head).toMatchObject({ status: 'none', body: 'a draft' });
    const items = [
      { id: a, version: 2, status: 'open' },
      { id: b, version: 1, status: 'closed' },
    ];
    expect(await store.byToken('t')).toEqual({ items });
    expect(await store.openCases()).toEqual({ items: items.slice(0, 1) });
    await store.commit(change(a, 2, { tokens: ['t'], brief: 'in short' }));
    await store.close();
    const again = sealed(open());
    expect((await again.byToken('t')).items).toEqual([
      { id: a, version: 3, status: 'open', brief: 'in short' },
      { id: b, version: 1, status: 'closed' },
    ]);
    await again.commit({ type: 'erase', id: b, expected: 1 });
    expect(await again.read(b)).toBeUndefined();
    await again.close();
  });

  it('becomes the same as a new one', async () => {
    await open().close();
    const fresh = columns();
    rmSync(file());
    fill();
    expect(columns()).not.toEqual(fresh);
    await open().close();
    expect(columns()).toEqual(fresh);
  });

  it('stays as it is when it belongs to another organisation', () => {
    fill();
    const before = columns();
    expect(() => openSqliteStore({ folder, organisation: 'another' })).toThrow('belongs to the organisation');
    expect(columns()).toEqual(before);
  });
});
