import { type SlotData, words } from '../../cards/fill.ts';
import { type Ask, isSettled } from '../../domain/people/record/asks.ts';
import { isUpNow } from '../../domain/people/record/nudges.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import { cited } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { asksNow, readPerson, recordOf, todayOf } from '../people/store.ts';
import { buttonSlots, dueSlots } from './card.ts';
import {
  bookedLine,
  dayLine,
  intervalLine,
  managerLine,
  missingLine,
  nameOf,
  sourceOf,
  topicsLine,
} from './words.ts';

const MOST = { asked: 10, learned: 6 } as const;

type Asking = Pick<Pressed, 'deps' | 'person' | 'view'>;

/** How one thing stands: what is to be done, or when it was done and when it comes again. */
function standingLine(deps: Deps, ask: Ask): string {
  const { say } = deps.cards;
  if (ask.standing === 'not-mine') return say('my-not-mine');
  const last = ask.last === undefined ? undefined : dayWords(ask.last);
  if (!isSettled(ask)) return dayLine(deps, ask);
  if (last === undefined) return say('my-nothing');
  if (ask.standing === 'to-check') return say('my-done-to-check', { date: last });
  return ask.due === undefined
    ? say('my-done', { date: last })
    : say('my-done-next', { date: last, next: dayWords(ask.due) });
}

/** Buttons where there is something to do; what is far off can be done early too. */
function itemOf({ deps, person }: Asking, record: PersonRecord, ask: Ask): SlotData {
  const canAct = !isSettled(ask) && ask.standing !== 'not-mine';
  const isNow = isUpNow(record, ask, todayOf(deps));
  return {
    ...(canAct
      ? buttonSlots(deps, person, ask)
      : { canDo: false, canSign: false, canAnswer: false, canBook: false }),
    name: nameOf(ask),
    line: standingLine(deps, ask),
    booked: bookedLine(deps, record, ask),
    late: managerLine(deps, person, ask),
    missing: missingLine(deps, ask),
    topics: topicsLine(deps, ask),
    interval: intervalLine(deps, ask),
    why: cited(deps, sourceOf(ask)),
    canLater: canAct && isNow,
    canLeave: canAct,
  };
}

const learnedLines = ({ learned }: PersonRecord): readonly SlotData[] =>
  learned
    .toSorted((a, b) => b.on.localeCompare(a.on))
    .slice(0, MOST.learned)
    .map(({ on, what, certificate }) => ({
      date: `${dayWords(on)}: `,
      what: words(what),
      certificate: certificate === undefined ? undefined : words(certificate),
    }));

/** What is to be done comes first, the nearest day before the others. */
const inOrder = (asks: readonly Ask[]): readonly Ask[] => {
  const isDone = (ask: Ask): number => (isSettled(ask) || ask.standing === 'not-mine' ? 1 : 0);
  return asks.toSorted((a, b) => isDone(a) - isDone(b) || (a.due ?? '9').localeCompare(b.due ?? '9'));
};

export async function listCard(asking: Asking, notice?: string): Promise<Answer> {
  const { deps, person } = asking;
  const { record } = await readPerson(deps, person);
  const asks = inOrder(asksNow(deps, person, record));
  const card = deps.cards.show('my-training', {
    notice,
    record: recordOf(deps, person.id),
    none: asks.length === 0,
    items: asks.slice(0, MOST.asked).map((ask) => itemOf(asking, record, ask)),
    learned: learnedLines(record),
    hasLearned: record.learned.length > 0,
  });
  return { type: 'card', card };
}

/** `my training`. Typed where the answer is a message, only what is due when stays there. */
export async function myTraining(asking: Asking): Promise<Answer> {
  const { deps, person, view } = asking;
  if (view) return listCard(asking);
  const { record } = await readPerson(deps, person);
  const slots = dueSlots(deps, person, record, { withList: true });
  return { type: 'card', card: deps.cards.show('training-message', slots) };
}
