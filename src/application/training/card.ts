import type { SlotData } from '../../cards/fill.ts';
import { assertNever } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { type Ask, isLate } from '../../domain/people/record/asks.ts';
import { isUpNow } from '../../domain/people/record/nudges.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import { cited } from '../case/people-words.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { asksNow, recordOf, todayOf } from '../people/store.ts';
import { bookedLine, dueLine, intervalLine, managerLine, missingLine, sourceOf } from './words.ts';

/** What stands on somebody's card, the nearest day first. */
export const upNow = (deps: Deps, record: PersonRecord, asks: readonly Ask[]): readonly Ask[] =>
  asks
    .filter((ask) => isUpNow(record, ask, todayOf(deps)))
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));

/** Which id a button carries: of the thing itself, or of its kind and itself. */
const idOf = (ask: Ask): string => ask.key.slice(ask.key.indexOf(':') + 1);

/** Which buttons one thing has. */
export function buttonSlots(deps: Deps, person: Person, ask: Ask): SlotData {
  const slots = {
    record: recordOf(deps, person.id),
    thing: idOf(ask),
    key: ask.key,
    canDo: false,
    canSign: false,
    canAnswer: false,
    canBook: ask.kind === 'training',
  };
  switch (ask.kind) {
    case 'training':
      return { ...slots, canDo: true };
    case 'agreement':
      return { ...slots, canSign: true };
    case 'audit':
      return { ...slots, canAnswer: true };
    default:
      return assertNever(ask, 'ask');
  }
}

const NO_BUTTONS = { canDo: false, canSign: false, canAnswer: false, canBook: false, key: '', thing: '' };

/** Nothing to do: what was said last is still to be looked at by others, or all is well. */
function restLine({ cards }: Deps, asks: readonly Ask[]): string {
  if (asks.some(({ standing }) => standing === 'not-mine')) return cards.say('my-not-mine');
  return cards.say(asks.some(({ standing }) => standing === 'to-check') ? 'my-to-check' : 'my-none');
}

function several(deps: Deps, up: readonly Ask[]): string {
  const [first] = up;
  const isPast = first !== undefined && isLate(first, todayOf(deps));
  const slots = { count: up.length, date: dayWords(first?.due ?? '') };
  return deps.cards.say(isPast ? 'my-several-late' : 'my-several', slots);
}

function one(deps: Deps, person: Person, record: PersonRecord, ask: Ask): SlotData {
  return {
    text: dueLine(deps, ask),
    booked: bookedLine(deps, record, ask),
    late: managerLine(deps, person, ask),
    missing: missingLine(deps, ask),
    interval: intervalLine(deps, ask),
    why: cited(deps, sourceOf(ask)),
    isOne: true,
    ...buttonSlots(deps, person, ask),
  };
}

export interface Told {
  /** What became of the press. */
  readonly notice?: string;
  /** True: the list is a press away, however little is due. */
  readonly withList?: boolean;
}

/** One card, however many things are due; nothing on it says more than what is due when. */
export function dueSlots(
  deps: Deps,
  person: Person,
  record: PersonRecord,
  { notice, withList = false }: Told = {},
): SlotData {
  const asks = asksNow(deps, person, record);
  const up = upNow(deps, record, asks);
  const [first, ...more] = up;
  const none = {
    booked: undefined,
    late: undefined,
    missing: undefined,
    interval: undefined,
    why: undefined,
  };
  const rest = {
    ...none,
    ...NO_BUTTONS,
    text: first === undefined ? restLine(deps, asks) : several(deps, up),
    isOne: false,
    record: recordOf(deps, person.id),
  };
  return {
    ...(first !== undefined && more.length === 0 ? one(deps, person, record, first) : rest),
    notice,
    canLater: first !== undefined,
    canOpen: more.length > 0 || withList,
  };
}

/** What it says on a locked screen. */
export const notificationOf = (deps: Deps, record: PersonRecord, asks: readonly Ask[]): string =>
  deps.cards.notify(
    upNow(deps, record, asks).every(({ kind }) => kind === 'agreement') ? 'agreements' : 'training',
  );
