import { rmSync } from 'node:fs';
import type { Json, Store } from '../../src/application/ports.ts';
import { PersonId } from '../../src/domain/ids.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { bytesOf, encodingsOf, foundIn } from '../support/canaries.ts';
import { change, minute, recordId } from '../support/records.ts';
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

it('keeps structures as they are', async () => {
  const body: Json = { list: [1, 2.5, null, true], deep: { 'a "key"': 'é李' }, empty: {} };
  await store.commit(change(a, 0, { body, events: [[1, body]] }));
  expect(await reading()).toMatchObject({ head: { body }, events: [{ seq: 1, body }] });
});

describe('a canary in every body', () => {
  const person = PersonId.parse('p-canary-kestrel');
  const canaries = [
    'CANARY head kestrel',
    'CANARY event plover',
    'CANARY delivery curlew',
    'CANARY nested über "quoted"',
    person,
  ];
  async function plant(into: Store<Json>): Promise<void> {
    const [head = '', event = '', delivery = '', nested = ''] = canaries;
    const body = { text: head, people: [{ nested, person }] };
    await into.commit(
      change(a, 0, {
        body,
        events: [[1, { event, nested }]],
        tokens: [testKeyring.token('reporter', person)],
        wakes: [['case', minute(0)]],
      }),
    );
    await into.saveDelivery(a, { id: 'd', body: { delivery, to: person } });
    await into.commit(change(a, 1, { body, events: [[2, event]] }));
  }
  const found = () => canaries.filter((canary) => foundIn(bytesOf(folder), canary).length > 0);

  it('is in no file of the database, open or closed', async () => {
    await plant(store);
    expect(bytesOf(folder).includes('CREATE TABLE')).toBe(true);
    expect(found()).toEqual([]);
    await raw.close();
    expect(found()).toEqual([]);
  });

  it('is found when the cipher does nothing (control)', async () => {
    await plant(unsealed(raw));
    expect(found()).toEqual(canaries);
  });

  it('would be found in any encoding (control)', () => {
    for (const canary of canaries) {
      for (const [name, encoded] of encodingsOf(canary)) {
        expect(
          foundIn(Buffer.concat([Buffer.from('before'), encoded, Buffer.from('after')]), canary),
        ).toContain(name);
      }
      for (const before of ['', 'x', 'xy']) {
        const text = Buffer.from(`${before}${canary}!`).toString('base64');
        expect(foundIn(Buffer.from(text), canary).some((name) => name.startsWith('base64'))).toBe(true);
      }
    }
  });
});

describe('the history of a record', () => {
  it('takes only the event that follows', async () => {
    await store.commit(change(a, 0, { events: [[1, 'one']] }));
    for (const seq of [1, 3, 0]) {
      await expect(store.commit(change(a, 1, { events: [[seq, 'x']] }))).rejects.toThrow('where 2 follows');
    }
    expect(await store.commit(change(a, 1, { events: [[2, 'two']] }))).toBe('committed');
    expect((await reading())?.events).toHaveLength(2);
  });

  it('goes on over a restart', async () => {
    await store.commit(change(a, 0, { events: [[1, 'one']] }));
    await sealed(raw).commit(change(a, 1, { events: [[2, 'two']] }));
    await sealed(raw).commit(change(a, 2));
    await sealed(raw).commit(change(a, 3, { events: [[3, 'three']] }));
    expect((await reading())?.events.map(({ body }) => body)).toEqual(['one', 'two', 'three']);
  });

  it('can be checked without any data key: links cover ciphertext only', async () => {
    await twoRecords();
    const found = await raw.read(a, { events: true });
    const stored = found?.events.map(({ body }) => JSON.parse(body)) ?? [];
    expect(stored.map(({ prev }) => prev)).toEqual(['0', stored[0].hash, stored[1].hash]);
    expect(JSON.parse(found?.head.body ?? '')).toMatchObject({ seq: 3, last: stored[2].hash });
  });
});

describe('the work behind an action', () => {
  it('is one read and one commit', async () => {
    const calls: string[] = [];
    const counted: Store<string> = {
      ...raw,
      read: (id, options) => {
        calls.push('read');
        return raw.read(id, options);
      },
      commit: (next) => {
        calls.push('commit');
        return raw.commit(next);
      },
    };
    await store.commit(change(a, 0, { events: [[1, 'one']] }));
    const fresh = sealed(counted);
    await fresh.read(a);
    await fresh.commit(change(a, 1, { events: [[2, 'two']] }));
    await fresh.saveDelivery(a, { id: 'd', body: 'sent' });
    expect(calls).toEqual(['read', 'commit']);
    await fresh.commit(change(b, 0));
    expect(calls).toEqual(['read', 'commit', 'commit']);
  });

  it('remembers a bounded number of records and reads the others again', async () => {
    for (let n = 0; n < 600; n += 1) await store.commit(change(recordId(n), 0, { events: [[1, 'e']] }));
    for (const n of [0, 99, 599])
      expect(await store.commit(change(recordId(n), 1, { events: [[2, 'e']] }))).toBe('committed');
    expect((await reading(recordId(0)))?.events).toHaveLength(2);
  });
});

it('has no key for what was erased', async () => {
  await store.commit(change(a, 0, { events: [[1, 'one']] }));
  const { key } = JSON.parse((await raw.read(a))?.head.body ?? '');
  expect(bytesOf(folder).includes(key)).toBe(true);
  await store.commit({ type: 'erase', id: a, expected: 1 });
  expect(bytesOf(folder).includes(key)).toBe(false);
  expect(await store.read(a)).toBeUndefined();
  await expect(store.saveDelivery(a, { id: 'd', body: 'x' })).rejects.toThrow('is gone');
});
