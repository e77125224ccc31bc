import { error, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { isUse } from './merge.ts';
import type { PolicyFile } from './pack.ts';
import type { Step } from './step.ts';
import { graphOf, idOf, type StepGraph, type StepNode, stepNodes, waitsFor } from './step-graph.ts';

const sharedStep = ({ entry, step }: StepNode, library: Library): Step | undefined =>
  isUse(entry)
    ? library.procedures.find(({ id }) => id === entry.use)?.steps.find(({ id }) => id === step.id)
    : undefined;

/** The library may name procedures that a pack leaves out: then there is nothing to wait for. A pack may not. */
function checkAfter(node: StepNode, graph: StepGraph, library: Library): readonly Remark[] {
  const { procedure, step, at } = node;
  const shared = sharedStep(node, library)?.after ?? [];
  return (step.after ?? []).flatMap((ref) => {
    if (graph.has(idOf(node, ref)) || (ref.includes('.') && shared.includes(ref))) return [];
    const steps = procedure.steps.map(({ id }) => id).join(', ');
    return [
      error(
        'after.unknown',
        at,
        `"${step.id}" waits for "${ref}", which ${ref.includes('.') ? 'no procedure of this pack has' : `"${procedure.id}" does not have`}`,
        `Name one of: ${steps}; or a step of another procedure, like "nudes.police"`,
        step.source,
      ),
    ];
  });
}

const checkCycle = (node: StepNode, graph: StepGraph): readonly Remark[] =>
  waitsFor(node, graph).includes(node)
    ? [
        error(
          'after.cycle',
          node.at,
          `"${node.step.id}" of "${node.procedure.id}" waits for itself, so it can never be done`,
          'Take one "after" or "given" out of the circle',
          node.step.source,
        ),
      ]
    : [];

/** What an answer of this step can be, once it is final; undefined: it has no answer that another step could wait for. */
function finalAnswers(step: Step): readonly string[] | undefined {
  if (step.kind !== 'ask' && step.kind !== 'decide' && step.kind !== 'custody') return undefined;
  const waits = step.kind === 'decide' ? (step.waits ?? []) : [];
  return step.answers?.filter((answer) => !waits.includes(answer));
}

function checkGiven({ procedure, step, at }: StepNode): readonly Remark[] {
  const wrong = (code: string, message: string, cure: string) => [
    error(code, at, message, cure, step.source),
  ];
  return Object.entries(step.given ?? {}).flatMap(([id, wanted]) => {
    const asked = procedure.steps.find((each) => each.id === id);
    if (asked === undefined)
      return wrong(
        'given.unknown',
        `"${step.id}" depends on "${id}", which "${procedure.id}" does not have`,
        `Name one of: ${procedure.steps.map((each) => each.id).join(', ')}`,
      );
    const offered = finalAnswers(asked);
    if (offered === undefined)
      return wrong(
        'given.kind',
        `"${step.id}" depends on "${id}", which is never answered with one of a list`,
        'Name a step that is "ask", "decide" or "custody" and has "answers"',
      );
    if (asked.modality !== 'must')
      return wrong(
        'given.modality',
        `"${step.id}" depends on "${id}", which nobody has to answer ("${asked.modality}")`,
        `Make "${id}" a "must"`,
      );
    const missing = wanted.filter((answer) => !offered.includes(answer));
    if (missing.length === 0) return [];
    return wrong(
      'given.answer',
      `"${step.id}" depends on "${id}" being answered "${missing.join('" or "')}", and it never is`,
      `Keep one of the answers that it waits for; "${id}" offers: ${offered.join(', ')}`,
    );
  });
}

function checkWaits({ step, at }: StepNode): readonly Remark[] {
  if (step.kind !== 'decide' || step.waits === undefined) return [];
  const { answers = [], waits, source } = step;
  if (waits.some((answer) => !answers.includes(answer)))
    return [
      error(
        'waits.unknown',
        at,
        `"${step.id}" waits after an answer that it does not offer`,
        `Use some of: ${answers.join(', ')}`,
        source,
      ),
    ];
  return answers.every((answer) => waits.includes(answer))
    ? [
        error(
          'waits.all',
          at,
          `Every answer of "${step.id}" leaves it open, so its case could never be closed`,
          'Offer an answer that is final',
          source,
        ),
      ]
    : [];
}

/** What goes by itself goes with the report: it cannot wait, and it holds nothing but the technical part. */
function checkItself({ step, at }: StepNode): readonly Remark[] {
  if (step.kind !== 'inform' || step.itself === undefined) return [];
  const waits = step.after !== undefined || step.given !== undefined;
  return waits || step.draft === undefined || step.draft.length === 0
    ? [
        error(
          'inform.itself',
          at,
          `"${step.id}" goes by itself with the report, and ${waits ? 'cannot wait for another step' : 'nothing says what it holds'}`,
          waits ? 'Take "after" and "given" out, or take "itself" out' : 'Add "draft: [page, device, when]"',
          step.source,
        ),
      ]
    : [];
}

const FOR_EACH: readonly Step['kind'][] = ['do', 'record', 'ask', 'decide', 'refer', 'custody', 'contact'];

/** A yes, a word to others and a guided search are of the whole case: who answers or reads them must learn no name. */
function checkEach({ step, at, procedure }: StepNode): readonly Remark[] {
  if (step.each === undefined) return [];
  // "support-2", as the domain calls the second child's.
  const taken = procedure.steps.find(
    ({ id }) => id.startsWith(`${step.id}-`) && /^\d+$/.test(id.slice(step.id.length + 1)),
  );
  return [
    ...(FOR_EACH.includes(step.kind) && step.spot === undefined && step.once === undefined
      ? []
      : [
          error(
            'each.kind',
            at,
            `"${step.id}" cannot stand once for each child`,
            `Take "each" out, or make it one of: ${FOR_EACH.join(', ')}; without "spot" and "once"`,
            step.source,
          ),
        ]),
    ...(taken === undefined
      ? []
      : [
          error(
            'each.id',
            at,
            `"${taken.id}" is what a child's own "${step.id}" is called in a case`,
            'Give one of them another id',
            step.source,
          ),
        ]),
  ];
}

/** Whether the steps of a pack can follow one another as it says. */
export function checkOrder(pack: PolicyFile, library: Library): readonly Remark[] {
  const nodes = stepNodes(pack, library);
  const graph = graphOf(nodes);
  return nodes.flatMap((node) => [
    ...checkAfter(node, graph, library),
    ...checkCycle(node, graph),
    ...checkGiven(node),
    ...checkWaits(node),
    ...checkItself(node),
    ...checkEach(node),
  ]);
}
