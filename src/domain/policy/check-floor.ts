import { before, placeOfStep } from './check-procedures.ts';
import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { procedureOf } from './merge.ts';
import { inWords, minutesOf } from './minutes.ts';
import type { PolicyFile } from './pack.ts';
import { holderOf } from './roles.ts';
import type { Step } from './step.ts';

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

/** Calling for help waits for nobody's approval, in any pack. */
const heldUp = (step: Step, steps: readonly Step[]): boolean =>
  (step.kind === 'refer' || step.kind === 'tell' || step.kind === 'never') &&
  before(step, steps).some(({ kind }) => kind === 'approve');

const DELETES = /\b(delet|eras|wip(e|ing)|destroy)/i;
const isAdvice = ({ kind }: Step): boolean => kind === 'tell' || kind === 'never';
const deletes = (step: Step): boolean =>
  step.kind === 'approve' && step.unlocks === 'deletion' ? true : !isAdvice(step) && DELETES.test(step.text);

/** Whether deleting stays locked until the police have answered and a named role has agreed, with a reason. */
function isLocked(step: Step, steps: readonly Step[]): boolean {
  if (step.kind !== 'approve' || step.unlocks !== 'deletion' || step.reason !== 'always') return false;
  // A condition on the police step would take the lock away with it; anything weaker than "must" can be reasoned away.
  return before(step, steps).some(
    (first) =>
      first.kind === 'refer' &&
      first.agency === 'police' &&
      first.modality === 'must' &&
      first.when === undefined,
  );
}

function checkSteps(pack: PolicyFile, library: Library): readonly Remark[] {
  return pack.procedures.flatMap((entry, n) => {
    const steps = procedureOf(entry, library)?.steps ?? [];
    return steps.flatMap((step): readonly Remark[] => {
      const at = placeOfStep(entry, n, step.id);
      if (heldUp(step, steps))
        return [
          error(
            'floor.protection',
            at,
            `"${step.id}" protects a child and would wait for an approval`,
            'Take the approval out of its "after"',
            step.source,
          ),
        ];
      if (deletes(step) && !isLocked(step, steps))
        return [
          error(
            'floor.deletion',
            at,
            `"${step.id}" would let something be deleted before the police have answered and a named role has agreed`,
            'Make it "kind: approve" with "unlocks: deletion" and "reason: always", after a step "kind: refer" to the police that is "must" and has no "when"',
            step.source,
          ),
        ];
      return step.kind === 'approve' ? alone(pack, step.by, at, step.source) : [];
    });
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

const checkRequests = (pack: PolicyFile): readonly Remark[] =>
  pack.requests.flatMap(({ id, title, prompt, by, source }, n) => {
    const at = ['requests', n];
    return DELETES.test(`${title} ${prompt}`)
      ? [
          error(
            'floor.deletion',
            at,
            `"${id}" asks for something to be deleted, and a request has no lock`,
            'Use the library procedure "deletion"',
            source,
          ),
        ]
      : alone(pack, by, at, source);
  });

export const checkFloor = (pack: PolicyFile, library: Library): readonly Remark[] => [
  ...checkClocks(pack, library),
  ...checkSteps(pack, library),
  ...checkRequests(pack),
];
