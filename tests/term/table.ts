import type { Ran } from './run.ts';

/** What a term was, in a few lines, for whoever reads the run. */
export function tableOf({ watch, counts, plan, truth, notPossible }: Ran, seconds: number): string {
  const people = new Set([...truth.cases.values()].map(({ planned }) => planned.child)).size;
  const acts = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `concerns ${plan.concerns.length} (about ${people} children), cases ${truth.cases.size}`,
    `cards sent ${watch.seen.messages}, views checked ${watch.seen.views}, faults ${watch.faults.length}`,
    `acts ${acts.map(([what, n]) => `${what} ${n}`).join(', ')}`,
    `not possible ${notPossible.length}`,
    ...notPossible.slice(0, 8).map((line) => `  ${line.replaceAll('\n', ' ').slice(0, 200)}`),
    `seconds ${seconds.toFixed(1)}`,
    '',
  ].join('\n');
}
