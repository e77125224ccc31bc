import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Json, Store } from '../../src/application/ports.ts';
import { keyringFrom } from '../../src/storage/sealed/keyring.ts';
import { newKey } from '../../src/storage/sealed/seal.ts';
import { sealedStore } from '../../src/storage/sealed/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { bytesOf, foundIn } from '../support/canaries.ts';
import { change, idsOf, recordId } from '../support/records.ts';
import { freshFolder, organisation, sealed, testKeyring, unsealed } from '../support/stores.ts';

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

const sealedBrief = async (): Promise<string> => (await raw.byToken('t')).items[0]?.brief ?? '';

/** Changes the database behind the store's back; `old` is the brief of the first record's version before. */
function tamper(sql: string, old: string): void {
  const db = new DatabaseSync(join(folder, 'signpost.db'));
  db.exec(`CREATE TEMP TABLE old AS SELECT '${old}' AS brief`);
  db.exec(sql);
  db.close();
}

/** Two open cases at version 2; gives the first one's sealed brief of version 1. */
async function twoRecords(): Promise<string> {
  const write = (id: typeof a, expected: number, brief: string) =>
    store.commit(change(id, expected, { tokens: ['t'], brief }));
  await write(a, 0, 'a at first');
  const old = await sealedBrief();
  await write(b, 0, 'b at first');
  await write(a, 1, 'a now');
  await write(b, 1, 'b now');
  return old;
}

const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'not refused',
    (thrown: Error) => thrown.message,
  );
const briefsIn = async (from: Store<Json>) => (await from.byToken('t')).items.map(({ brief }) => brief);
const SEALED = { keyring: testKeyring, organisation };
const SEAL = new RegExp(`^Record ${a}: .* does not match its seal.*restore the last backup`);

describe('a brief that was moved or changed outside', () => {
  it('is not there when nobody touched anything (control)', async () => {
    tamper('SELECT 1', await twoRecords());
    expect(await briefsIn(sealed(raw))).toEqual(['a now', 'b now']);
    expect((await sealed(raw).read(a))?.head.brief).toBe('a now');
  });

  const set = (brief: string): string => `UPDATE records SET brief = ${brief} WHERE id = '${a}'`;
  const of = (id: string): string => `(SELECT brief FROM records WHERE id = '${id}')`;
  // "v1.", a wrapped key of 80 characters, a full stop, the sealed text.
  it.each([
    ['that of another record', set(of(b))],
    ['an old one', set('(SELECT brief FROM old)')],
    ['the key of another record', set(`substr(${of(b)}, 1, 83) || substr(brief, 84)`)],
    ['the text of another record', set(`substr(brief, 1, 83) || substr(${of(b)}, 84)`)],
    ['the key of an old one and a new text', set(`substr((SELECT brief FROM old), 1, 83) || '.AAAA'`)],
    [
      'the head in its place',
      set(
        `(SELECT 'v1.' || (body ->> '$.key') || '.' || (body ->> '$.data') FROM bodies WHERE record = '${a}')`,
      ),
    ],
    ['the version', `UPDATE records SET version = 1 WHERE id = '${a}'`],
    ['the status', `UPDATE records SET status = 'none' WHERE id = '${a}'`],
    [
      'one letter',
      set(`substr(brief, 1, 99) || iif(substr(brief, 100, 1) = 'A', 'B', 'A') || substr(brief, 101)`),
    ],
    ['a shorter tag', set('substr(brief, 1, length(brief) - 16)')],
    ['another form', set(`'v2' || substr(brief, 3)`)],
    ['a part more', set(`brief || '.x'`)],
    ['in the clear', set(`'CANARY "forged"'`)],
    ['nothing in it', set(`''`)],
  ])('is refused: %s', async (_, sql) => {
    const old = await twoRecords();
    // Listed before: what is remembered does not stand for what is there now.
    expect(await briefsIn(store)).toEqual(['a now', 'b now']);
    tamper(sql, old);
    // Listed without it, beside all others: one that does not open hides none.
    for (const from of [sealed(raw), store]) expect(await briefsIn(from)).toEqual([undefined, 'b now']);
    const told: string[] = [];
    await sealedStore({ ...SEALED, store: raw, damaged: (record) => told.push(record) }).byToken('t');
    expect(told).toEqual([a]);
    const asked = await refusal(sealed(raw).read(a));
    expect(asked).toMatch(SEAL);
    expect(asked).not.toContain('CANARY');
  });

  it('is left out among open cases too, and nobody is told of what is whole', async () => {
    const old = await twoRecords();
    const told: string[] = [];
    const watched = sealedStore({ ...SEALED, store: raw, damaged: (record) => told.push(record) });
    expect((await watched.openCases()).items.map(({ brief }) => brief)).toEqual(['a now', 'b now']);
    expect(told).toEqual([]);
    tamper(set(of(b)), old);
    expect((await watched.openCases()).items.map(({ brief }) => brief)).toEqual([undefined, 'b now']);
    expect(told).toEqual([a]);
  });

  it('cannot be taken away or added unseen: the record itself does not open', async () => {
    const old = await twoRecords();
    tamper(set('NULL'), old);
    expect(await briefsIn(sealed(raw))).toEqual([undefined, 'b now']);
    expect(await refusal(sealed(raw).read(a))).toMatch(SEAL);
    expect(await refusal(sealed(raw).commit(change(a, 2)))).toMatch(SEAL);
    await store.commit(change(b, 2, { tokens: ['t'] }));
    tamper(`UPDATE records SET brief = 'v1.x.y' WHERE id = '${b}'`, old);
    expect(await refusal(sealed(raw).read(b))).toContain(`Record ${b}: the head does not match its seal`);
  });

  it('is not read with another organisation or key', async () => {
    await twoRecords();
    const keyring = keyringFrom(newKey(), organisation);
    const otherKey = sealedStore({ store: raw, keyring, organisation });
    expect(await briefsIn(otherKey)).toEqual([undefined, undefined]);
    expect(await refusal(otherKey.read(a))).toMatch(SEAL);
    const otherName = sealedStore({ store: raw, keyring: testKeyring, organisation: 'another' });
    expect(await briefsIn(otherName)).toEqual([undefined, undefined]);
    expect(await refusal(otherName.read(a))).toMatch(SEAL);
  });
});

