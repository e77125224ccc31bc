import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { inWords, minutesOf } from './minutes.ts';
import type { PolicyFile } from './pack.ts';
import { holderOf } from './roles.ts';
import type { Step } from './step.ts';
import { before, graphOf, type StepGraph, type StepNode, stepNodes, waitsFor } from './step-graph.ts';

const SPEEDS = ['now', 'today', 'ordinary'] as const;
const WAITS = ['rung', 'opened', 'decision'] as const;

function checkClocks({ clocks }: PolicyFile, { floor }: Library): readonly Remark[] {
  return SPEEDS.flatMap((speed) =>
    WAITS.flatMap((wait) => {
      const at = ['clocks', speed, wait];
      const own = minutesOf(clocks[speed][wait]);
      const limit = floor.clocks[speed][wait];
      if (own === 0)
        return [error('clock.zero', at, 'This wait has no length', 'Write minutes or hours, like PT30M')];
      return own > minutesOf(limit)
        ? [
            error(
              'floor.clock',
              at,
              `${inWords(clocks[speed][wait])} is longer than the floor allows for "${speed}" (${inWords(limit)})`,
              `Write ${limit} or less`,
            ),
          ]
        : [];
    }),
  );
}

const isApproval = ({ step }: StepNode): boolean => step.kind === 'approve';

/** A call to the same agency that waits for nothing at all, so that the other one holds nobody up. */
const isFree = (node: StepNode, graph: StepGraph): boolean =>
  [...graph.values()].some(
    ({ procedure, step }) =>
      procedure.id === node.procedure.id &&
      step.kind === 'refer' &&
      node.step.kind === 'refer' &&
      step.agency === node.step.agency &&
      step.when === undefined &&
      step.given === undefined &&
      step.after === undefined,
  );

/** Calling for help waits for nobody's approval, in any pack, and neither does what must never be done. */
function heldUp(node: StepNode, graph: StepGraph): boolean {
  const { kind } = node.step;
  if (kind !== 'refer' && kind !== 'tell' && kind !== 'never') return false;
  if (before(node, graph).some(isApproval)) return true;
  return kind === 'refer' && waitsFor(node, graph).some(isApproval) && !isFree(node, graph);
}

const DELETES = /\b(delet|eras|wip(e|ing)|destroy)/i;
const isAdvice = ({ kind }: Step): boolean => kind === 'tell' || kind === 'never';
const deletes = (step: Step): boolean =>
  step.kind === 'approve' && step.unlocks === 'deletion' ? true : !isAdvice(step) && DELETES.test(step.text);

/** Whether one step is there whenever the other is: it depends on no answer that the other does not depend on. */
const isThereWith = (first: Step, step: Step): boolean =>
  first.when === undefined &&
  Object.entries(first.given ?? {}).every(([id, answers]) =>
    step.given?.[id]?.every((answer) => answers.includes(answer)),
  );

/** Whether deleting stays locked until the police have answered and a named role has agreed, with a reason. */
function isLocked(node: StepNode, graph: StepGraph): boolean {
  const { step, procedure } = node;
  if (step.kind !== 'approve' || step.unlocks !== 'deletion' || step.reason !== 'always') return false;
  // A police step that is not there would take the lock away with it; anything weaker than "must" can be reasoned away.
  return before(node, graph).some(
    ({ step: first, procedure: { id } }) =>
      id === procedure.id &&
      first.kind === 'refer' &&
      first.agency === 'police' &&
      first.modality === 'must' &&
      isThereWith(first, step),
  );
}

function checkSteps(pack: PolicyFile, library: Library): readonly Remark[] {
  const nodes = stepNodes(pack, library);
  const graph = graphOf(nodes);
  return nodes.flatMap((node): readonly Remark[] => {
    const { step, at } = node;
    if (heldUp(node, graph))
      return [
        error(
          'floor.protection',
          at,
          `"${step.id}" protects a child and would wait for an approval`,
          'Take the approval out of what it waits for',
          step.source,
        ),
      ];
    if (deletes(step) && !isLocked(node, graph))
      return [
        error(
          'floor.deletion',
          at,
          `"${step.id}" would let something be deleted before the police have answered and a named role has agreed`,
          'Make it "kind: approve" with "unlocks: deletion" and "reason: always", after a step "kind: refer" to the police that is "must" and always there with it',
          step.source,
        ),
      ];
    return step.kind === 'approve' ? alone(pack, step.by, at, step.source) : [];
  });
}

/** The person involved never approves, so there is always another role to ask. */
function alone(
  pack: PolicyFile,
  by: PolicyFile['requests'][number]['by'],
  at: Place,
  source: string,
): readonly Remark[] {
  const people = new Set([...by, ...pack.independent].map((role) => holderOf(pack, role)));
  return people.size > 1
    ? []
    : [
        error(
          'floor.approver',
          at,
          `Only the ${by.join(', ')} could say yes, even when the request is theirs`,
          'Name a second role that another person holds',
          source,
        ),
      ];
}

const asksToDelete = (id: string, at: Place, source: string): Remark =>
  error(
    'floor.deletion',
    at,
    `"${id}" asks for something to be deleted, and a request has no lock`,
    'Use the library procedure "deletion"',
    source,
  );

const checkRequests = (pack: PolicyFile): readonly Remark[] =>
  pack.requests.flatMap(({ id, title, prompt, by, source }, n) => {
    const at = ['requests', n];
    return DELETES.test(`${title} ${prompt}`) ? [asksToDelete(id, at, source)] : alone(pack, by, at, source);
  });

const checkForms = (pack: PolicyFile): readonly Remark[] =>
  pack.forms.flatMap(({ id, title, answer, by, source }, n) => {
    const at = ['forms', n];
    if (DELETES.test(title)) return [asksToDelete(id, at, source)];
    return answer === 'approve' ? alone(pack, by, at, source) : [];
  });

export const checkFloor = (pack: PolicyFile, library: Library): readonly Remark[] => [
  ...checkClocks(pack, library),
  ...checkSteps(pack, library),
  ...checkRequests(pack),
  ...checkForms(pack),
];
