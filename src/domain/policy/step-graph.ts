import type { Place } from './finding.ts';
import type { Library } from './library.ts';
import { isUse, procedureOf } from './merge.ts';
import type { PolicyFile, Procedure } from './pack.ts';
import type { Step } from './step.ts';

type Entry = PolicyFile['procedures'][number];

/** A step of the pack as it runs, and where the pack says so. */
export interface StepNode {
  /** "nudes.police". */
  readonly id: string;
  readonly procedure: Procedure;
  readonly entry: Entry;
  readonly step: Step;
  readonly at: Place;
}

/** Where a step of a merged procedure stands in the pack: its own entry, or the use of the procedure. */
export function placeOfStep(entry: Entry, n: number, id: string): Place {
  const at = ['procedures', n];
  if (!isUse(entry)) return [...at, 'steps', entry.steps.findIndex((step) => step.id === id)];
  const added = (entry.add ?? []).findIndex((step) => step.id === id);
  if (added >= 0) return [...at, 'add', added];
  return entry.steps?.[id] === undefined ? at : [...at, 'steps', id];
}

/** Every step that the pack can bring to a case, by its id. */
export type StepGraph = ReadonlyMap<string, StepNode>;

export const graphOf = (nodes: readonly StepNode[]): StepGraph =>
  new Map(nodes.map((node) => [node.id, node]));

export const stepNodes = (pack: PolicyFile, library: Library): readonly StepNode[] =>
  pack.procedures.flatMap((entry, n) => {
    const procedure = procedureOf(entry, library);
    return (procedure?.steps ?? []).flatMap((step) =>
      procedure === undefined
        ? []
        : [
            {
              id: `${procedure.id}.${step.id}`,
              procedure,
              entry,
              step,
              at: placeOfStep(entry, n, step.id),
            },
          ],
    );
  });

/** "police" is a step of the same procedure, "nudes.police" of another. */
export const idOf = ({ procedure }: StepNode, ref: string): string =>
  ref.includes('.') ? ref : `${procedure.id}.${ref}`;

/** What must be done first, and what must be answered for the step to be there at all. */
type Waits = 'after' | 'given';

/** Steps of one act are asked as one: what waits for one waits for all, and each waits for what any of them waits for. */
const sameAct = (node: StepNode, graph: StepGraph): readonly StepNode[] =>
  node.step.once === undefined
    ? [node]
    : [...graph.values()].filter(({ step }) => step.once === node.step.once);

function reached(node: StepNode, graph: StepGraph, waits: readonly Waits[]): Set<StepNode> {
  const seen = new Set<StepNode>();
  const visit = (from: StepNode): void => {
    const act = sameAct(from, graph);
    const ids = [
      ...(waits.includes('after')
        ? act.flatMap((each) => (each.step.after ?? []).map((ref) => idOf(each, ref)))
        : []),
      ...(waits.includes('given') ? Object.keys(from.step.given ?? {}).map((ref) => idOf(from, ref)) : []),
    ];
    const first = ids.flatMap((id) => graph.get(id) ?? []).flatMap((each) => sameAct(each, graph));
    for (const next of first) {
      if (seen.has(next) || (next !== from && act.includes(next))) continue;
      seen.add(next);
      visit(next);
    }
  };
  visit(node);
  return seen;
}

/** Every step whose doing locks this one, in any procedure of the pack. */
export const before = (node: StepNode, graph: StepGraph): readonly StepNode[] => [
  ...reached(node, graph, ['after']),
];

/** The same, and every step whose answer this one waits for. A circle holds the step itself. */
export const waitsFor = (node: StepNode, graph: StepGraph): readonly StepNode[] => [
  ...reached(node, graph, ['after', 'given']),
];
