import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';

const MOST_MS = 60_000;

// What the test runner's configuration says as well: the package's own entry cannot be loaded without a bundler.
const BUNDLED: Readonly<Record<string, string>> = { adaptivecards: 'adaptivecards/dist/adaptivecards.js' };
registerHooks({ resolve: (name, context, next) => next(BUNDLED[name] ?? name, context) });

/** A test of obligations, to be run as often as there are mutations. */
export interface Shown {
  readonly ids: readonly string[];
  readonly title: string;
  /** What went wrong; nothing: it passed. */
  readonly run: () => Promise<string | undefined>;
}

async function outcomeOf(body: () => Promise<void>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((settle) => {
    timer = setTimeout(settle, MOST_MS, `No end after ${MOST_MS} ms`);
  });
  const ended = async () => {
    try {
      await body();
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  };
  try {
    return await Promise.race([ended(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The tests of one pack, with stand-ins for what the test runner brings: loaded once, run in this process. A runner of
 * its own for each of hundreds of mutations would take hours.
 */
export async function shownFor(pack: string): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  // Results are kept by the name of the test file; those of these runs must not replace the real ones.
  expect.setState({ testPath: resolve('tests/mutation/none') });
  Object.assign(globalThis, {
    expect,
    describe: (_: string, register: () => void) => register(),
    afterAll: () => {},
    it: (title: string, body: () => Promise<void>) => {
      const [ids = ''] = title.split(': ');
      shown.push({ ids: ids.split(', '), title, run: () => outcomeOf(body) });
    },
  });
  const folder = join('tests/obligations', pack);
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  for (const file of files) await import(pathToFileURL(resolve(folder, file)).href);
  return shown;
}
