import { type SlotData, type Words, words } from '../cards/fill.ts';
import type { Card } from '../cards/model.ts';
import { barred } from '../domain/access.ts';
import type { PlannedStep } from '../domain/case/events.ts';
import type { Account, Report } from '../domain/case/report.ts';
import {
  type CaseState,
  type CaseStep,
  canBeTaken,
  isWaiting,
  lockedBy,
  needsDoing,
} from '../domain/case/state.ts';
import { refOf } from '../domain/ids.ts';
import type { Directory } from '../domain/people/directory.ts';
import { Modality } from '../domain/policy/step.ts';
import type { CaseRecord } from './case-store.ts';
import type { Deps } from './deps.ts';
import { cited, nameOf } from './people-words.ts';
import { clockTime, leadLine } from './status-line.ts';

/** Longest piece of a narrative on the record's first page, in characters; the whole is one press away. */
const GLANCES = [700, 500, 350, 150, 60] as const;
/** What people's words may take on it, in bytes of JSON: the rest of the card is steps and buttons. */
const MOST_SHOWN = 8_000;
/** Steps on the first page; the rest follow as these are done. */
const STEPS_SHOWN = 5;

const bytes = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** Shorter where all together would not fit: quotation marks and other scripts take two bytes a letter, or three. */
function glanceOf({ account, children, adults }: Report): (text: string) => string {
  const names = [
    ...children.flatMap((child) => [child.name || child.description, child.knownAs, child.year]),
    ...adults.map((adult) => ('name' in adult ? adult.name : adult.person)),
  ];
  const taken = (texts: readonly string[]) => texts.reduce((sum, text) => sum + bytes(text), 0);
  const fits = (max: number) =>
    taken([...names, ...Object.values(account).map((text) => text.slice(0, max))]) <= MOST_SHOWN;
  const max = GLANCES.find(fits) ?? GLANCES[4];
  return (text) => (text.length > max ? `${text.slice(0, max).toWellFormed()}…` : text);
}

/** Who is in it, and with which part: shown before anything of the story. */
export function peopleSlots(
  deps: Deps,
  report: Report | undefined,
  directory: Directory,
): readonly SlotData[] {
  if (report === undefined) return [];
  const children = report.children.map((child) => ({
    who: words(
      [child.name, child.knownAs && `“${child.knownAs}”`, child.year, child.description]
        .filter(Boolean)
        .join(', '),
    ),
    part: deps.cards.say(`part-${child.part}`),
  }));
  const adults = report.adults.map((adult) => ({
    who: words('person' in adult ? nameOf(deps, directory, adult.person) : adult.name),
    part: deps.cards.say('part-adult'),
  }));
  return [...children, ...adults];
}

function stepSlots(deps: Deps, state: CaseState, each: CaseStep, caseId: string): SlotData {
  const locks = lockedBy(state, each);
  const { step } = each;
  return {
    text: step.text,
    binding: deps.cards.say(`modality-${step.modality}`),
    why: cited(deps, step.why),
    case: caseId,
    // A yes or no of a named role has a view of its own: it may be given by somebody who sees nothing else.
    do: step.kind === 'approve' ? 'approval.open' : 'case.form',
    step: `${step.id}@${state.decisionVersion}`,
    title: deps.cards.say(`button-${step.kind}`),
    locked:
      locks.length > 0 ? deps.cards.say('step-locked', { first: locks[0]?.step.text ?? '' }) : undefined,
    ready: locks.length === 0,
  };
}

/** "left-arm,back" as a reader says it. */
const placesIn = (deps: Deps, places: string): string =>
  places
    .split(',')
    .filter((place) => place !== '')
    .map((place) => deps.cards.say(`place-${place}`))
    .join(', ');

/** What was ticked, in the words of the form. */
const tickedIn = ({ cards, policy }: Deps, { harms }: Report): string =>
  harms.map((harm) => cards.say(`harm-${harm}`, { ...policy.lexicon })).join(' · ');

/** How the reporter knows of it. */
const heardIn = ({ cards, policy }: Deps, { heard }: Account): string =>
  cards.say(`heard-${heard}`, { ...policy.lexicon });

