import { type SlotData, words } from '../../cards/fill.ts';
import { mayBeTold } from '../../domain/access.ts';
import { technicalPart } from '../../domain/case/report.ts';
import { type CaseState, type CaseStep, isWaiting, stepsOf } from '../../domain/case/state.ts';
import { sitePhone } from '../advice/phones.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { listOf, shortOf, tellWords } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';

/** "self:filter.it@3": the form that says whom the lead told in person, in place of a card. */
export const SELF = 'self:';

/** More than this at once is not read. */
const WARNINGS = 6;

const isAboutParents = ({ step }: CaseStep): boolean => step.about === 'parents' || step.whom === 'parents';

/**
 * What the policy says to whoever thinks of telling parents: it stands before the steps about them, also before one that
 * no answer has brought yet.
 */
function policyWarnings(state: CaseState): readonly string[] {
  const there = stepsOf(state);
  const found = [...Map.groupBy(state.steps, ({ step }) => step.procedure).values()].flatMap((steps) =>
    steps
      .slice(0, steps.findLastIndex(isAboutParents) + 1)
      .filter((each) => each.step.kind === 'tell' && there.includes(each)),
  );
  return [...new Set(found.map(({ step }) => step.text))];
}

const isPoliceOpen = (state: CaseState): boolean =>
  stepsOf(state).some(
    (each) => each.step.kind === 'refer' && each.step.agency === 'police' && isWaiting(each),
  );

/** Read before parents are told, or before it is decided. */
export function warningsFor({ deps }: Pressed, state: CaseState, found: CaseStep): readonly SlotData[] {
  if (!isAboutParents(found)) return [];
  const { say } = deps.cards;
  const said = policyWarnings(state);
  return [
    ...(isPoliceOpen(state) ? [say('warn-police')] : []),
    ...(said.length > 0 ? said : [say('warn-parents')]),
  ]
    .slice(0, WARNINGS)
    .map((text) => ({ text }));
}

/** Nobody can be told by message: who may know somebody that can act. */
function nobody(
  { deps, directory, person }: Pressed,
  state: CaseState,
  { step }: CaseStep,
): string | undefined {
  const { to = [] } = step;
  if (step.kind !== 'inform' || mayBeTold(state, directory, to, person.id).length > 0) return undefined;
  const { say } = deps.cards;
  if (mayBeTold(state, directory, to).length > 0) return say('tell-yourself');
  const asked = state.plan.independent.find(
    (role) => mayBeTold(state, directory, [role], person.id).length > 0,
  );
  const then =
    asked === undefined
      ? say('tell-nobody-phone', { ...sitePhone(deps, state.site) })
      : say('tell-nobody-ask', { role: shortOf(deps.policy, asked) });
  return `${say('tell-nobody')} ${then}`;
}

/** Which form a step is done by that tells somebody; undefined: none of these. */
export function tellCard(pressed: Pressed, state: CaseState, { step }: CaseStep): string | undefined {
  const { press, directory, person } = pressed;
  if (step.kind === 'contact') return 'form-contact';
  if (step.kind !== 'inform') return undefined;
  const isInPerson = press.do === 'case.done' || press.arg?.startsWith(SELF) === true;
  const isHeard = mayBeTold(state, directory, step.to ?? [], person.id).length > 0;
  return isInPerson || !isHeard ? 'form-contact' : 'form-inform';
}

/** What the forms say besides the step: who reads it, what it begins with, and what to think of first. */
export function tellSlots(pressed: Pressed, { state }: CaseRecord, found: CaseStep): SlotData {
  const { deps, directory, person, press } = pressed;
  const { to = [], draft = [] } = found.step;
  const readers = mayBeTold(state, directory, to, person.id);
  const drafted = state.report === undefined ? '' : technicalPart(state.report.account, draft);
  return {
    readers: words(listOf(readers.map(({ name }) => name))),
    nobody: nobody(pressed, state, found),
    warnings: warningsFor(pressed, state, found),
    send: tellWords(deps, 'tell-send', to),
    self: `${SELF}${found.step.id}@${state.decisionVersion}`,
    ...(press.inputs.text === undefined && drafted !== '' && { 'typed-text': words(drafted) }),
    // What was to be sent, and could not be, is not typed twice.
    ...(press.inputs.note === undefined &&
      press.inputs.text !== undefined && { 'typed-note': words(press.inputs.text) }),
  };
}
