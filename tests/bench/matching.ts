import { join } from 'node:path';
import { matchesFor, type Written } from '../../src/domain/child/matching.ts';
import { loadLibrary } from '../../src/storage/files/load-library.ts';
import { CALLED, FIRST_NAMES, HEARD, SURNAMES } from './names.ts';
import { percentile, type Row, round } from './numbers.ts';

interface Registered {
  readonly id: number;
  readonly brief: {
    readonly name: string;
    readonly knownAs: string;
    readonly born: string;
    readonly group: string;
  };
}
interface Query {
  readonly kind: string;
  readonly written: Written;
  /** Undefined: a child who is not there. */
  readonly wanted: number | undefined;
}

/** The same numbers each time (mulberry32, public domain). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function generator(seed: number) {
  const next = chance(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const any = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from');
    return item;
  };
  /** Names are unevenly spread: the first of a list are several times as common as the last. */
  const common = (items: readonly string[]): string => items[Math.floor(items.length * next() ** 1.7)] ?? '';
  return { next, below, any, common };
}
type Generator = ReturnType<typeof generator>;

const CLASSES = ['Oak', 'Ash', 'Elm', 'Fir'];

function register(count: number, { next, below, any, common }: Generator): readonly Registered[] {
  return Array.from({ length: count }, (_, id) => {
    const year = 1 + below(13);
    const first = common(FIRST_NAMES);
    const surname = next() < 0.02 ? '' : common(SURNAMES);
    const second = next() < 0.15 ? `${common(FIRST_NAMES)} ` : '';
    const born = `${2021 - year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
    const knownAs = next() < 0.06 ? any(CALLED[first] ?? ['']) : '';
    return {
      id,
      brief: { name: `${first} ${second}${surname}`.trim(), knownAs, born, group: `${year} ${any(CLASSES)}` },
    };
  });
}

/** As many names as a register of that size has. */
export const namesOfRegister = (count: number): readonly string[] =>
  register(count, generator(7)).map(({ brief }) => brief.name);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
function slip(word: string, { below }: Generator): string {
  const at = 1 + below(Math.max(1, word.length - 1));
  const letter = LETTERS[below(26)] ?? 'x';
  switch (below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at - 1) + (word[at] ?? '') + (word[at - 1] ?? '') + word.slice(at + 1);
  }
}

/** Each takes the first name and the surname, and gives what is written; undefined: not for this name. */
const KINDS: Readonly<Record<string, (name: string, by: Generator) => string | undefined>> = {
  'as it is': (name) => name,
  'one slip': (name, by) => {
    const words = name.split(' ');
    const at = by.below(words.length);
    const word = words[at] ?? '';
    return word.length < 4 ? undefined : words.with(at, slip(word, by)).join(' ');
  },
  'two slips': (name, by) => {
    const words = name.split(' ');
    return words.length < 2 || words.some((word) => word.length < 4)
      ? undefined
      : words.map((word) => slip(word, by)).join(' ');
  },
  'as it sounds': (name, by) => {
    const [first = '', ...rest] = name.split(' ');
    const heard = HEARD[first];
    return heard && [by.any(heard), ...rest].join(' ');
  },
  'a nickname': (name, by) => {
    const [first = '', ...rest] = name.split(' ');
    const called = CALLED[first];
    return called && [by.any(called), ...rest].join(' ');
  },
  'other way round': (name) => {
    const words = name.split(' ');
    return words.length < 2 ? undefined : [words.at(-1), ...words.slice(0, -1)].join(', ');
  },
  'no accents or hyphens': (name) => {
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[-'’]/g, '').replaceAll('ł', 'l');
    return plain === name ? undefined : plain.toLowerCase();
  },
};

/** A name as people say it: the first and the last. */
const shortName = (name: string): string => {
  const words = name.split(' ');
  return words.length > 2 ? `${words[0]} ${words.at(-1)}` : name;
};

function queries(children: readonly Registered[], by: Generator, each: number): readonly Query[] {
  const asked: Query[] = [];
  for (const [kind, write] of Object.entries(KINDS))
    for (let made = 0; made < each; ) {
      const child = by.any(children);
      const name = write(shortName(child.brief.name), by);
      if (name === undefined || !name.includes(' ')) continue;
      // Half of those who report know the year.
      const year = by.next() < 0.5 ? `Year ${Number.parseInt(child.brief.group, 10)}` : '';
      asked.push({ kind, written: { name, knownAs: '', year, description: '' }, wanted: child.id });
      made += 1;
    }
  const there = new Set(children.map(({ brief }) => shortName(brief.name)));
  for (let made = 0; made < 2 * each; ) {
    const name = `${by.common(FIRST_NAMES)} ${by.common(SURNAMES)}`;
    if (there.has(name)) continue;
    const written = { name, knownAs: '', year: `Year ${1 + by.below(13)}`, description: '' };
    asked.push({ kind: 'not there', written, wanted: undefined });
    made += 1;
  }
  return asked;
}

/** Two of one name and year cannot be told apart by anybody: either is right. */
const isRight = (children: readonly Registered[], wanted: number, given: number): boolean =>
  given === wanted || children[given]?.brief.name === children[wanted]?.brief.name;

/** How often the child who is meant is among those who are shown, and how long finding them takes. */
export async function matchingCosts(count: number, each: number): Promise<readonly Row[]> {
  const library = await loadLibrary(join(process.cwd(), 'policies/library'));
  if (!library.ok) throw new Error('policies/library does not load');
  const by = generator(20_261_121);
  const children = register(count, by);
  const answered = queries(children, by, each).map((query) => {
    const started = performance.now();
    const { shown } = matchesFor(query.written, children, library.value.nicknames);
    const ms = performance.now() - started;
    const right = shown.findIndex(
      ({ child }) => query.wanted !== undefined && isRight(children, query.wanted, child.id),
    );
    return { ...query, ms, shown: shown.length, right };
  });
  const rowOf = (what: string, some: typeof answered): Row => {
    const [there, withSome] = [
      some.filter(({ wanted }) => wanted !== undefined),
      some.filter(({ shown }) => shown > 0),
    ];
    const first = some.filter(({ right }) => right === 0).length;
    const among = some.filter(({ right }) => right >= 0).length;
    const total = some.reduce((sum, { shown }) => sum + shown, 0);
    const part = (n: number, of: number) => (of === 0 ? '' : round(n / of, 3));
    const times = some.map(({ ms }) => ms);
    return {
      what,
      queries: some.length,
      'recall, first': there.length === 0 ? '' : part(first, there.length),
      'recall, shown': there.length === 0 ? '' : part(among, there.length),
      'precision, first': part(first, withSome.length),
      'precision, shown': part(among, total),
      'shown each': round(total / some.length, 2),
      'nobody shown': part(some.length - withSome.length, some.length),
      'p50 ms': round(percentile(times, 0.5), 1),
      'p99 ms (aim 100)': round(percentile(times, 0.99), 1),
    };
  };
  const kinds = Map.groupBy(answered, ({ kind }) => kind);
  return [rowOf(`all, ${count} children`, answered), ...[...kinds].map(([kind, some]) => rowOf(kind, some))];
}