/** What was reported, each answer under its own heading; fact and opinion apart. */
export function reportSlots(deps: Deps, report: Report, whole: boolean): readonly SlotData[] {
  const { account } = report;
  const cut = whole ? (text: string) => text : glanceOf(report);
  const line = (name: string, text: string): SlotData | undefined =>
    text.trim() === '' ? undefined : { title: deps.cards.say(`report-${name}`), text: words(cut(text)) };
  return [
    line('ticked', tickedIn(deps, report)),
    // On the record's first page these stand at the top.
    whole ? line('where-now', report.where) : undefined,
    whole ? line('callback', report.callback) : undefined,
    line('seen', account.seen),
    line('child-words', account.childWords),
    line('heard', [heardIn(deps, account), account.toldBy].filter(Boolean).join(' ')),
    line('said', account.said),
    line('seemed', account.seemed),
    line(
      'when',
      [deps.cards.say(`when-${account.when}`), account.date, account.time, account.whenNote]
        .filter(Boolean)
        .join(' '),
    ),
    line('where', account.where),
    line('mark', [placesIn(deps, account.places), account.mark].filter(Boolean).join('. ')),
    line('page', account.page),
    line('device', account.device),
    line('wants', account.wants),
    line('opinion', account.opinion),
    line('done', account.done),
    line('told-lead', deps.cards.say(`told-${account.toldLead}`)),
  ].filter((each) => each !== undefined);
}

/** Where the reporter is and how to call them: from the report, or from the alert before it. */
function whereabouts({ report, alert }: CaseState, what: 'where' | 'callback'): Words | undefined {
  const text = report?.[what] || alert?.[what];
  return text ? words(text) : undefined;
}

/** Smaller comes first: what is open before what is locked, what protects before what is written up, `must` first. */
const rank = (state: CaseState, each: CaseStep): number =>
  (lockedBy(state, each).length > 0 ? 100 : 0) +
  (each.step.kind === 'refer' || each.step.kind === 'custody' ? 0 : 10) +
  (Modality.options.length - Modality.options.indexOf(each.step.modality));

const waitingSteps = (state: CaseState): readonly CaseStep[] =>
  state.steps
    .filter((each) => isWaiting(each) && needsDoing(each))
    .sort((a, b) => rank(state, a) - rank(state, b));

/** `tell` and `never`: what to keep to, while the case runs. */
const rulesOf = (state: CaseState): readonly PlannedStep[] =>
  state.steps.map(({ step }) => step).filter(({ kind }) => kind === 'tell' || kind === 'never');

export interface RecordShown {
  /** One line on top: why something did not happen. */
  readonly notice?: string | undefined;
  /** One line on top: that it did. */
  readonly saved?: string | undefined;
  /** How many steps the reader has gone past. */
  readonly from?: number;
}

/** The record as a lead sees it in private: who, what next, what was reported, and every button. */
export function recordCard(
  deps: Deps,
  record: CaseRecord,
  directory: Directory,
  { notice, saved, from = 0 }: RecordShown = {},
): Card {
  const { id, state } = record;
  const steps = waitingSteps(state);
  const isClosed = state.progress.status === 'closed';
  const out = barred(state, directory);
  return deps.cards.show('record', {
    ref: refOf(id),
    case: id,
    notice,
    saved,
    line: leadLine(deps, state, directory),
    urgent:
      state.plan.urgency !== 'ordinary' && !isClosed
        ? deps.cards.say(`urgency-${state.plan.urgency}`)
        : undefined,
    people: peopleSlots(deps, state.report, directory),
    reporter: words(nameOf(deps, directory, state.reporter)),
    reported: clockTime(deps, state.reportedAt),
    callback: whereabouts(state, 'callback'),
    where: whereabouts(state, 'where'),
    alertOnly: state.report === undefined,
    steps: isClosed
      ? []
      : steps.slice(from, from + STEPS_SHOWN).map((each) => stepSlots(deps, state, each, id)),
    more: steps.length > from + STEPS_SHOWN && !isClosed ? `${from + STEPS_SHOWN}` : undefined,
    moreTitle: deps.cards.say('steps-more', { count: steps.length - from - STEPS_SHOWN }),
    rules: rulesOf(state)
      .slice(0, 6)
      .map(({ text }) => ({ text })),
    report: state.report === undefined ? [] : reportSlots(deps, state.report, false),
    canTake: canBeTaken(state),
    canWork: !isClosed,
    isClosed,
    copy:
      deps.organisation.record === 'elsewhere'
        ? deps.cards.say('copy-for', { system: deps.organisation.system ?? '' })
        : deps.cards.say('copy-here'),
    leftOut:
      out.size > 0
        ? deps.cards.say(out.size === 1 ? 'left-out-one' : 'left-out', { count: out.size })
        : undefined,
  });
}
