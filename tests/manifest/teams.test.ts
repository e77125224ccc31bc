import { readFileSync } from 'node:fs';
import ajvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { type Picture, readPng } from '../support/png.ts';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const SCHEMAS = 'node_modules/@microsoft/app-manifest/build/json-schemas/teams';
const schema = readJson(`${SCHEMAS}/v1.25/MicrosoftTeams.schema.json`);
const ajv = new ajvDraft04.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const fits = ajv.compile(schema);

const manifest = () => readJson('manifest/teams/manifest.json');
const [bot] = manifest().bots;
const commands = (scope: string): readonly string[] =>
  bot.commandLists
    .filter(({ scopes }: { scopes: string[] }) => scopes.includes(scope))
    .flatMap((list: { commands: { title: string }[] }) => list.commands.map(({ title }) => title));

describe('the Teams manifest', () => {
  it('fits the schema of manifest version 1.25', () => {
    fits(manifest());
    expect(fits.errors).toBeNull();
    expect(manifest()).toMatchObject({ manifestVersion: '1.25', name: { short: 'Signpost' } });
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest().developer;
    expect([websiteUrl, privacyUrl, termsOfUseUrl]).toEqual(
      Array(3).fill(expect.stringMatching(/^https:\/\//)),
    );
  });

  it.each([
    ['an id that is no GUID', { id: 'signpost' }],
    ['a short name past 30 characters', { name: { short: 'S'.repeat(31), full: 'Signpost' } }],
    ['a page without an address', { developer: { ...manifest().developer, privacyUrl: 'our privacy page' } }],
    ['13 commands', { bots: [{ ...bot, commandLists: [{ scopes: ['team'], commands: commandsOf(13) }] }] }],
    ['a key the schema does not know', { colour: '#123C5A' }],
  ])('is refused with %s', (_, change) => {
    expect(fits({ ...manifest(), ...change })).toBe(false);
  });

  it('is for one person or a team, takes no files and asks for no permission', () => {
    expect(manifest().bots).toHaveLength(1);
    expect(bot).toMatchObject({ scopes: ['personal', 'team'], supportsFiles: false });
    expect(Object.keys(manifest())).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(authorization|permissions|devicePermissions)$/)]),
    );
  });

  it('offers private matters only in a private chat', () => {
    expect(commands('personal')).toEqual([
      'report concern',
      'my reports',
      'what do I do if',
      'forms',
      'search a device',
      'contacts',
      'help',
    ]);
    expect(commands('team')).toEqual(['report concern', 'help']);
  });
});

describe('the icons', () => {
  it.each([
    ['color', 192],
    ['outline', 32],
  ])('%s.png has the size Teams asks for', (name, size) => {
    expect(icon(name)).toMatchObject({ width: size, height: size });
  });

  it('color.png fills its square, and outline.png is white on nothing', () => {
    expect(icon('color').pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(isWhiteOutline(icon('outline'))).toBe(true);
  });

  it('an outline that is coloured, solid or empty is caught', () => {
    const { width, height, pixels } = icon('outline');
    const recoloured = (pixel: readonly [number, number, number, number]): Picture => ({
      width,
      height,
      pixels: pixels.map((it) => (it[3] === 0 && pixel[3] !== 0 ? pixel : it)),
    });
    expect(isWhiteOutline(icon('color'))).toBe(false);
    expect(isWhiteOutline(recoloured([254, 0, 0, 128]))).toBe(false);
    expect(isWhiteOutline(recoloured([255, 255, 255, 255]))).toBe(false);
    expect(isWhiteOutline({ width, height, pixels: pixels.map(() => [0, 0, 0, 0]) })).toBe(false);
  });
});

function commandsOf(count: number): readonly { readonly title: string; readonly description: string }[] {
  return Array.from({ length: count }, (_, at) => ({ title: `command ${at}`, description: 'One too many' }));
}

function icon(name: string): Picture {
  expect(manifest().icons).toHaveProperty(name, `${name}.png`);
  return readPng(readFileSync(`manifest/teams/${name}.png`));
}

function isWhiteOutline({ pixels }: Picture): boolean {
  const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
  const white = drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
  return white && drawn.length > 0 && drawn.length < pixels.length / 2;
}
