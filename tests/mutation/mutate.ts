import process from 'node:process';
import { parseArgs } from 'node:util';
import { table } from '../bench/numbers.ts';
import { type PackRun, runPack } from './run.ts';
import { byKind, LEAST, scoreOf, survivors } from './score.ts';
import { packsWithTests } from './workshop.ts';

// Drops or weakens one rule of a pack after the other, and looks if a test of an obligation that asks for it fails.
// npm run mutate -- [--pack ID]... [--sample N] [--quick] [--only "ID/a guard is dropped: guards.some-guard"]... [--json]

const { values } = parseArgs({
  options: {
    pack: { type: 'string', multiple: true },
    /** Every so many-th mutation only. */
    sample: { type: 'string', default: '1' },
    /** Only tests of a rule's own obligations: "by another id" stays empty. */
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});
const { json, only, quick } = values;
const say = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`);

const runs: PackRun[] = [];
const onlyOf = (pack: string) =>
  only.filter((name) => name.startsWith(`${pack}/`)).map((name) => name.slice(pack.length + 1));
const packs = values.pack ?? packsWithTests().filter((pack) => only.length === 0 || onlyOf(pack).length > 0);
for (const pack of packs) {
  say(`\n${pack}`);
  runs.push(await runPack(pack, { sample: Number(values.sample), only: onlyOf(pack), quick, say }));
}

const scores = runs.map(({ pack, mutants }) => scoreOf(pack, mutants));
const total = scoreOf(
  'all',
  runs.flatMap(({ mutants }) => mutants),
);
if (json) process.stdout.write(`${JSON.stringify({ runs, scores, total })}\n`);
else {
  for (const run of runs) say(survivors(run));
  say(table('By kind of change', byKind(runs)));
  const about = (at: number) => ({
    tests: runs[at]?.tests ?? 0,
    'left out': runs[at]?.failing.length ?? 0,
    'without id': runs[at]?.withoutId.length ?? 0,
    seconds: Math.round(runs[at]?.seconds ?? 0),
  });
  say(
    table('Rules that would be missed', [...scores.map((score, at) => ({ ...score, ...about(at) })), total]),
  );
}
// Single ones are asked for to see how they fare.
if (only.length === 0 && scores.some((score) => score['score %'] < LEAST)) process.exitCode = 1;