describe('in the files', () => {
  const canary = 'CANARY brief dunlin';
  const found = () => foundIn(bytesOf(folder), canary);

  it('a brief is nowhere in the clear', async () => {
    await store.commit(change(a, 0, { tokens: ['t'], brief: { canary } }));
    expect(await briefsIn(sealed(raw))).toEqual([{ canary }]);
    expect(found()).toEqual([]);
  });

  it('it is found when the cipher does nothing (control)', async () => {
    await unsealed(raw).commit(change(a, 0, { brief: { canary } }));
    expect(found()).toContain('raw');
  });

  it('neither brief nor key is left of what was erased', async () => {
    await store.commit(change(a, 0, { tokens: ['t'], brief: 'in short' }));
    const [, key = '', data = ''] = (await sealedBrief()).split('.');
    for (const part of [key, data]) expect(bytesOf(folder).includes(part)).toBe(true);
    await store.commit({ type: 'erase', id: a, expected: 1 });
    for (const part of [key, data]) expect(bytesOf(folder).includes(part)).toBe(false);
    expect(await store.byToken('t')).toEqual({ items: [] });
  });

  it('its length says little', async () => {
    const lengths: number[] = [];
    for (const [n, brief] of ['', 'x'.repeat(200), 'x'.repeat(600)].entries()) {
      await store.commit(change(a, n, { tokens: ['t'], brief }));
      lengths.push((await sealedBrief()).length);
    }
    expect(lengths[0]).toBe(lengths[1]);
    expect(lengths[2]).toBeGreaterThan(lengths[1] ?? 0);
  });
});

it('opens from a list without a read of the record', async () => {
  const reads: string[] = [];
  const counted: Store<string> = {
    ...raw,
    read: (id, options) => {
      reads.push(id);
      return raw.read(id, options);
    },
  };
  await twoRecords();
  const fresh = sealed(counted);
  expect(await briefsIn(fresh)).toEqual(['a now', 'b now']);
  expect(idsOf(await fresh.openCases())).toEqual([a, b]);
  expect(reads).toEqual([]);
});

it('stands by a record that is opened once for each version, as the directory is', async () => {
  const kept = sealedStore({ store: raw, keyring: testKeyring, organisation, kept: [a] });
  for (const [version, brief] of ['first', 'second'].entries()) {
    await kept.commit(change(a, version, { brief }));
    for (let time = 0; time < 2; time += 1) expect((await kept.read(a))?.head.brief).toBe(brief);
  }
});

it('is read with a body once for each version, whoever wrote it, when its record is kept', async () => {
  const bodies: number[] = [];
  const counted: Store<string> = {
    ...raw,
    async read(id, options) {
      const found = await raw.read(id, options);
      bodies.push(found?.head.body.length ?? 0);
      return found;
    },
  };
  const kept = sealedStore({ store: counted, keyring: testKeyring, organisation, kept: [a] });
  for (const [version, body] of ['first', 'second'].entries()) {
    await store.commit(change(a, version, { body }));
    await store.saveDelivery(a, { id: 'card', body });
    for (let time = 0; time < 3; time += 1)
      expect(await kept.read(a)).toMatchObject({ head: { body }, deliveries: [{ body }] });
  }
  expect(bodies.map((length) => length > 0)).toEqual([true, false, false, true, false, false]);
  expect(await sealed(counted).read(a)).toMatchObject({ head: { body: 'second' } });
});
