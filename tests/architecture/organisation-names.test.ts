import { filesBelow, type TreeFile } from '../support/tree.ts';

const NAMES = /balfour|beauclerc|chennestone/i;
// Packs are data about named organisations, so only the tests of packs, and journeys that load one, may name them.
const MAY_NAME = /^tests\/(obligations|policies|journeys|fixtures|architecture)\//;

const naming = (files: readonly TreeFile[]): readonly string[] =>
  files.filter(({ path, text }) => !MAY_NAME.test(path) && NAMES.test(path + text)).map(({ path }) => path);

it('code, cards and tests name no organisation', () => {
  const files = filesBelow(['src', 'cards', 'tests'], ['.ts', '.json', '.snap', '.txt', '.csv', '.yaml']);
  expect(naming(files)).toEqual([]);
});

it('a file that names one is caught by its text or its path, and a test of that pack is not', () => {
  const text = 'const site = "Balfour";';
  expect(naming([{ path: 'src/config.ts', text }])).toEqual(['src/config.ts']);
  expect(naming([{ path: 'cards/beauclerc.json', text: '{}' }])).toEqual(['cards/beauclerc.json']);
  expect(naming([{ path: 'tests/policies/packs.test.ts', text }])).toEqual([]);
});
