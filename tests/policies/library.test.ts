import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '../../src/storage/files/load-library.ts';
import { errorsOf, LIBRARY } from './packs.ts';

async function libraryWith(name: string, from: string, to: string) {
  const folder = await mkdtemp(join(tmpdir(), 'library-'));
  await cp(LIBRARY, folder, { recursive: true });
  const text = await readFile(join(folder, name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} does not have: ${from}`);
  await writeFile(
    join(folder, name),
    text.replace(from, () => to),
  );
  return { loaded: await loadLibrary(folder), line: text.slice(0, text.indexOf(from)).split('\n').length };
}

it('the library has nothing wrong with it', async () => {
  expect(errorsOf(await loadLibrary(LIBRARY))).toEqual([]);
});

it.each([
  ['floor.yaml', 'in: [mark]', 'in: [scratch]', 'fact.value'],
  ['floor.yaml', 'in: [told, mark', 'in: [hearsay, mark', 'fact.value'],
  [
    'procedures.yaml',
    'when: { fact: harm, in: [told] }',
    'when: { fact: harm, in: [true] }',
    'condition.boolean',
  ],
  [
    'procedures.yaml',
    'when: { fact: harm, in: [told] }',
    'when: { fact: harm, in: [hearsay] }',
    'fact.value',
  ],
  ['procedures.yaml', 'source: ukcis-nudes-2024', 'source: "6.3"', 'source.unknown'],
  ['contacts.yaml', 'phone: "101"', 'fone: "101"', 'key.unknown'],
  ['guidance.yaml', 'lastChecked: 2026-11-21', 'lastChecked: lately', 'value.bad'],
])('%s with "%s" as "%s" stops every pack', async (name, from, to, code) => {
  const { loaded, line } = await libraryWith(name, from, to);
  expect(errorsOf(loaded)).toContain(`${code} ${line}`);
});

it('a national number stands there only with the day on which it was checked', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const unchecked = loaded.value.contacts.filter(
    ({ phone, web, lastChecked }) => (phone ?? web) && !lastChecked,
  );
  expect(unchecked).toEqual([]);
  const local = loaded.value.contacts.filter(({ phone, web }) => !phone && !web).map(({ id }) => id);
  expect(local).toEqual(['social-care', 'lado']);
});

it('no shared line is longer than a phone shows in three lines, or raises its voice', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const { procedures, floor } = loaded.value;
  const texts = [...floor.guards, ...procedures.flatMap(({ steps }) => steps)].map(({ text }) => text);
  expect(texts.filter((text) => text.length > 120 || text.includes('!'))).toEqual([]);
});
