import type { Fate, Mutant, PackRun } from './run.ts';

/** What an issue of the project asks for, in per cent. */
export const LEAST = 90;

const count = (mutants: readonly Mutant[], fate: Fate): number =>
  mutants.filter((each) => each.fate === fate).length;

const percent = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10;

/** How many of the rules would be missed, if they were not there. What changes nothing counts for nothing. */
export function scoreOf(what: string, mutants: readonly Mutant[]) {
  const killed = count(mutants, 'by-id');
  const loader = count(mutants, 'by-loader');
  const another = count(mutants, 'by-another');
  const survived = count(mutants, 'survived');
  const all = killed + loader + another + survived;
  return {
    what,
    mutants: all,
    killed,
    'by loader': loader,
    'by another id': another,
    survived,
    'score %': percent(killed + loader, all),
    'any id %': percent(killed + loader + another, all),
  };
}

/** By kind of change, over all packs. */
export function byKind(runs: readonly PackRun[]) {
  const mutants = runs.flatMap((run) => run.mutants);
  const kinds = [...new Set(mutants.map(({ what }) => what))];
  return kinds.map((kind) =>
    scoreOf(
      kind,
      mutants.filter(({ what }) => what === kind),
    ),
  );
}

const told = (pack: string, { line, what, where, ids, by }: Mutant): string =>
  `- policies/${pack}.yaml:${line} ${what}: ${where} (${ids.join(', ')})${by === undefined ? '' : `\n  only: ${by}`}`;

/** For whoever writes the tests of a pack. */
export function survivors({ pack, mutants }: PackRun): string {
  const of = (fate: Fate) => mutants.filter((each) => each.fate === fate).map((each) => told(pack, each));
  const survived = of('survived');
  const another = of('by-another');
  return [
    ...(survived.length > 0 ? [`\n${pack}: no test fails`, ...survived] : []),
    ...(another.length > 0 ? [`\n${pack}: only a test of another obligation fails`, ...another] : []),
  ].join('\n');
}
