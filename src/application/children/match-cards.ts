import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { mayDo } from '../../domain/access.ts';
import type { Child } from '../../domain/case/report.ts';
import { linkOf } from '../../domain/case/work/links.ts';
import { matchesFor, type Written } from '../../domain/child/matching.ts';
import { type PersonId, refOf } from '../../domain/ids.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { nameOf } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { ChildRecord } from './child-store.ts';
import { childLine, matchSlot } from './child-words.ts';
import { childrenOfCase } from './on-record.ts';
import { childrenOf, sitesLed } from './register.ts';

const typed = (inputs: Readonly<Record<string, string>>, id: string) => words(inputs[id] ?? '');

const writtenLine = ({ name, knownAs, year, description }: Written): string =>
  [name, knownAs && `“${knownAs}”`, year, description].filter(Boolean).join(', ');

/** Children of the register who may be meant: slots for a list, and what is said when it is empty or cut short. */
export async function lookedUp(
  { deps, person }: Pick<Pressed, 'deps' | 'person'>,
  written: Written,
  slotFor: (slot: SlotData) => SlotData,
): Promise<SlotData> {
  const children = await childrenOf(deps, sitesLed(deps, person));
  const { shown, more } = matchesFor(written, children, deps.policy.nicknames);
  return {
    matches: shown.map((match) => slotFor(matchSlot(deps, match))),
    none: shown.length === 0 ? deps.cards.say('match-none') : undefined,
    more: more > 0 ? deps.cards.say('match-more', { count: more }) : undefined,
  };
}

/** "Same child as …?": as it was written, or under a name that the lead knows better. */
export async function matchCard(
  pressed: Pressed,
  record: CaseRecord,
  place: number,
  child: Child,
): Promise<Card> {
  const { deps, press } = pressed;
  const name = (press.inputs.name ?? '').slice(0, 120).trim();
  const asked = name === '' ? child : { ...child, name, knownAs: '' };
  const found = await lookedUp(pressed, asked, (slot) => ({ ...slot, arg: `${place}@${slot.child}` }));
  return deps.cards.show('child-match', {
    ref: refOf(record.id),
    case: record.id,
    place: `${place}`,
    notice: undefined,
    written: words(writtenLine(child)),
    'typed-name': words(name),
    ...found,
  });
}

export async function whoCard(pressed: Pressed, record: CaseRecord, saved?: string): Promise<Card> {
  return pressed.deps.cards.show('child-who', {
    ref: refOf(record.id),
    case: record.id,
    saved,
    register: await childrenOfCase(pressed, record),
  });
}

export const wrongCard = (
  { deps, press }: Pressed,
  record: CaseRecord,
  place: number,
  child: ChildRecord,
  notice?: string,
): Card =>
  deps.cards.show('child-wrong', {
    ref: refOf(record.id),
    case: record.id,
    arg: `${place}@${child.id}`,
    notice,
    known: words(childLine(deps, child.state.entry)),
    'typed-reason': typed(press.inputs, 'reason'),
  });

/** Who read a child's story since this stood in it, without whoever asks. */
export function readersSince({ state }: ChildRecord, since: string, but?: PersonId): readonly PersonId[] {
  return state.openedBy.filter(({ by, at }) => at >= since && by !== but).map(({ by }) => by);
}

const named = (deps: Deps, { directory }: Pressed, people: readonly PersonId[]): string =>
  people.length === 0
    ? deps.cards.say('child-nobody')
    : people.map((id) => nameOf(deps, directory, id)).join(', ');

/** What a second person decides on: which child, what was said, and who has read it where it stands. */
export function strikeCard(
  pressed: Pressed,
  record: CaseRecord,
  place: number,
  child: ChildRecord,
  notice?: string,
): Card | undefined {
  const { deps, directory, person, press } = pressed;
  const { state } = record;
  const [link, written] = [linkOf(state, place), state.children[place]];
  if (link?.strike === undefined || written === undefined) return undefined;
  return deps.cards.show('child-strike', {
    ref: refOf(record.id),
    case: record.id,
    arg: `${place}`,
    notice,
    known: words(childLine(deps, child.state.entry)),
    written: words(writtenLine(written)),
    asker: words(nameOf(deps, directory, link.strike.by)),
    reason: words(link.strike.reason),
    readers: words(named(deps, pressed, readersSince(child, link.at))),
    openers: words(
      named(
        deps,
        pressed,
        state.openedBy.map(({ by }) => by),
      ),
    ),
    'typed-reason': typed(press.inputs, 'reason'),
    mayWork: mayDo(person, { type: 'work' }, state, directory),
  });
}
