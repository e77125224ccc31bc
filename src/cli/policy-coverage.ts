import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { coverageOf, Obligation, type Result, Shown } from './policy-coverage-report.ts';
import { coverageText } from './policy-coverage-text.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Options {
  readonly json?: true;
  readonly register: string;
  readonly results: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** What a test file showed; nothing, if there is no such file any more. */
function resultIn(file: string): readonly Result[] {
  const shown = Shown.parse(read(file));
  const test = join(ROOT, shown.file);
  if (!existsSync(test)) return [];
  const text = createHash('sha256').update(readFileSync(test)).digest('hex');
  return [{ ...shown, isCurrent: text === shown.text }];
}

function resultsIn(folder: string): readonly Result[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => resultIn(join(folder, name)));
}

function coverage({ json, register, results }: Options): void {
  const rows = existsSync(register) ? z.array(Obligation).parse(read(register)) : [];
  const shown = resultsIn(results);
  if (rows.length === 0 || shown.length === 0) {
    const what = rows.length === 0 ? `obligations in ${register}` : `results in ${results}`;
    process.stderr.write(`There are no ${what}: run npm test first, in a checkout of Signpost\n`);
    process.exitCode = 2;
    return;
  }
  const found = coverageOf(rows, shown);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : coverageText(found));
  if (found.faults.length > 0) process.exitCode = 1;
}

export const policyCoverage = (): Command =>
  new Command('coverage')
    .description('say how each obligation of the packs here is met, from the tests that carry its id')
    .option('--json', 'print JSON')
    .option('--register <file>', 'every obligation', join(ROOT, 'tests/obligations/register.json'))
    .option('--results <folder>', 'what the tests showed', join(ROOT, 'coverage/obligations'))
    .action(coverage);
