import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import {
  answersSoFar,
  isForSearch,
  isSearch,
  searchRules,
  type Walk,
  walkOf,
} from '../../domain/case/search.ts';
import { type CaseState, type CaseStep, stepsOf } from '../../domain/case/state.ts';
import { type RecordId, refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { chooseGuards } from '../../domain/policy/procedure.ts';
import { outsidePhones, sitePhone } from '../advice/phones.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { cited, listOf, sentence } from '../case/people-words.ts';
import { reporterLine } from '../case/status-line.ts';
import type { Kind } from '../case/thin-card.ts';
import type { Deps } from '../deps.ts';
import { byTime } from '../report/alert.ts';
import { rolesInWords } from '../report/routing.ts';

export interface WalkShown {
  /** One line on top: why something did not happen. */
  readonly notice?: string | undefined;
  /** What was typed into a step that is shown again. */
  readonly typed?: Readonly<Record<string, string>>;
  /** The last step was kept. */
  readonly saved?: boolean;
}

/** Who deals with a device that nobody here may look at. */
export const leadInWords = ({ policy }: Pick<Deps, 'policy'>): string =>
  rolesInWords(policy, policy.leads.slice(0, 1));

const always = (id: RecordId, state: CaseState): SlotData => ({
  ref: refOf(id),
  case: id,
  rules: searchRules(state).map(({ step }) => ({ text: step.text })),
});

const asChoices = (answers: readonly string[]): readonly SlotData[] =>
  answers.map((title) => ({ title, value: title }));

/** Numbered boxes: what was typed into one step must not stand in the same box of the next. */
function boxes(state: CaseState, { step }: CaseStep): SlotData {
  const nth = state.steps.findIndex((each) => each.step.id === step.id);
  return Object.fromEntries(
    ['answer', 'who', 'place', 'because', 'note'].map((box) => [`${box}Id`, `${box}-${nth}`]),
  );
}

function stepCard(deps: Deps, { id, state }: CaseRecord, found: CaseStep, shown: WalkShown): Card {
  const { step } = found;
  const { kind } = step;
  const typed = Object.entries(shown.typed ?? {}).map(
    ([name, text]) => [`typed-${name.replace(/-\d+$/, '')}`, words(text)] as const,
  );
  return deps.cards.show('spot-step', {
    ...Object.fromEntries(typed),
    ...always(id, state),
    ...boxes(state, found),
    notice: shown.notice,
    saved: shown.saved ? deps.cards.say('saved') : undefined,
    arg: `${step.id}@${state.decisionVersion}`,
    text: step.text,
    why: cited(deps, step.why),
    answerLabel: deps.cards.say(kind === 'custody' ? 'spot-answer-custody' : 'spot-answer'),
    choices: asChoices(step.answers ?? []),
    custody: kind === 'custody',
    hasNote: kind !== 'custody',
    noteLabel: deps.cards.say(kind === 'record' ? 'spot-note-record' : 'spot-note'),
    noteNeeded: kind === 'record',
    optional: step.modality !== 'must',
  });
}

/** What the searcher waits for: the roles that are asked, or the lead where it is theirs to do. */
function waitLine(deps: Deps, steps: readonly CaseStep[]): string {
  const asked = steps.filter(({ step }) => step.kind === 'approve');
  const [first] = asked;
  if (first === undefined) return deps.cards.say('spot-waits-lead', { lead: leadInWords(deps) });
  const roles = listOf(asked.map(({ step }) => rolesInWords(deps.policy, step.by ?? [])));
  const deletion = asked.some(({ step }) => step.unlocks !== undefined) ? '-deletion' : '';
  return deps.cards.say(`spot-waits${deletion}`, { roles });
}

function waitCard(deps: Deps, { id, state }: CaseRecord, steps: readonly CaseStep[], shown: WalkShown): Card {
  return deps.cards.show('spot-wait', {
    ...always(id, state),
    notice: shown.notice,
    line: waitLine(deps, steps),
    // What a lead has to do is not for the searcher to read.
    waits: steps
      .filter(({ step }) => step.kind === 'approve')
      .map(({ step }) => ({ text: step.text, why: cited(deps, step.why) })),
  });
}

const declinedLine = (deps: Deps, by: readonly CaseStep[]): string =>
  deps.cards.say('spot-declined', {
    roles: sentence(listOf(by.map(({ step }) => rolesInWords(deps.policy, step.by ?? [])))),
  });

function doneCard(deps: Deps, directory: Directory, { id, state }: CaseRecord, notice?: string): Card {
  const { number, who } = sitePhone(deps, state.site);
  const phone =
    state.clock === undefined
      ? deps.cards.say('spot-phone', { number, who })
      : deps.cards.say('receipt-phone', { number, who, time: byTime(deps, state.clock.at) });
  return deps.cards.show('spot-done', {
    ...always(id, state),
    notice,
    line: reporterLine(deps, state, directory),
    phone,
    contacts: outsidePhones(deps, [...new Set(['social-care', 'police', ...state.plan.route.outside])]).map(
      (each) => ({ name: each.who, number: each.number }),
    ),
  });
}

/** Where the search stands, and the one thing that is next. */
export function walkCard(deps: Deps, directory: Directory, record: CaseRecord, shown: WalkShown = {}): Card {
  const walk = walkOf(record.state);
  switch (walk.at) {
    case 'step':
      return stepCard(deps, record, walk.step, shown);
    case 'wait':
      return waitCard(deps, record, walk.for, shown);
    case 'declined':
      return doneCard(deps, directory, record, declinedLine(deps, walk.by));
    case 'end':
      return doneCard(deps, directory, record, shown.notice);
  }
}

/** Nobody looks any further: what to do with the device instead, whatever else is still open. */
export function stopCard(deps: Deps, { id, state }: CaseRecord): Card {
  const unasked = new Set(chooseGuards(deps.policy, {}).map((guard) => guard.id));
  const guards = chooseGuards(deps.policy, { image: ['yes'] }).filter((guard) => !unasked.has(guard.id));
  return deps.cards.show('spot-stop', {
    ref: refOf(id),
    case: id,
    lead: leadInWords(deps),
    saved: deps.cards.say('spot-stopped-saved'),
    ...sitePhone(deps, state.site),
    why: [...new Set(guards.flatMap(({ source }) => cited(deps, source).split('; ')))].join('; '),
  });
}

const LINES: Readonly<Record<Exclude<Walk['at'], 'end'>, string>> = {
  step: 'spot-going',
  wait: 'spot-going-waits',
  declined: 'spot-there-is-an-answer',
};

/** What the searcher's own message says, while there is something left for them; undefined: nothing is. */
export function searchMessage(deps: Deps, state: CaseState): Pick<Kind, 'card' | 'line'> | undefined {
  if (!isSearch(state)) return undefined;
  const { at } = walkOf(state);
  return at === 'end' ? undefined : { card: 'spot-message', line: deps.cards.say(LINES[at]) };
}

/** Each answer of somebody else is a message of its own: one that only changes makes nobody look. */
export const answerRound = (state: CaseState): string | undefined => {
  const answered = isSearch(state) ? answersSoFar(state) : 0;
  return answered > 0 ? `spot:${answered}` : undefined;
};

/** What whoever is asked for a yes has to know of the search: which device, whose, where, and what was answered so far. */
export function searchAsked(deps: Deps, state: CaseState, found: CaseStep): string | undefined {
  const { report } = state;
  if (report === undefined || !isForSearch(state, found)) return undefined;
  const { say } = deps.cards;
  const answered = stepsOf(state).flatMap(({ step, now }) =>
    step.spot === true && step.kind === 'ask' && now.standing === 'done'
      ? [`${step.text} ${now.answer}`]
      : [],
  );
  return [
    `${say('spot-asked')} ${report.account.device}`,
    `${say('spot-whose')} ${report.children.map(({ name }) => name).join(', ')}`,
    `${say('spot-where')} ${report.where}`,
    ...answered,
  ].join('\n');
}
