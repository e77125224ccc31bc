import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKey, openBytes, openText, sealBytes, sealText } from '../../src/storage/sealed/seal.ts';

const key = newKey();
const place = 'v1|sample|record|event|1';
const bytesOf = (sealed: string): Buffer => Buffer.from(sealed, 'base64url');

describe('a seal', () => {
  it.each(['', 'a', 'x'.repeat(251), 'x'.repeat(252), 'x'.repeat(253), 'é李👩‍👧', 'x'.repeat(100_000)])(
    'gives back what was sealed (%#)',
    (text) => {
      expect(openText(key, sealText(key, text, place), place)).toBe(text);
    },
  );

  it('opens in no other place and with no other key', () => {
    const sealed = sealText(key, 'text', place);
    expect(openText(key, sealed, 'v1|sample|record|event|2')).toBeUndefined();
    expect(openText(newKey(), sealed, place)).toBeUndefined();
  });

  it('never looks the same twice', () => {
    const seals = Array.from({ length: 5_000 }, () => sealText(key, 'same', place));
    expect(new Set(seals.map((sealed) => bytesOf(sealed).subarray(0, 12).toString('hex'))).size).toBe(5_000);
  });

  it('says nothing of the length within 256 bytes', () => {
    const lengths = ['', 'no', 'x'.repeat(252)].map((text) => bytesOf(sealText(key, text, place)).length);
    expect(new Set(lengths)).toEqual(new Set([12 + 256 + 16]));
    expect(bytesOf(sealText(key, 'x'.repeat(253), place))).toHaveLength(12 + 512 + 16);
  });

  it('breaks with any bit', () => {
    const sealed = bytesOf(sealBytes(key, Buffer.from('text'), place));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(openBytes(key, changed.toString('base64url'), place)).toBeUndefined();
    }
  });

  it('breaks when anything is cut off, so that a short tag counts for nothing', () => {
    const sealed = bytesOf(sealText(key, 'text', place));
    for (let length = 0; length < sealed.length; length += 1) {
      expect(openText(key, sealed.subarray(0, length).toString('base64url'), place)).toBeUndefined();
    }
    expect(openText(key, sealed.toString('base64url'), place)).toBe('text');
  });

  it.each(['', '.', 'not sealed at all', '{}'])('is not found in %j', (text) => {
    expect(openText(key, text, place)).toBeUndefined();
  });

  it('is made in one file only', () => {
    const source = join(import.meta.dirname, '../../src');
    const named = globSync('**/*.ts', { cwd: source }).filter((name) =>
      /create(C|Dec)ipher/.test(readFileSync(join(source, name), 'utf8')),
    );
    expect(named).toEqual([join('storage', 'sealed', 'seal.ts')]);
  });

  it('packs what is as long as a large directory, so that it fits a store, and nothing shorter', () => {
    const people = (n: number) =>
      JSON.stringify(Array.from({ length: n }, (_, id) => ({ id: `p-${id}`, roles: ['staff'] })));
    const [long, short] = [people(10_000), people(5_000)];
    const sealed = sealText(key, long, place);
    expect(openText(key, sealed, place)).toBe(long);
    expect(bytesOf(sealed).length).toBeLessThan(long.length / 2);
    expect(bytesOf(sealText(key, short, place)).length).toBeGreaterThan(short.length);
    expect(openText(key, sealText(key, short, place), place)).toBe(short);
  });
});
