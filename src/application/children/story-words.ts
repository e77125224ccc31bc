import { type SlotData, words } from '../../cards/fill.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { actionsIn, type StoryEntry } from '../../domain/child/story.ts';
import { refOf } from '../../domain/ids.ts';
import type { HeldPattern } from '../../domain/policy/pattern.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { entryOf } from '../case/history-entry.ts';
import { cited, nameOf, sentence } from '../case/people-words.ts';
import { leadLine } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import { dayWords } from './child-words.ts';
import type { Reading, Story } from './story-material.ts';

/** As much of each as a page of a story has room for; the whole is one press away. */
const FIRST_WORDS = 300;
const LINE = 160;
const ACTIONS = 5;
const KINDS = 4;
const NAME = 120;

const cut = (text: string, most: number): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most).toWellFormed()}…` : line;
};
const cutWords = (text: string, most: number) => (text.trim() === '' ? undefined : words(cut(text, most)));

/** What was ticked, and what a lead called it. */
export function kindsOf({ cards, policy }: Deps, { state }: Pick<StoryEntry, 'state'>): string {
  if (state.beside?.side === 'child') return cards.say('story-kind-beside');
  if (state.report === undefined) return cards.say('log-alert');
  const named = state.plan.procedures.filter(({ id }) => state.facts.category?.includes(id) === true);
  const kinds = [
    ...state.report.harms.map((harm) => cards.say(`harm-${harm}`, { ...policy.lexicon })),
    ...named.map(({ name }) => name),
  ];
  const more = kinds.length - KINDS;
  return [
    ...kinds.slice(0, KINDS),
    ...(more > 0 ? [cards.say('story-more-kinds', { count: more })] : []),
  ].join(' · ');
}

const NUMBERED = 12;
/** "Seven", "13": whole words as far as a phrase has them. */
export const numberWord = ({ cards }: Pick<Deps, 'cards'>, n: number): string =>
  n >= 1 && n <= NUMBERED ? cards.say(`number-${n}`) : `${n}`;

/** "Seventh concern about this child." */
export const nthLine = ({ cards }: Pick<Deps, 'cards'>, n: number): string =>
  n >= 1 && n <= NUMBERED
    ? cards.say('story-nth', { nth: cards.say(`nth-${n}`) })
    : cards.say('story-nth-number', { nth: n });

/** How many there are, and the last thing. */
export function firstLine(deps: Deps, { entries }: Pick<Story, 'entries'>): string {
  const last = entries.at(-1);
  if (last === undefined) return deps.cards.say('story-none');
  const slots = { day: dayWords(last.day), kinds: kindsOf(deps, last) };
  return entries.length === 1
    ? deps.cards.say('story-one', slots)
    : deps.cards.say('story-many', { number: numberWord(deps, entries.length), ...slots });
}

const UNITS = { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const;
const isUnit = (letter: string): letter is keyof typeof UNITS => letter in UNITS;

/** "Three in 6 weeks: something at home. The last on 24 November 2026. (our policy, section 4.2)" */
export function patternLine(deps: Deps, { pattern, count, to }: HeldPattern): string {
  const { say } = deps.cards;
  const n = Number.parseInt(pattern.within.slice(1), 10);
  const unit = pattern.within.slice(-1);
  const length = n === 1 ? 'one' : 'many';
  const within = isUnit(unit) ? say(`within-${UNITS[unit]}-${length}`, { n }) : '';
  return say('story-pattern', {
    number: numberWord(deps, count),
    within,
    title: pattern.title,
    day: dayWords(to),
    why: cited(deps, pattern.source),
  });
}

function writtenBy({ deps, directory }: Reading, { state }: StoryEntry): string {
  if (state.beside?.side === 'child') return deps.cards.say('beside-reporter');
  const name = nameOf(deps, directory, state.reporter);
  const behalf = state.report?.behalf;
  return behalf === undefined ? name : `${name} (${behalf.name})`;
}

function writtenLine(deps: Deps, { state, written }: StoryEntry): string {
  const { timezone } = deps.organisation;
  const day = dayWords(dayOf(written, timezone).toString());
  const first = state.report?.late?.date;
  return first === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(first)
    ? deps.cards.say('story-written', { day })
    : deps.cards.say('story-written-late', { day, first: dayWords(first) });
}

/** What there is to say of a worry. `size`: how much shorter, where a page would not fit. */
interface Of {
  /** Of its case; none for a summary. */
  readonly events: readonly CaseEvent[];
  readonly canOpen: boolean;
  readonly size: number;
}

function actionsShown(
  { deps, directory }: Reading,
  entry: StoryEntry,
  { events, size }: Pick<Of, 'events' | 'size'>,
): SlotData {
  const done = actionsIn(entry, events);
  const shown = done.slice(-ACTIONS);
  return {
    actions: shown.map((event) => {
      const { title, lines } = entryOf(deps, entry.state, event, directory);
      const day = dayWords(dayOf(event.at, deps.organisation.timezone).toString());
      const said = lines.filter((text) => text.trim() !== '').join('. ');
      return { title: `${day}, ${title}:`, text: words(cut(said, LINE * size)) };
    }),
    moreActions:
      done.length > shown.length
        ? deps.cards.say('story-more-actions', { count: done.length - shown.length })
        : undefined,
  };
}

function outcomeOf(
  { deps, directory }: Reading,
  { state }: StoryEntry,
  events: readonly CaseEvent[],
): string {
  const closed =
    state.progress.status === 'closed' ? events.findLast((event) => event.type === 'CaseClosed') : undefined;
  const reason = closed?.type === 'CaseClosed' ? cut(closed.reason, LINE) : '';
  return `${leadLine(deps, state, directory)} ${reason}`.trim();
}

const nothing = {
  ...{
    ref: undefined,
    part: undefined,
    written: undefined,
    by: undefined,
    seen: undefined,
    childWords: undefined,
  },
  ...{ actions: [], moreActions: undefined, outcome: undefined, case: undefined },
};

/** One worry, as much of it as this person may have. */
export function entrySlot(reading: Reading, entry: StoryEntry, of: Of): SlotData {
  const { deps } = reading;
  const { state, id, nth, day, parts } = entry;
  const head = { number: `${nth}.`, day: dayWords(day), kinds: kindsOf(deps, entry) };
  if (entry.reads === 'summary') return { ...nothing, ...head };
  const account = state.report?.account;
  return {
    ...head,
    ref: refOf(id),
    part: parts.map((part) => deps.cards.say(`part-${part}`)).join(' · '),
    written: writtenLine(deps, entry),
    by: words(cut(writtenBy(reading, entry), NAME)),
    seen: cutWords(account?.seen ?? state.alert?.where ?? '', FIRST_WORDS * of.size),
    childWords: cutWords(account?.childWords ?? '', FIRST_WORDS * of.size),
    ...actionsShown(reading, entry, of),
    outcome: words(outcomeOf(reading, entry, of.events)),
    case: of.canOpen ? id : undefined,
  };
}

/** How one that came before stands on another record: its day and kind, and not a word of it. */
export const glanceLine = (reading: Reading, entry: StoryEntry): string => {
  const { deps, directory } = reading;
  const line = deps.cards.say('story-glance', { day: dayWords(entry.day), kinds: kindsOf(deps, entry) });
  return entry.reads === 'summary' ? line : `${line} ${leadLine(deps, entry.state, directory)}`;
};

export const siblingWord = (deps: Deps, count: number): string =>
  deps.cards.say(count === 1 ? 'sibling-one' : 'sibling-some', { count: sentence(numberWord(deps, count)) });
