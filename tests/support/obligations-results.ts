import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';

/** How a row is met: the bot does or refuses it, says it at the right moment, keeps the record, tells who must know. */
export type How = 'executed' | 'guided' | 'recorded' | 'reported';

export interface Row {
  readonly id: string;
  readonly how: How | 'not-by-a-bot';
  /** The test's title, or why no bot can do it. */
  readonly title: string;
  result: 'passed' | 'failed' | 'not-run';
}

const FOLDER = 'coverage/obligations';

/** Writes what this test file showed, once it has ended. What an earlier run wrote is gone as soon as it begins. */
export function keepResults(pack: string, rows: readonly Row[]): void {
  const { testPath } = expect.getState();
  if (testPath === undefined) throw new Error('The test runner does not say which file it runs');
  const file = relative(process.cwd(), testPath);
  const kept = join(FOLDER, `${file.replace(/^tests\/obligations\//, '').replace(/\W+/g, '-')}.json`);
  rmSync(kept, { force: true });
  afterAll(() => {
    const text = createHash('sha256').update(readFileSync(file)).digest('hex');
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(kept, `${JSON.stringify({ pack, file, text, rows }, null, 2)}\n`);
  });
}
