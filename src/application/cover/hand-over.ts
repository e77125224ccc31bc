import { type SlotData, words } from '../../cards/fill.ts';
import { mayDo, mayWork } from '../../domain/access.ts';
import { briefOf, type CaseBrief } from '../../domain/case/brief.ts';
import { type PersonId, PersonId as PersonIdSchema, type RecordId, refOf } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { runCase } from '../case/case-store.ts';
import { roleWord } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type Asking, gone, type Period, periodArg, periodIn } from './gone.ts';
import { type OpenCase, openCasesWhere } from './open-cases.ts';
import { sitesAnswered, takers } from './who.ts';
import { spellWords } from './words.ts';

/** Chosen in place of a colleague. */
const NOBODY = 'nobody';
/** As many as a card has room for, with everybody who could take each of them. */
const ON_A_PAGE = 4;
const LISTED = 20;
const MOST_PEOPLE = 14;
const LONGEST_NOTE = 1000;
const LONGEST_NAME = 40;

/** What this person has, and may work on. */
export const ownedBy = ({ deps, directory, person }: Asking): Promise<readonly OpenCase[]> =>
  openCasesWhere(deps, (brief) => brief.owner === person.id && mayWork(person, brief, directory));

/** A child is named only to somebody who has opened that case. */
function nameIn({ children, openedBy }: CaseBrief, viewer: Person): string {
  const name = openedBy.includes(viewer.id) ? (children[0]?.name ?? '') : '';
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}…` : name;
}

const listed = ({ person }: Asking, { id, brief }: OpenCase): SlotData => ({
  ref: refOf(id),
  name: words(nameIn(brief, person)),
});

function choices(
  { deps }: Asking,
  people: readonly Person[],
  { site }: CaseBrief,
  isAway: boolean,
): readonly SlotData[] {
  const nobody = { title: deps.cards.say(isAway ? 'hand-nobody' : 'hand-keep'), value: NOBODY };
  const others = people
    .slice(0, MOST_PEOPLE)
    .map((each) => ({ title: `${each.name}, ${roleWord(deps, each, site)}`, value: each.id }));
  return [nobody, ...others];
}

/** Who may take every one of them: nobody is offered a case that they may not know of. */
function takersOfAll({ directory, person }: Asking, cases: readonly OpenCase[]): readonly Person[] {
  const each = cases.map(({ brief }) => new Set(takers(directory, brief, person.id).map(({ id }) => id)));
  return directory.people.filter(({ id }) => each.every((ids) => ids.has(id)));
}

const shared = (asking: Asking, period: Period | undefined, notice: string | undefined): SlotData => ({
  notice: notice && asking.deps.cards.say(notice),
  arg: period === undefined ? '' : periodArg(period),
  text: asking.deps.cards.say(period === undefined ? 'hand-now' : 'hand-away', {
    spell: period === undefined ? '' : spellWords(asking.deps, period),
  }),
  isAway: period !== undefined,
});

/** Every case that this person has, and one answer for all of them. */
export function casesForm(
  pressed: Pressed | Asking,
  owned: readonly OpenCase[],
  period?: Period,
  notice?: string,
): Answer {
  const { deps } = pressed;
  const inputs = 'press' in pressed ? pressed.press.inputs : {};
  const [first] = owned;
  if (first === undefined) return line(deps, 'hand-none');
  const card = deps.cards.show('away-cases', {
    ...shared(pressed, period, notice),
    cases: owned.slice(0, LISTED).map((each) => listed(pressed, each)),
    more: owned.length > LISTED ? deps.cards.say('hand-more', { n: owned.length - LISTED }) : undefined,
    people: choices(pressed, takersOfAll(pressed, owned), first.brief, period !== undefined),
    'typed-to': inputs.to ?? NOBODY,
    'typed-note': words(inputs.note ?? ''),
    canPart: owned.length > 1,
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** `hand over`, without going anywhere. Where the answer is a message, only how many there are stands in it. */
export async function handOver(asking: Asking): Promise<Answer> {
  const { deps, person, view } = asking;
  if (sitesAnswered(deps, person).length === 0) return nothingHere(deps);
  const owned = await ownedBy(asking);
  if (view || owned.length === 0) return casesForm(asking, owned);
  return { type: 'card', card: deps.cards.show('hand-over-message', { n: owned.length }) };
}

/** "from|until|after": the cases behind that one are next. */
const afterIn = (arg = ''): string => arg.split('|')[2] ?? '';

/** A few at a time, each with an answer of its own. */
function eachForm(pressed: Pressed, owned: readonly OpenCase[], after: string, notice?: string): Answer {
  const { deps, directory, person, press } = pressed;
  const period = periodIn(press.arg);
  const page = owned.filter(({ id }) => id > after).slice(0, ON_A_PAGE);
  const card = deps.cards.show('away-each', {
    ...shared(pressed, period, notice),
    arg: `${period === undefined ? '|' : periodArg(period)}|${after}`,
    cases: page.map((each) => ({
      ...listed(pressed, each),
      toId: `to-${each.id}`,
      noteId: `note-${each.id}`,
      people: choices(pressed, takers(directory, each.brief, person.id), each.brief, period !== undefined),
      'typed-to': press.inputs[`to-${each.id}`] ?? NOBODY,
      'typed-note': words(press.inputs[`note-${each.id}`] ?? ''),
    })),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

interface Given {
  readonly id: RecordId;
  readonly to: PersonId | undefined;
  readonly note: string;
}

const givenIn = (inputs: Readonly<Record<string, string>>, id: RecordId, suffix: string): Given => ({
  id,
  to: PersonIdSchema.safeParse(inputs[`to${suffix}`]).data,
  note: (inputs[`note${suffix}`] ?? '').slice(0, LONGEST_NOTE).trim(),
});
const isGiven = ({ to }: Given): boolean => to !== undefined && to !== NOBODY;

/** Whoever changed it meanwhile was first: the case is then as they left it, and that is said. */
async function give({ deps, directory, person, press }: Pressed, { id, to, note }: Given): Promise<boolean> {
  const ran = await runCase(deps, id, (record) => {
    if (record === undefined || to === undefined) return undefined;
    const { state } = record;
    const brief = briefOf(state, deps.calendar);
    const mayTake = takers(directory, brief, person.id).some((each) => each.id === to);
    return mayTake && mayDo(person, { type: 'work' }, state, directory)
      ? {
          type: 'HandOver',
          at: deps.clock.now(),
          by: person.id,
          ...(press.actionId !== undefined && { action: press.actionId }),
          to,
          note,
        }
      : undefined;
  });
  return ran.ok || ran.refusal.reason === 'same-again';
}

/** How many were handed over, how many were not to be, and how many stay or are called again. */
async function giveAll(pressed: Pressed, all: readonly Given[]): Promise<readonly string[]> {
  const { say } = pressed.deps.cards;
  const given = all.filter(isGiven);
  const done = await Promise.all(given.map((each) => give(pressed, each)));
  const n = done.filter(Boolean).length;
  const counted = (name: string, count: number) =>
    count === 0 ? [] : [count === 1 ? say(`${name}-one`) : say(name, { n: count })];
  const left = periodIn(pressed.press.arg) === undefined ? 'hand-kept' : 'hand-left';
  return [
    ...counted('hand-done', n),
    ...counted('hand-not', given.length - n),
    ...counted(left, all.length - given.length),
  ];
}

const done = ({ deps }: Asking, lines: readonly string[]): Answer => ({
  type: 'card',
  card: deps.cards.show('away-done', {
    who: undefined,
    text: lines[0] ?? deps.cards.say('hand-none'),
    lines: lines.slice(1).map((text) => ({ text })),
    canReturn: false,
  }),
});

/** What was chosen for all of them at once. */
async function saveAll(pressed: Pressed): Promise<Answer> {
  const { press } = pressed;
  const period = periodIn(press.arg);
  const owned = await ownedBy(pressed);
  const all = owned.map(({ id }) => givenIn(press.inputs, id, ''));
  if (all.some((each) => isGiven(each) && each.note === ''))
    return casesForm(pressed, owned, period, 'hand-note');
  const lines = await giveAll(pressed, all);
  return period === undefined ? done(pressed, lines) : gone(pressed, period, lines);
}

/** What was chosen for the few on this page; then the next few, and at the end whoever goes is away. */
async function saveSome(pressed: Pressed): Promise<Answer> {
  const { deps, press } = pressed;
  const period = periodIn(press.arg);
  const after = afterIn(press.arg);
  const owned = await ownedBy(pressed);
  const some = owned
    .filter(({ id }) => press.inputs[`to-${id}`] !== undefined)
    .map(({ id }) => givenIn(press.inputs, id, `-${id}`));
  if (some.some((each) => isGiven(each) && each.note === ''))
    return eachForm(pressed, owned, after, 'hand-note');
  const lines = await giveAll(pressed, some);
  const last =
    some
      .map(({ id }) => id)
      .sort()
      .at(-1) ?? after;
  if (owned.some(({ id }) => id > last)) return eachForm(pressed, owned, last);
  if (period !== undefined) return gone(pressed, period, lines);
  return some.length === 0 ? line(deps, 'hand-none') : done(pressed, lines);
}

/** Buttons of the cards that hand cases over. */
export async function pressHandOver(pressed: Pressed): Promise<Answer> {
  const { deps, press } = pressed;
  const period = periodIn(press.arg);
  if (period !== undefined && period.until <= deps.clock.now()) return line(deps, 'away-past');
  switch (press.do) {
    case 'cover.cases':
      return casesForm(pressed, await ownedBy(pressed), period);
    case 'cover.each':
      return eachForm(pressed, await ownedBy(pressed), '');
    case 'cover.save':
      return saveAll(pressed);
    case 'cover.hand':
      return saveSome(pressed);
    default:
      return line(deps, 'older-button');
  }
}
