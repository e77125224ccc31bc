import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { type CaseStep, isShut, isWaiting, needsDoing, stepOf, stepsOf } from '../../domain/case/state.ts';
import { isAwaited } from '../../domain/case/work/referrals.ts';
import { unsettled } from '../../domain/case/work/reminders.ts';
import { refOf } from '../../domain/ids.ts';
import { holders } from '../../domain/people/directory.ts';
import { Role } from '../../domain/policy/facts.ts';
import { Agency } from '../../domain/policy/step.ts';
import type { Deps } from '../deps.ts';
import { lastDecision, WORK_FORMS, workSlots } from '../tasks/forms.ts';
import { SELF, tellCard, tellSlots } from '../told/forms.ts';
import { stepArg } from './case-commands.ts';
import type { CaseRecord } from './case-store.ts';
import { clockTime } from './status-line.ts';
import { childWords } from './step-words.ts';
import type { Pressed } from './work-case.ts';

/** What was typed, so that a form shown again has lost nothing. */
const typed = (inputs: Readonly<Record<string, string>>): SlotData =>
  Object.fromEntries(Object.entries(inputs).map(([id, value]) => [`typed-${id}`, words(value)]));

export const agencies = (deps: Deps): readonly SlotData[] =>
  Agency.options.map((value) => ({ value, title: deps.cards.say(`agency-${value}`) }));

const choices = (answers: readonly string[]): readonly SlotData[] =>
  answers.map((title) => ({ title, value: title }));

/** Answers of a decision: the pack's own, or the usual ones. */
const answersOf = (deps: Deps, { step }: CaseStep): readonly string[] =>
  step.answers ??
  (step.kind === 'decide' && step.about === 'parents'
    ? ['parents-yes', 'parents-not-yet', 'parents-no'].map((name) => deps.cards.say(name))
    : ['decide-act', 'decide-no-action', 'decide-wait'].map((name) => deps.cards.say(name)));

/** "skip:nudes.police@3": the form that says why a step is not done. */
const SKIP = 'skip:';

/** What was answered so far, where the answer left it open. */
function lastOf(deps: Deps, { now }: CaseStep): string | undefined {
  const last = now.standing === 'waiting' ? now.last : undefined;
  return last && deps.cards.say('step-last', { answer: last.answer, time: clockTime(deps, last.at) });
}

function stepForm(pressed: Pressed, record: CaseRecord, found: CaseStep, notice: string | undefined): Card {
  const { deps, press } = pressed;
  const { step } = found;
  // The policy says who may have it: one of them, by name.
  const isHandedOver = step.kind === 'custody' && step.answers !== undefined;
  const isSkipped = press.do === 'case.skip' || press.arg?.startsWith(SKIP) === true;
  const own = step.kind === 'decide' ? 'form-decide' : step.kind === 'refer' ? 'form-refer' : 'form-step';
  const card = isSkipped ? 'form-skip' : (tellCard(pressed, record.state, found) ?? own);
  return deps.cards.show(card, {
    ...(step.agency !== undefined && { 'typed-agency': words(step.agency) }),
    ...tellSlots(pressed, record, found),
    ...typed(press.inputs),
    ref: refOf(record.id),
    case: record.id,
    arg: `${step.id}@${record.state.decisionVersion}`,
    last: lastOf(deps, found),
    notice,
    text: step.text,
    child: childWords(record.state, step),
    why: step.why,
    optional: step.modality !== 'must',
    skip: `${SKIP}${step.id}@${record.state.decisionVersion}`,
    custody: step.kind === 'custody' && !isHandedOver,
    handOver: isHandedOver,
    answers:
      isHandedOver || step.kind === 'ask' || step.kind === 'decide' ? choices(answersOf(deps, found)) : [],
    hasAnswers: isHandedOver || step.kind === 'ask',
    agencies: agencies(deps),
    hasStep: true,
    hasReferrals: record.state.referrals.length > 0,
  });
}

/** Every procedure of the pack that a lead can choose, with its category where the policy gives it one. */
const kindsOfCase = (deps: Deps): readonly SlotData[] =>
  deps.policy.procedures
    .filter(({ always }) => always !== true)
    .map(({ id, name }) => {
      const category = deps.policy.taxonomy.categories.find(({ procedures }) => procedures.includes(id));
      return { title: category === undefined ? name : `${name} (${category.name})`, value: id };
    });

/** Which form each verb belongs to: `case.form` opens it, the verb itself shows it again when something is missing. */
const FORMS = {
  ...WORK_FORMS,
  ask: 'form-ask',
  refer: 'form-refer',
  triage: 'form-triage',
  close: 'form-close',
  involved: 'form-involved',
  reopen: 'form-reopen',
} as const;

const isForm = (name: string): name is keyof typeof FORMS => Object.hasOwn(FORMS, name);

/** The form that a press opens or came from; undefined when it has none. */
export function caseForm(pressed: Pressed, record: CaseRecord, notice?: string): Card | undefined {
  const { deps, press } = pressed;
  const { state } = record;
  const at = stepArg(press.arg?.replace(SKIP, '').replace(SELF, ''));
  const found = at === undefined ? undefined : stepOf(state, at.step);
  if (found !== undefined) return stepForm(pressed, record, found, notice);
  const isOpening = press.do === 'case.form';
  const [name = '', place = press.arg] = (
    isOpening ? (press.arg ?? '') : press.do.replace('case.', '')
  ).split(':');
  if (!isForm(name)) return undefined;
  const slots = workSlots(pressed, record, name, place);
  if (slots === undefined) return undefined;
  const decided = name === 'close' && isOpening ? lastDecision(pressed, record) : undefined;
  return deps.cards.show(FORMS[name], {
    ...(decided !== undefined && { 'typed-reason': words(decided) }),
    ...typed(press.inputs),
    ref: refOf(record.id),
    case: record.id,
    arg: name === 'close' ? `${state.decisionVersion}` : '',
    notice,
    text: undefined,
    child: undefined,
    why: undefined,
    optional: false,
    skip: '',
    agencies: agencies(deps),
    hasStep: false,
    hasReferrals: state.referrals.length > 0,
    categories: kindsOfCase(deps),
    people: holders(pressed.directory, state.site, Role.options).map(({ id, name }) => ({
      title: name,
      value: id,
    })),
    hasAdult: state.mayInvolveLead || state.facts.adult?.includes('yes') === true,
    // What should be done and is not is looked at once more, if there is any.
    toConfirm:
      state.referrals.some(isAwaited) ||
      unsettled(state) > 0 ||
      stepsOf(state).some(
        (each) =>
          isWaiting(each) && needsDoing(each) && !isShut(state, each) && each.step.modality === 'should',
      ),
    elsewhere: deps.organisation.record === 'elsewhere' ? (deps.organisation.system ?? '') : undefined,
    today: deps.clock.now().slice(0, 10),
    ...slots,
  });
}
