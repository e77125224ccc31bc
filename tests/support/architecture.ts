import { posix } from 'node:path';
import { type Import, type SourceFacts, sourceFacts } from './source-facts.ts';

/** The layout as rules. Every rule is a pure function of one file, so that a test can feed it a bad one. */
export type RuleName = keyof typeof RULES;

export interface Violation {
  readonly rule: RuleName;
  readonly path: string;
  readonly what: string;
}

export function violations(path: string, source: string): readonly Violation[] {
  const facts = sourceFacts(path, source);
  return names.flatMap((rule) => RULES[rule](facts).map((what) => ({ rule, path, what })));
}

/** Packages that a file loads when it runs. */
export const packagesLoaded = (path: string, source: string): readonly string[] =>
  sourceFacts(path, source)
    .imports.filter(({ from, typeOnly }) => !typeOnly && !/^(\.|node:)/.test(from))
    .map(({ from }) => packageOf(from));

interface Layer {
  /** Folders of ours it may import, besides itself. */
  readonly ours: readonly string[];
  /** Folders it may import types from. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const INNER = ['domain', 'cards', 'application'];
const STORED = [...INNER, 'storage'];
const APART = ['http', 'logging', 'playground'];

// `{domain, cards} <- application <- {channels, storage} <- compose <- {main, cli}`; APART stand apart.
const LAYERS: Readonly<Record<string, Layer>> = {
  // double-metaphone is a table of sounds: no I/O, no state.
  domain: { ours: [], packages: ['zod', 'double-metaphone'] },
  cards: { ours: [], packages: ['zod'] },
  application: { ours: ['domain', 'cards'], packages: ['zod'] },
  'channels/teams': { ours: INNER, packages: ['node:*', 'zod', 'botbuilder', 'botframework-*'] },
  'channels/slack': { ours: INNER, packages: ['node:*', 'zod', '@slack/*'] },
  'channels/graph': { ours: INNER, packages: ['node:*', 'zod'] },
  storage: { ours: INNER, packages: ['zod'] },
  'storage/sqlite': { ours: STORED, packages: ['node:*', 'zod'] },
  'storage/cosmos': { ours: STORED, packages: ['node:*', 'zod', '@azure/*'] },
  'storage/sealed': { ours: STORED, packages: ['node:*', 'zod', '@azure/*'] },
  'storage/files': { ours: STORED, packages: ['node:*', 'zod', 'yaml', 'csv-parse', 'csv-stringify'] },
  documents: { ours: INNER, packages: ['node:*', 'zod', 'pdfkit', 'dejavu-fonts-ttf', 'vega', 'vega-lite'] },
  http: { ours: [], types: APART, packages: ['node:*', 'zod', 'restify', 'restify-errors'] },
  logging: { ours: [], types: APART, packages: ['node:*', 'zod', 'pino'] },
  playground: {
    ours: [],
    types: APART,
    packages: ['node:*', 'zod', 'yaml', '@microsoft/m365agentsplayground'],
  },
  config: { ours: ['domain'], packages: ['node:*', 'zod'] },
  compose: { ours: ['*'], packages: ['*'] },
  main: { ours: ['*'], packages: ['*'] },
  cli: { ours: ['*'], packages: ['*'] },
};

/** A dependency that may change under us has one home, whatever else a layer may import. */
const HOMES: readonly (readonly [string, readonly string[]])[] = [
  ['botbuilder', ['channels/teams']],
  ['botbuilder-*', ['channels/teams']],
  ['botframework-*', ['channels/teams']],
  ['@slack/*', ['channels/slack']],
  ['@azure/cosmos', ['storage/cosmos']],
  ['node:sqlite', ['storage/sqlite']],
  ['restify', ['http']],
  ['restify-errors', ['http']],
  ['pino', ['logging']],
  ['commander', ['cli']],
  ['pdfkit', ['documents']],
  ['dejavu-fonts-ttf', ['documents']],
  ['vega', ['documents']],
  ['vega-lite', ['documents']],
  ['node:process', ['main', 'cli', 'playground']],
];

const UNPREDICTABLE = [
  'Date',
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'randomUUID',
];

const RULES = {
  layers: ({ path, imports }: SourceFacts) => {
    const from = layerOf(path);
    const layer = LAYERS[from];
    if (layer === undefined) return [`${from} is not a folder of the layout`];
    return imports.filter((it) => !allows(layer, from, path, it)).map((it) => `${from} imports ${it.from}`);
  },
  homes: ({ path, imports }: SourceFacts) =>
    imports.flatMap(({ from }) =>
      HOMES.filter(
        ([pattern, homes]) => matches(pattern, packageOf(from)) && !homes.includes(layerOf(path)),
      ).map(([, homes]) => `${from} belongs in ${homes.join(', ')}`),
    ),
  process: ({ path, names }: SourceFacts) =>
    ['main', 'cli', 'playground'].includes(layerOf(path)) ? [] : used(names, ['process']),
  purity: ({ path, names, imports }: SourceFacts) =>
    ['domain', 'application'].includes(layerOf(path))
      ? [
          ...used(names, UNPREDICTABLE),
          ...imports.filter(({ from }) => from === 'node:crypto').map((it) => it.from),
        ]
      : [],
  console: ({ names }: SourceFacts) => used(names, ['console']),
  size: ({ lines }: SourceFacts) => (lines > 250 ? [`${lines} lines; split it at 250`] : []),
  barrels: ({ path, reExportsOnly }: SourceFacts) =>
    posix.basename(path) === 'index.ts' || reExportsOnly ? ['import from the file that defines it'] : [],
  'logged errors': ({ loggedErrors }: SourceFacts) => loggedErrors,
} satisfies Readonly<Record<string, (facts: SourceFacts) => readonly string[]>>;

const isRuleName = (name: string): name is RuleName => name in RULES;
const names = Object.keys(RULES).filter(isRuleName);

/** `src/storage/sqlite/store.ts` is in `storage/sqlite`, what the stores share in `storage`, `src/main.ts` in `main`. */
function layerOf(path: string): string {
  const [, first = '', ...rest] = path.replace(/\.ts$/, '').split('/');
  const divided = first === 'channels' || (first === 'storage' && rest.length > 1);
  return divided ? `${first}/${rest[0]}` : first;
}

function allows(layer: Layer, from: string, path: string, { from: target, typeOnly }: Import): boolean {
  if (!target.startsWith('.')) return layer.packages.some((pattern) => matches(pattern, packageOf(target)));
  const resolved = posix.join(posix.dirname(path), target);
  if (!resolved.startsWith('src/')) return false;
  const into = layerOf(resolved);
  const open = typeOnly ? [...layer.ours, ...(layer.types ?? [])] : layer.ours;
  return into === from || open.includes(into) || open.includes('*');
}

const packageOf = (specifier: string): string =>
  /^(node:.+|@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier;

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const used = (present: ReadonlySet<string>, banned: readonly string[]): readonly string[] =>
  [...present].filter((name) =>
    banned.some((ban) => name === ban || (ban !== 'Date' && name.startsWith(`${ban}.`))),
  );
