import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { isUse } from './merge.ts';
import { minutesOf } from './minutes.ts';
import type { PolicyFile, Procedure, UsedProcedure } from './pack.ts';
import { Modality, type Step } from './step.ts';

type Own = NonNullable<UsedProcedure['steps']>[string];

const weaker = (a: Modality, b: Modality): boolean =>
  Modality.options.indexOf(a) < Modality.options.indexOf(b);

const HAS_ANSWERS: readonly Step['kind'][] = ['ask', 'decide', 'custody'];
const UNSURE = 'Not sure';

/** Which answers a pack may offer where other steps of the library wait for one. */
function checkAnswers(shared: Procedure, step: Step, own: Own, entry: UsedProcedure, here: Place) {
  if (own.answers === undefined || !('answers' in step) || step.answers === undefined) return [];
  const { answers: before } = step;
  const { answers: now } = own;
  const named = shared.steps.flatMap(({ given }) => given?.[step.id] ?? []);
  if (named.length === 0) return [];
  const answered = (entry.add ?? []).flatMap(({ given }) => given?.[step.id] ?? []);
  const strange = now.filter((answer) => !before.includes(answer) && !answered.includes(answer));
  if (strange.length > 0)
    return [
      error(
        'answers.new',
        [...here, 'answers'],
        `After "${strange.join('" or "')}" no step of "${entry.use}" follows`,
        `Offer some of: ${before.join(', ')}; or add a step with "given"`,
        own.source,
      ),
    ];
  return named.includes(UNSURE) && !now.includes(UNSURE)
    ? [
        error(
          'answers.unsure',
          [...here, 'answers'],
          `Whoever answers "${step.id}" could not say that they are not sure`,
          `Keep "${UNSURE}"`,
          own.source,
        ),
      ]
    : [];
}

/** What can be said of this kind of step only. */
function checkKind(id: string, step: Step, own: Own, here: Place): readonly Remark[] {
  const wrong = (key: 'by' | 'to' | 'answers', what: string) =>
    own[key] === undefined
      ? []
      : [error(`step.${key}`, [...here, key], `"${id}" ${what}`, `Take "${key}" out`, own.source)];
  return [
    ...(step.kind === 'approve' ? [] : wrong('by', 'is not an approval')),
    ...(step.kind === 'inform' ? [] : wrong('to', 'tells no role')),
    ...(HAS_ANSWERS.includes(step.kind) ? [] : wrong('answers', 'has no answers')),
  ];
}

/** Met, not met, not sure: by their place the answers say what was made of the harm threshold. */
const JUDGEMENTS = 3;

/** The answers of the harm threshold are three, and those of the library stay as they are. */
function checkThreshold(step: Step, answers: readonly string[] | undefined, isShared: boolean, here: Place) {
  if (step.kind !== 'decide' || step.about !== 'threshold') return [];
  const isRight = isShared ? answers === undefined : answers?.length === JUDGEMENTS;
  return isRight
    ? []
    : [
        error(
          'answers.threshold',
          here,
          `"${step.id}" is answered by the threshold card: that it is met, that it is not, not sure`,
          isShared ? 'Take "answers" out' : 'Give it three answers, in this order',
          step.source,
        ),
      ];
}

/** A pack is as strict as the library, or stricter. */
function checkStrictness(id: string, step: Step, own: Own, here: Place): readonly Remark[] {
  const lowered =
    own.modality !== undefined && weaker(own.modality, step.modality)
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
  const later =
    own.within !== undefined && step.within !== undefined && minutesOf(own.within) > minutesOf(step.within)
      ? [
          error(
            'within.longer',
            [...here, 'within'],
            `"${id}" may take longer here than the library allows (${step.within})`,
            `Write ${step.within} or less`,
            own.source,
          ),
        ]
      : [];
  return [...lowered, ...later];
}

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
    return [
      ...checkKind(id, step, own, here),
      ...checkStrictness(id, step, own, here),
      ...checkAnswers(shared, step, own, entry, here),
      ...checkThreshold(step, own.answers, true, here),
    ];
  });
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

export const checkProcedures = (pack: PolicyFile, library: Library): readonly Remark[] =>
  pack.procedures.flatMap((entry, n) => {
    const at = ['procedures', n];
    const steps = isUse(entry) ? (entry.add ?? []) : entry.steps;
    const judged = steps.flatMap((step, nth) =>
      checkThreshold(step, 'answers' in step ? step.answers : undefined, false, [
        ...at,
        isUse(entry) ? 'add' : 'steps',
        nth,
      ]),
    );
    return [...(isUse(entry) ? checkUse(entry, at, library) : checkStart(entry, at)), ...judged];
  });
