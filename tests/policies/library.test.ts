import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '../../src/storage/files/load-library.ts';
import { edited, errorsOf, LIBRARY, packAt, STARTER } from './packs.ts';

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
  const unchecked = loaded.value.contacts.filter(({ phone, lastChecked }) => phone && !lastChecked);
  expect(unchecked).toEqual([]);
  const local = loaded.value.contacts.filter(({ phone, web }) => !phone && !web).map(({ id }) => id);
  expect(local).toEqual(['social-care', 'lado']);
});

it('no shared line is longer than a phone shows in three lines, or raises its voice', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const { procedures, floor, advice } = loaded.value;
  const lines = [...procedures.flatMap(({ steps }) => steps), ...advice.flatMap((each) => each.lines)];
  const texts = [...floor.guards, ...lines].map(({ text }) => text);
  expect(texts.filter((text) => text.length > 120 || text.includes('!'))).toEqual([]);
});

it('a number in a line is that of the contact', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const { contacts, floor, advice } = loaded.value;
  const phones = contacts.flatMap(({ phone }) => phone ?? []);
  const said = [...floor.guards, ...advice.flatMap(({ lines }) => lines)].flatMap(
    ({ text }) => text.match(/\b0\d[\d ]{8,}\d\b/g) ?? [],
  );
  expect(said).toContain('0800 028 0285');
  expect(said.filter((number) => !phones.includes(number))).toEqual([]);
});

it('advice and editions name only what is there', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const { contacts, advice, guidance } = loaded.value;
  const numbers = contacts.map(({ id }) => id);
  expect(advice.flatMap((each) => each.contacts).filter((id) => !numbers.includes(id))).toEqual([]);
  const editions = guidance.map(({ id }) => id);
  expect(editions).toHaveLength(new Set(editions).size);
  const later = guidance.flatMap(({ supersededBy }) => supersededBy ?? []);
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter((id) => !editions.includes(id))).toEqual([]);
});

it('a step of the library that waits for one that is nowhere stops every pack', async () => {
  const { loaded, line } = await libraryWith(
    'procedures.yaml',
    '          - nudes.adult-police',
    '          - nudes.adult-policeman',
  );
  // The line is that of the list which names it.
  const found = errorsOf(loaded).find((finding) => finding.startsWith('after.unknown'));
  expect(Number(found?.split(' ')[1])).toBe(line - 2);
});

it('the pack for a new organisation takes every shared procedure, so each is checked', async () => {
  const loaded = await loadLibrary(LIBRARY);
  if (!loaded.ok) throw new Error('the library does not load');
  const starter = await packAt(STARTER);
  expect(starter.procedures.map(({ id }) => id).toSorted()).toEqual(
    loaded.value.procedures.map(({ id }) => id).toSorted(),
  );
});

it('everybody is told whom to call when nobody acts, also where the policy names no one', async () => {
  const starter = await packAt(STARTER);
  const { copy } = await edited(STARTER, '  - { use: ofsted-whistleblowing, source: floor }\n', '');
  expect((await packAt(copy)).contacts.map(({ id }) => id)).toContain('ofsted-whistleblowing');
  expect(starter.advice.find(({ id }) => id === 'adult-worries-me')?.contacts).toContain(
    'nspcc-whistleblowing',
  );
});
