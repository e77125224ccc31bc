import process from 'node:process';
import type { Place } from '../../src/domain/policy/finding.ts';
import type { Change } from './change.ts';
import { CONTROL, MUTATIONS } from './mutations.ts';
import { idsOf } from './rule-ids.ts';
import { type Shown, shownFor } from './shown.ts';
import { type Workshop, workshop } from './workshop.ts';

/**
 * `by-id`: a test of an obligation that the rule is there for fails. `by-loader`: the pack does not load any more.
 * `by-another`: only a test of another obligation fails. `same`: the bot would run the very same policy, so nothing was changed.
 */
export type Fate = 'by-id' | 'by-loader' | 'by-another' | 'survived' | 'same';

export interface Mutant {
  readonly what: string;
  /** "guards.no-search" */
  readonly where: string;
  readonly line: number;
  readonly ids: readonly string[];
  readonly fate: Fate;
  /** The title of the test that failed, or what the loader says. */
  readonly by?: string;
}

export interface PackRun {
  readonly pack: string;
  readonly tests: number;
  /** Titles of tests that fail on the unchanged pack: left out. */
  readonly failing: readonly string[];
  readonly mutants: readonly Mutant[];
  /** Rules that no obligation in scope asks for: a section without one, national guidance, our own defaults. */
  readonly withoutId: readonly string[];
  readonly seconds: number;
}

export interface Options {
  /** Every so many-th mutation only. */
  readonly sample: number;
  /** Only tests of the rule's own obligations: what survives them may still fail another. */
  readonly quick: boolean;
  /** These only, by their name, and the control among them. */
  readonly only: readonly string[];
  readonly say: (line: string) => void;
}

interface Planned {
  readonly what: string;
  readonly change: Change;
  readonly where: string;
  readonly ids: readonly string[];
}

/** A place in words: entries of a list by their id. */
function whereIs(pack: unknown, at: Place): string {
  let value: unknown = pack;
  const names = at.map((key) => {
    value = Object(value)[key];
    if (typeof key === 'string') return key;
    const { id, use, title } = Object(value);
    return [id, use, title, value].find((each) => typeof each === 'string') ?? key;
  });
  return names.join('.');
}

function planned({ pack }: Workshop, only: readonly string[]): readonly Planned[] {
  const table = only.length === 0 ? MUTATIONS : { ...MUTATIONS, ...CONTROL };
  return Object.entries(table)
    .flatMap(([what, find]) => find(pack).map((change) => ({ what, change })))
    .map(({ what, change }) => ({
      what,
      change,
      where: whereIs(pack, change.at),
      ids: idsOf(pack.id, change.source),
    }))
    .filter(({ what, where }) => only.length === 0 || only.includes(`${what}: ${where}`));
}

async function firstFailing(tests: readonly Shown[]): Promise<Shown | undefined> {
  for (const test of tests) if ((await test.run()) !== undefined) return test;
  return undefined;
}

/** The tests that pass on the unchanged pack, the quickest first. */
async function passing(tests: readonly Shown[], say: Options['say']) {
  const timed: { readonly test: Shown; readonly ms: number }[] = [];
  const failing: string[] = [];
  for (const test of tests) {
    const start = performance.now();
    const wrong = await test.run();
    if (wrong === undefined) timed.push({ test, ms: performance.now() - start });
    else failing.push(test.title);
    if (wrong !== undefined) say(`  fails on the unchanged pack: ${test.title}\n    ${wrong.split('\n')[0]}`);
  }
  return { tests: timed.toSorted((a, b) => a.ms - b.ms).map(({ test }) => test), failing };
}

export async function runPack(name: string, options: Options): Promise<PackRun> {
  const start = performance.now();
  const shop = await workshop(name);
  try {
    shop.write();
    const unchanged = await shop.load();
    if ('refused' in unchanged) throw new Error(`${name} does not load unchanged: ${unchanged.refused}`);
    const { policy } = unchanged;
    const plans = planned(shop, options.only);
    const withId = plans.filter(({ ids }) => ids.length > 0).filter((_, n) => n % options.sample === 0);
    const wanted = withId.flatMap(({ ids }) => ids);
    const all = await shownFor(name);
    const asked =
      options.only.length === 0 ? all : all.filter(({ ids }) => ids.some((id) => wanted.includes(id)));
    const { tests, failing } = await passing(asked, options.say);

    async function fateOf({ change, ids }: Planned): Promise<Pick<Mutant, 'fate' | 'by'>> {
      shop.write(change);
      const loaded = await shop.load();
      if ('refused' in loaded) return { fate: 'by-loader', by: loaded.refused };
      if (loaded.policy === policy) return { fate: 'same' };
      const isOwn = (test: Shown) => test.ids.some((id) => ids.includes(id));
      const own = await firstFailing(tests.filter(isOwn));
      if (own !== undefined) return { fate: 'by-id', by: own.title };
      if (options.quick) return { fate: 'survived' };
      const other = await firstFailing(tests.filter((test) => !isOwn(test)));
      return other === undefined ? { fate: 'survived' } : { fate: 'by-another', by: other.title };
    }

    const mutants: Mutant[] = [];
    for (const plan of withId) {
      const fate = await fateOf(plan);
      const { what, where, ids, change } = plan;
      mutants.push({ what, where, ids, line: shop.lineOf(change.at), ...fate });
      options.say(`  ${mutants.length}/${withId.length} ${fate.fate.padEnd(10)} ${what}: ${where}`);
    }
    return {
      pack: name,
      tests: tests.length,
      failing,
      mutants,
      withoutId: plans.filter(({ ids }) => ids.length === 0).map(({ what, where }) => `${what}: ${where}`),
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    shop.remove();
    delete process.env.OBLIGATIONS_POLICIES;
  }
}
