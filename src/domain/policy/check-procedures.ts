import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { isUse, procedureOf } from './merge.ts';
import type { PolicyFile, Procedure, UsedProcedure } from './pack.ts';
import { Modality, type Step } from './step.ts';

type Entry = PolicyFile['procedures'][number];

const weaker = (a: Modality, b: Modality): boolean =>
  Modality.options.indexOf(a) < Modality.options.indexOf(b);

/** What a pack says about a library procedure: only of steps that it has, and never less strictly. */
function checkUse(entry: UsedProcedure, at: Place, library: Library): readonly Remark[] {
  const shared = library.procedures.find(({ id }) => id === entry.use);
  if (shared === undefined)
    return [
      error(
        'use.unknown',
        [...at, 'use'],
        `The library has no procedure "${entry.use}"`,
        `Use one of: ${library.procedures.map(({ id }) => id).join(', ')}`,
        entry.source,
      ),
    ];
  return Object.entries(entry.steps ?? {}).flatMap(([id, own]) => {
    const step = shared.steps.find((each) => each.id === id);
    const here = [...at, 'steps', id];
    if (step === undefined)
      return [
        error(
          'step.unknown',
          here,
          `"${entry.use}" has no step "${id}"`,
          `Name one of: ${shared.steps.map((each) => each.id).join(', ')}; or put a new step under "add"`,
          own.source,
        ),
      ];
    if (own.by !== undefined && step.kind !== 'approve')
      return [error('step.by', [...here, 'by'], `"${id}" is not an approval`, 'Take "by" out', own.source)];
    return own.modality !== undefined && weaker(own.modality, step.modality)
      ? [
          error(
            'modality.lowered',
            [...here, 'modality'],
            `"${id}" says "${own.modality}", and the library already says "${step.modality}"`,
            `Say "${step.modality}" or stricter`,
            own.source,
          ),
        ]
      : [];
  });
}

/** Every step that must come before this one. */
export function before(step: Step, steps: readonly Step[], seen: readonly string[] = []): readonly Step[] {
  if (seen.includes(step.id)) return [];
  return (step.after ?? [])
    .flatMap((id) => steps.filter((each) => each.id === id))
    .flatMap((first) => [first, ...before(first, steps, [...seen, step.id])]);
}

function checkOrder(procedure: Procedure, entry: Entry, n: number): readonly Remark[] {
  const { steps } = procedure;
  return steps.flatMap((step) => {
    const at = placeOfStep(entry, n, step.id);
    const missing = (step.after ?? []).filter((id) => !steps.some((each) => each.id === id));
    const remarks = missing.map((id) =>
      error(
        'after.unknown',
        at,
        `"${step.id}" waits for "${id}", which "${procedure.id}" does not have`,
        `Name one of: ${steps.map((each) => each.id).join(', ')}`,
        step.source,
      ),
    );
    return before(step, steps).some(({ id }) => id === step.id)
      ? [
          ...remarks,
          error(
            'after.cycle',
            at,
            `"${step.id}" of "${procedure.id}" waits for itself, so it can never be done`,
            'Take one "after" out of the circle',
            step.source,
          ),
        ]
      : remarks;
  });
}

/** Where a step of a merged procedure stands in the pack: its own entry, or the use of the procedure. */
export function placeOfStep(entry: Entry, n: number, id: string): Place {
  const at = ['procedures', n];
  if (!isUse(entry)) return [...at, 'steps', entry.steps.findIndex((step) => step.id === id)];
  const added = (entry.add ?? []).findIndex((step) => step.id === id);
  if (added >= 0) return [...at, 'add', added];
  return entry.steps?.[id] === undefined ? at : [...at, 'steps', id];
}

const checkStart = (procedure: Procedure, at: Place): readonly Remark[] =>
  procedure.always === true && procedure.when !== undefined
    ? [
        error(
          'procedure.start',
          at,
          `"${procedure.id}" has "always" and "when"`,
          'Keep one of them',
          procedure.source,
        ),
      ]
    : [];

export function checkProcedures(pack: PolicyFile, library: Library): readonly Remark[] {
  return pack.procedures.flatMap((entry, n) => {
    const at = ['procedures', n];
    const procedure = procedureOf(entry, library);
    return [
      ...(isUse(entry) ? checkUse(entry, at, library) : checkStart(entry, at)),
      ...(procedure === undefined ? [] : checkOrder(procedure, entry, n)),
    ];
  });
}
