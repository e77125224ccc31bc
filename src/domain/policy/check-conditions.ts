import { FACTS, type FactName } from './facts.ts';
import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { isUse, procedureOf } from './merge.ts';
import type { PolicyFile } from './pack.ts';
import type { Condition, Step } from './step.ts';

interface Placed {
  readonly at: Place;
  readonly when: Condition | undefined;
}

const stepsAt = (at: Place, steps: readonly Step[]): readonly Placed[] =>
  steps.map(({ when }, n) => ({ at: [...at, n, 'when'], when }));

/** Every condition of the pack, with its place. */
function conditionsOf(pack: PolicyFile): readonly Placed[] {
  const listed = (name: 'routes' | 'guards' | 'requests' | 'patterns') =>
    pack[name].map(({ when }, n) => ({ at: [name, n, 'when'], when }));
  const procedures = pack.procedures.flatMap((entry, n): readonly Placed[] =>
    isUse(entry)
      ? stepsAt(['procedures', n, 'add'], entry.add ?? [])
      : [
          { at: ['procedures', n, 'when'], when: entry.when },
          ...stepsAt(['procedures', n, 'steps'], entry.steps),
        ],
  );
  return [
    ...listed('routes'),
    ...listed('guards'),
    ...listed('requests'),
    ...listed('patterns'),
    ...procedures,
  ];
}

/** Values that no answer can ever have. */
function deadValues(
  condition: Condition,
  at: Place,
  values: (fact: FactName) => readonly string[],
): readonly Remark[] {
  if ('all' in condition)
    return condition.all.flatMap((each, n) => deadValues(each, [...at, 'all', n], values));
  if ('any' in condition)
    return condition.any.flatMap((each, n) => deadValues(each, [...at, 'any', n], values));
  if ('not' in condition) return deadValues(condition.not, [...at, 'not'], values);
  const known = values(condition.fact);
  return condition.in.flatMap((value, n) =>
    known.includes(value)
      ? []
      : [
          error(
            'fact.value',
            [...at, 'in', n],
            `"${condition.fact}" is never "${value}"`,
            `Use one of: ${known.join(', ')}`,
          ),
        ],
  );
}

/** Every value that a fact can have under this pack. */
export const valuesOf =
  (procedures: readonly { readonly id: string }[]) =>
  (fact: FactName): readonly string[] =>
    fact === 'category' ? procedures.map(({ id }) => id) : FACTS[fact];

export function checkConditions(pack: PolicyFile, library: Library): readonly Remark[] {
  const procedures = pack.procedures.flatMap((entry) => procedureOf(entry, library) ?? []);
  return deadIn(conditionsOf(pack), valuesOf(procedures));
}

const deadIn = (
  placed: readonly Placed[],
  values: (fact: FactName) => readonly string[],
): readonly Remark[] =>
  placed.flatMap(({ at, when }) => (when === undefined ? [] : deadValues(when, at, values)));

/** The floor's conditions may name every procedure that the library has. */
export const checkFloorConditions = ({ floor, procedures }: Library): readonly Remark[] =>
  deadIn(
    [
      ...floor.guards.map(({ when }, n) => ({ at: ['guards', n, 'when'], when })),
      ...floor.urgency.map(({ when }, n) => ({ at: ['urgency', n, 'when'], when })),
    ],
    valuesOf(procedures),
  );

/** The library's own procedures name each other: what their steps wait for is there. */
const deadOrder = ({ procedures }: Library): readonly Remark[] => {
  const there = procedures.flatMap(({ id, steps }) => steps.map((step) => `${id}.${step.id}`));
  return procedures.flatMap(({ id, steps }, n) =>
    steps.flatMap((step, m) =>
      (step.after ?? [])
        .filter((ref) => !there.includes(ref.includes('.') ? ref : `${id}.${ref}`))
        .map((ref) =>
          error(
            'after.unknown',
            ['procedures', n, 'steps', m, 'after'],
            `"${step.id}" waits for "${ref}", which the library does not have`,
            'Name a step of this procedure, or one of another, like "nudes.police"',
          ),
        ),
    ),
  );
};

/** A pack need not have every procedure that the library's patterns count. */
export const checkPatternConditions = (library: Library): readonly Remark[] =>
  deadIn(
    library.patterns.map(({ when }, n) => ({ at: ['patterns', n, 'when'], when })),
    valuesOf(library.procedures),
  );

/** The conditions of the library's procedures may name every one of them too. */
export const checkSharedConditions = (library: Library): readonly Remark[] => [
  ...deadIn(
    library.procedures.flatMap(({ when, steps }, n) => [
      { at: ['procedures', n, 'when'], when },
      ...stepsAt(['procedures', n, 'steps'], steps),
    ]),
    valuesOf(library.procedures),
  ),
  ...deadOrder(library),
];
