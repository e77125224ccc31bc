import { error, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { isUse } from './merge.ts';
import type { PolicyFile } from './pack.ts';
import type { Step } from './step.ts';
import { type StepNode, stepNodes } from './step-graph.ts';

/** What two steps of one act have in common: then the stricter one can be asked in place of both. */
const actOf = (step: Step): string => (step.kind === 'refer' ? `refer ${step.agency}` : step.kind);

const isOwn = ({ entry, step }: StepNode): boolean =>
  !isUse(entry) || (entry.add ?? []).some(({ id }) => id === step.id);

function checkAct(node: StepNode, nodes: readonly StepNode[], library: Library): readonly Remark[] {
  const { step, at } = node;
  const { once } = step;
  if (once === undefined) return [];
  const wrong = (code: string, message: string, cure: string) => [
    error(code, at, message, cure, step.source),
  ];
  if ((step.kind !== 'refer' && step.kind !== 'custody') || step.each !== undefined)
    return wrong(
      'once.step',
      `"${step.id}" cannot stand in for another step (${step.each === undefined ? step.kind : 'each'})`,
      'Take "once" out: it is for "refer" and "custody" of the whole case',
    );
  // It may be asked in place of a call that waits for nothing.
  if (step.kind === 'refer' && step.after !== undefined)
    return wrong(
      'once.after',
      `"${step.id}" waits for another step, and would hold up every other call of "${once}"`,
      'Take "after" or "once" out',
    );
  const shared = library.procedures.flatMap(({ steps }) => steps);
  const others = [...shared, ...nodes.filter((each) => each !== node).map((each) => each.step)].filter(
    (each) => each.once === once,
  );
  if (isOwn(node) && others.length === 0)
    return wrong(
      'once.unknown',
      `"${step.id}" is the only step of the act "${once}"`,
      `Name one of: ${[...new Set(shared.flatMap((each) => each.once ?? []))].join(', ')}`,
    );
  const other = others.find((each) => actOf(each) !== actOf(step));
  return other === undefined
    ? []
    : wrong(
        'once.differs',
        `"${step.id}" (${actOf(step)}) is said to be the same act as "${other.id}" (${actOf(other)})`,
        'Name another act, or take "once" out',
      );
}

/** Steps that are asked as one are one thing to do, and the one that is asked is free to be done. */
export function checkOnce(pack: PolicyFile, library: Library): readonly Remark[] {
  const nodes = stepNodes(pack, library);
  return nodes.flatMap((node) => checkAct(node, nodes, library));
}
