import { createHmac, hkdfSync } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../src/application/ports.ts';
import { PersonId, RecordId, SiteId } from '../../src/domain/ids.ts';
import { keyFile } from '../../src/storage/sealed/key-file.ts';
import { keyringFrom } from '../../src/storage/sealed/keyring.ts';
import { newKey } from '../../src/storage/sealed/seal.ts';
import { type Kek, openKeyring, WORKING_KEY_RECORD } from '../../src/storage/sealed/working-key.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { bytesOf, foundIn } from '../support/canaries.ts';
import { recordId } from '../support/records.ts';
import { freshFolder, organisation } from '../support/stores.ts';

const working = newKey();
const keyring = keyringFrom(working, organisation);
const person = PersonId.parse('p-iris');

describe('a keyring', () => {
  it('derives record ids that are always the same and say nothing', () => {
    const id = keyring.recordId('case|abc');
    expect(RecordId.safeParse(id).success).toBe(true);
    expect(keyringFrom(working, organisation).recordId('case|abc')).toBe(id);
    const ids = Array.from({ length: 2_000 }, (_, n) => keyring.recordId(`case|${n}`));
    expect(new Set(ids).size).toBe(2_000);
    expect(new Set(ids.join('')).size).toBe(32);
  });

  it('writes the first 130 bits of the keyed hash in base 32', () => {
    const key = Buffer.from(hkdfSync('sha256', working, '', `signpost|v1|record-id|${organisation}`, 32));
    const bits = [...createHmac('sha256', key).update('name').digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    const expected = Array.from({ length: 26 }, (_, n) =>
      '0123456789abcdefghjkmnpqrstvwxyz'.charAt(Number.parseInt(bits.slice(n * 5, n * 5 + 5), 2)),
    );
    expect(keyring.recordId('name')).toBe(expected.join(''));
  });

  it('keeps organisations and keys apart', () => {
    const others = [keyringFrom(working, 'another'), keyringFrom(newKey(), organisation)];
    for (const other of others) {
      expect(other.recordId('x')).not.toBe(keyring.recordId('x'));
      expect(other.token('reporter', person)).not.toBe(keyring.token('reporter', person));
      expect(other.verify('x', keyring.sign('x'))).toBe(false);
    }
  });

  it('makes a token of a purpose and a person or site', () => {
    const tokens = [
      keyring.token('reporter', person),
      keyring.token('subject', person),
      keyring.token('reporter', PersonId.parse('p-omar')),
      keyring.token('site', SiteId.parse('main')),
    ];
    expect(new Set(tokens).size).toBe(4);
    expect(tokens[0]).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(keyring.token('reporter', person)).toBe(tokens[0]);
  });

  it('accepts its own signature of the same text and nothing else', () => {
    const signature = keyring.sign('case|open');
    expect(keyring.verify('case|open', signature)).toBe(true);
    for (const wrong of [
      '',
      signature.slice(1),
      `${signature}=`,
      `${signature} `,
      signature.toUpperCase(),
      keyring.sign('case|close'),
      'é'.repeat(43),
    ]) {
      expect(keyring.verify('case|open', wrong)).toBe(false);
    }
    expect(keyring.verify('case|close', signature)).toBe(false);
  });

  it('wraps a new key for one record only', () => {
    const { key, wrapped } = keyring.newDataKey(recordId(1));
    expect(keyring.unwrapDataKey(recordId(1), wrapped)).toEqual(key);
    expect(keyring.unwrapDataKey(recordId(2), wrapped)).toBeUndefined();
    expect(keyringFrom(working, 'another').unwrapDataKey(recordId(1), wrapped)).toBeUndefined();
    expect(keyring.newDataKey(recordId(1)).key).not.toEqual(key);
  });

  it('is never made of a short key', () => {
    expect(() => keyringFrom(Buffer.alloc(16), organisation)).toThrow('32 bytes');
  });
});

describe('a key file', () => {
  let folder: string;
  let file: string;
  let store: Store<string>;
  beforeEach(() => {
    folder = freshFolder();
    file = join(folder, 'signpost.key');
    store = openSqliteStore({ folder: join(folder, 'data'), organisation });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const local = (first: boolean): Kek => keyFile({ file, dataFolder: join(folder, 'data'), create: first });
  const start = () => openKeyring({ store, organisation, kek: ({ first }) => local(first) });

  it('is made on the first start, 32 bytes that only the owner can read, and opens the same keyring ever after', async () => {
    const first = await start();
    expect(readFileSync(file)).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect((await start()).recordId('x')).toBe(first.recordId('x'));
  });

  it('does not stand in the data in any form', async () => {
    await start();
    const key = readFileSync(file);
    const data = bytesOf(join(folder, 'data'));
    expect(data.includes(key)).toBe(false);
    expect(foundIn(data, key.toString('base64url'))).toEqual([]);
    expect(foundIn(data, key.toString('hex'))).toEqual([]);
  });

  it('gives two instances that start at once the same keyring', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.sign('x')).toBe(two.sign('x'));
  });

  it('is not made anew when records exist: a missing key is a lost key', async () => {
    await start();
    rmSync(file);
    await expect(start()).rejects.toThrow(
      `KEY_FILE "${file}" cannot be read. The records cannot be opened without it`,
    );
  });

  it('is of no use when the working key beside the data is damaged', async () => {
    await start();
    const head = { id: WORKING_KEY_RECORD, version: 2, status: 'none', tokens: [], body: 'CANARY' } as const;
    await store.commit({ type: 'write', head, expected: 1, events: [], wakes: [] });
    const error = await start().catch((thrown: Error) => thrown);
    expect(String(error)).toContain('is damaged. Restore the last backup');
    expect(String(error)).not.toContain('CANARY');
  });

  it('is not made at all outside local mode', async () => {
    const strict = () => keyFile({ file, dataFolder: join(folder, 'data'), create: false });
    await expect(openKeyring({ store, organisation, kek: strict })).rejects.toThrow('cannot be read');
  });

  it('is refused when it is another key', async () => {
    await start();
    rmSync(file);
    writeFileSync(file, newKey(), { mode: 0o400 });
    await expect(start()).rejects.toThrow('is not the key that sealed these records');
  });

  it('is refused for another organisation', async () => {
    await start();
    await expect(openKeyring({ store, organisation: 'another', kek: () => local(false) })).rejects.toThrow(
      'is not the key',
    );
  });

  it.each([0, 16, 31, 33, 64])('is refused with %i bytes', async (length) => {
    writeFileSync(file, Buffer.alloc(length), { mode: 0o400 });
    await expect(start()).rejects.toThrow(`has ${length} bytes, and a key has 32`);
  });

  it('is refused when others can read it', async () => {
    await start();
    chmodSync(file, 0o440);
    await expect(start()).rejects.toThrow('chmod 400');
  });

  it('is refused inside the data folder', () => {
    for (const inside of [
      join(folder, 'data', 'key'),
      join(folder, 'data', 'deep', 'key'),
      join(folder, 'data'),
    ]) {
      expect(() => keyFile({ file: inside, dataFolder: join(folder, 'data'), create: true })).toThrow(
        'lies inside the data folder',
      );
    }
  });

  it('is refused where nothing can be written', async () => {
    file = join(folder, 'missing', 'key');
    await expect(start()).rejects.toThrow('could not be created');
  });

  it('never leaves a working key behind that was not wrapped', async () => {
    const broken: Kek = {
      wrap: async () => {
        throw new Error('no vault');
      },
      unwrap: async () => newKey(),
    };
    await expect(openKeyring({ store, organisation, kek: () => broken })).rejects.toThrow('no vault');
    await start();
  });
});
