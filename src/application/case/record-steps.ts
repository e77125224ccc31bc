import type { SlotData } from '../../cards/fill.ts';
import { approvingRole } from '../../domain/access.ts';
import type { PlannedStep } from '../../domain/case/plan.ts';
import {
  type CaseState,
  type CaseStep,
  dueOf,
  isWaiting,
  lockedBy,
  needsDoing,
  stepsOf,
} from '../../domain/case/state.ts';
import type { RecordId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import { Modality } from '../../domain/policy/step.ts';
import { sitePhone } from '../advice/phones.ts';
import type { Deps } from '../deps.ts';
import { linkedSlots } from '../registers/linked.ts';
import { cited, labelOf, tellWords } from './people-words.ts';
import { clockTime } from './status-line.ts';
import { childWords } from './step-words.ts';

/** Steps on the first page; the rest follow as these are done. */
const STEPS_SHOWN = 5;
/** `tell` and `never` steps beside them, on each page. */
const RULES_SHOWN = 12;

const isLate = (state: CaseState, { step }: CaseStep): boolean => state.late.includes(step.id);

/** The record that is shown, and to whom. */
interface Shown {
  readonly deps: Deps;
  readonly state: CaseState;
  readonly id: RecordId;
  readonly directory: Directory;
  readonly viewer: Person;
}

/** A yes or no of others: by which role it is waited for, or that nobody has it. Undefined: the reader may answer. */
function waitsFor({ deps, state, directory, viewer }: Shown, { step }: CaseStep): string | undefined {
  if (step.kind !== 'approve') return undefined;
  const { say } = deps.cards;
  const asked = approvingRole(state, directory, step);
  if (asked === undefined) return say('approval-nobody', { ...sitePhone(deps, state.site) });
  if (asked.people.some(({ id }) => id === viewer.id)) return undefined;
  // Whoever asked for it holds the role too, and cannot answer.
  const other = rolesAt(viewer, state.site).includes(asked.role) ? '-other' : '';
  return say(`approval-waits${other}`, { role: labelOf(deps.policy, asked.role) });
}

/** When it is due, that it is late, what it waits for, or what was answered so far: each a line of its own. */
function standing(shown: Shown, each: CaseStep): SlotData {
  const { deps, state } = shown;
  const { say } = deps.cards;
  const [first] = lockedBy(state, each);
  const due = dueOf(state, each, deps.calendar);
  const last = each.now.standing === 'waiting' ? each.now.last : undefined;
  const time = due === undefined ? '' : clockTime(deps, due);
  const late = first === undefined && isLate(state, each);
  const waits = first === undefined ? waitsFor(shown, each) : undefined;
  return {
    late: late ? say('step-late', { time }) : undefined,
    due: due === undefined || late || first !== undefined ? undefined : say('step-due', { time }),
    last: last && say('step-last', { answer: last.answer, time: clockTime(deps, last.at) }),
    locked: first && say('step-locked', { first: first.step.text }),
    waits,
    ready: first === undefined && waits === undefined,
  };
}

function stepSlots(shown: Shown, each: CaseStep): SlotData {
  const { deps, state, id } = shown;
  const { step } = each;
  return {
    ...standing(shown, each),
    text: step.text,
    child: childWords(state, step),
    binding: deps.cards.say(`modality-${step.modality}`),
    why: cited(deps, step.why),
    ...linkedSlots(deps, step.linked),
    case: id,
    // A yes or no of a named role has a view of its own: it may be given by somebody who sees nothing else.
    do:
      step.kind === 'approve' ? 'approval.open' : step.about === 'threshold' ? 'threshold.open' : 'case.form',
    step: `${step.id}@${state.decisionVersion}`,
    title:
      step.kind === 'inform'
        ? tellWords(deps, 'tell', step.to ?? [])
        : deps.cards.say(step.about === 'threshold' ? 'button-threshold' : `button-${step.kind}`),
  };
}

/** Smaller comes first: what is late, then what is open before what is locked, what protects before what is written up, `must` first. */
const rank = (state: CaseState, each: CaseStep): number =>
  (lockedBy(state, each).length > 0 ? 100 : isLate(state, each) ? -100 : 0) +
  (each.step.modality === 'may' ? 1000 : 0) +
  (each.step.kind === 'refer' || each.step.kind === 'custody' ? 0 : 10) +
  (Modality.options.length - Modality.options.indexOf(each.step.modality));

const waitingSteps = (state: CaseState): readonly CaseStep[] =>
  stepsOf(state)
    .filter((each) => isWaiting(each) && needsDoing(each))
    .sort((a, b) => rank(state, a) - rank(state, b));

/** One page of what is left to do: what the policy asks for, and apart from it what it allows. */
export function stepsShown(shown: Shown, from: number): SlotData {
  const { deps, state } = shown;
  const all = state.progress.status === 'closed' ? [] : waitingSteps(state);
  const page = all.slice(from, from + STEPS_SHOWN);
  const left = all.length - from - STEPS_SHOWN;
  const rules = rulesOf(state);
  const first = (from / STEPS_SHOWN) * RULES_SHOWN;
  const moreRules = rules.length > first + RULES_SHOWN;
  const slots = (some: readonly CaseStep[]) => some.map((each) => stepSlots(shown, each));
  return {
    steps: slots(page.filter(({ step }) => step.modality !== 'may')),
    also: slots(page.filter(({ step }) => step.modality === 'may')),
    rules: rules.slice(first, first + RULES_SHOWN).map(({ text, linked }) => {
      const { goesWith } = linkedSlots(deps, linked);
      return { text: goesWith === undefined ? text : `${text} ${String(goesWith)}` };
    }),
    more: left > 0 || moreRules ? `${from + STEPS_SHOWN}` : undefined,
    moreTitle: left > 0 ? deps.cards.say('steps-more', { count: left }) : deps.cards.say('rules-more'),
    back: from > 0,
  };
}

/** `tell` and `never`: what to keep to, while the case runs. What an answer brought comes first: it is about this case alone. */
const rulesOf = (state: CaseState): readonly PlannedStep[] =>
  stepsOf(state)
    .map(({ step }) => step)
    .filter(({ kind }) => kind === 'tell' || kind === 'never')
    .toSorted((a, b) => weight(b) - weight(a));

const weight = ({ given, kind }: PlannedStep): number =>
  (given === undefined ? 0 : 2) + (kind === 'never' ? 1 : 0);
