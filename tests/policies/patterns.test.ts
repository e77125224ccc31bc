import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '../../src/storage/files/load-library.ts';
import { loadPolicy } from '../../src/storage/files/load-policy.ts';
import { BALFOUR, BEAUCLERC, edited, errorsOf, LIBRARY, packAt, STARTER } from './packs.ts';

const PACKS = [
  ...[BALFOUR, BEAUCLERC, STARTER, 'policies/active-learning.yaml'],
  ...['policies/b2-mentoring.yaml', 'policies/chances-mentoring.yaml'],
];
const WHEN = 'when: { fact: harm, in: [home] }';
const hunger = (parts = WHEN) =>
  `title: hunger, about: child, ${parts}, count: 3, within: P6W, source: "3.2"`;
/** A pack that names these patterns. */
const naming = (...patterns: readonly string[]) =>
  edited(
    BALFOUR,
    'advice:\n',
    `patterns:\n${patterns.map((each) => `  - { ${each} }\n`).join('')}advice:\n`,
    'patterns:',
  );

describe('a pattern in a pack', () => {
  it('is the policy’s own, and says where the policy says so', async () => {
    const { copy } = await naming(`id: hunger, ${hunger()}`);
    const { patterns } = await packAt(copy);
    expect(patterns[0]).toMatchObject({
      id: 'hunger',
      count: 3,
      source: expect.stringContaining('section 3.2'),
    });
    expect(patterns.map(({ id }) => id)).toContain('any-worry');
  });

  it('takes the place of the library’s one of the same id', async () => {
    const { copy } = await naming(`id: home, ${hunger()}`);
    const { patterns } = await packAt(copy);
    expect(patterns.filter(({ id }) => id === 'home')).toMatchObject([{ title: 'hunger' }]);
  });

  it.each([
    [
      'a value that no fact has',
      [`id: hunger, ${hunger('when: { fact: harm, in: [hunger] }')}`],
      'fact.value 2',
    ],
    [
      'a procedure that it does not have',
      [`id: hunger, ${hunger('when: { fact: category, in: [hunger] }')}`],
      'fact.value 2',
    ],
    ['one id twice', [`id: hunger, ${hunger()}`, `id: hunger, ${hunger()}`], 'id.twice 3'],
    ['one worry as a pattern', [`id: hunger, ${hunger().replace('count: 3', 'count: 1')}`], 'value.bad 2'],
    ['hours', [`id: hunger, ${hunger().replace('P6W', 'PT6H')}`], 'value.bad 2'],
    [
      'a section that it does not have',
      [`id: hunger, ${hunger().replace('"3.2"', '"99.1"')}`],
      'source.unknown 2',
    ],
    ['no section', [`id: hunger, ${hunger().replace(', source: "3.2"', '')}`], 'key.missing 2'],
  ])('with %s is refused, with its line', async (_, patterns, wanted) => {
    const { copy, line } = await naming(...patterns);
    const [code = '', below = ''] = wanted.split(' ');
    expect(errorsOf(await loadPolicy(copy, LIBRARY))).toContain(`${code} ${line + Number(below) - 1}`);
  });
});

describe('patterns that no policy names', () => {
  it.each(PACKS)(
    '%s has those of the library, from national guidance and as a default that says so',
    async (file) => {
      const { patterns } = await packAt(file);
      expect(patterns.map(({ id }) => id)).toEqual(['any-worry', 'home', 'missing', 'low-level']);
      for (const { source } of patterns)
        expect(source).toMatch(/^Signpost's own default.*; Department for Education/);
    },
  );

  it('are checked like the rest: a value that no fact has stops every pack', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'library-'));
    await cp(LIBRARY, folder, { recursive: true });
    const file = join(folder, 'patterns.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('in: [missing]', 'in: [lost]'));
    const line = text.slice(0, text.indexOf('in: [missing]')).split('\n').length;
    expect(errorsOf(await loadLibrary(folder))).toContain(`fact.value ${line}`);
  });
});
