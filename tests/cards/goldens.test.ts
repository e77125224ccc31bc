import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from '../../src/channels/slack/validate.ts';
import { files, inSlack, SAMPLES, shown } from './samples.ts';

/** `UPDATE_GOLDENS=1 npm test -- tests/cards/goldens.test.ts` writes them anew; the change is then read like code. */
const isUpdating = process.env.UPDATE_GOLDENS === '1';
const GOLDENS = {
  teams: ({ card }: (typeof shown)[number]) => card,
  slack: (each: (typeof shown)[number]) => inSlack(each),
} as const;
const PLATFORMS = ['teams', 'slack'] as const;

const folderOf = (platform: (typeof PLATFORMS)[number]) =>
  join(process.cwd(), 'tests/cards/goldens', platform);
const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

if (isUpdating)
  for (const platform of PLATFORMS) {
    // Drawn before any is touched: a sample that cannot be drawn must not empty the folder.
    const drawn = shown.map((each) => [`${each.name}.json`, textOf(GOLDENS[platform](each))] as const);
    for (const file of readdirSync(folderOf(platform))) rmSync(join(folderOf(platform), file));
    for (const [file, text] of drawn) writeFileSync(join(folderOf(platform), file), text);
  }

describe('every document of cards/', () => {
  it('has a sample', () => {
    expect(Object.keys(SAMPLES).toSorted()).toEqual(Object.keys(files.documents).toSorted());
    for (const [document, samples] of Object.entries(SAMPLES))
      expect([document, Object.keys(samples)[0]]).toEqual([document, 'normal']);
  });

  it('shows each of its slots in one sample or another', () => {
    const unshown = Object.entries(files.documents).flatMap(([document, node]) => {
      const given = namesIn(Object.values(SAMPLES[document] ?? {}));
      return slotsIn(node).flatMap((slot) => (given.has(slot) ? [] : [`${document}: ${slot}`]));
    });
    expect(unshown).toEqual([]);
  });
});

describe.each(PLATFORMS)('on %s', (platform) => {
  it.each(shown.map((each) => [each.name, each] as const))('%s looks as it did', (name, each) => {
    const golden = readFileSync(join(folderOf(platform), `${name}.json`), 'utf8');
    expect(textOf(GOLDENS[platform](each))).toBe(golden);
  });

  it('there is no golden of a sample that is gone', () => {
    expect(readdirSync(folderOf(platform)).toSorted()).toEqual(
      shown.map(({ name }) => `${name}.json`).toSorted(),
    );
  });
});

describe('what is drawn for Slack', () => {
  it.each(shown.map((each) => [each.name, each] as const))('%s is within its limits', (_, each) => {
    expect(findings(inSlack(each))).toEqual([]);
  });
});

/** Slots of a document, without what they are read from: `$root.parts` is `parts`. */
const slotsIn = (node: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(node).matchAll(/\$\{(?:\$root\.)?([\w-]+)\}/g)].map(([, slot = '']) => slot)),
];

/** Every name that has a value somewhere in these slots. */
function namesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    const isEmpty =
      inner === undefined || inner === false || inner === '' || (Array.isArray(inner) && inner.length === 0);
    if (!isEmpty) found.add(name);
    namesIn(inner, found);
  }
  return found;
}
