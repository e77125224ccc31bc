import { manned, mayDo } from '../../domain/access.ts';
import type { CaseCommand, Refusal } from '../../domain/case/commands.ts';
import { type CaseState, hasSeen } from '../../domain/case/state.ts';
import { RecordId, refOf } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Result } from '../../domain/result.ts';
import { addressesOf } from '../addresses.ts';
import { attemptLines, noteAttempt } from '../attempts.ts';
import { childrenOnRecord } from '../children/on-record.ts';
import { storyOnRecord } from '../children/story-on-record.ts';
import type { Deps } from '../deps.ts';
import type { Answer, Press } from '../intent.ts';
import { savedAs } from '../referrals/record.ts';
import { thresholdOnRecord } from '../staff-concerns/on-record.ts';
import { problemWith } from '../tasks/commands.ts';
import { commandOf } from './case-commands.ts';
import { caseForm } from './case-forms.ts';
import { type CaseRecord, eventsOf, readCase, runCase } from './case-store.ts';
import { copyCard } from './copy-card.ts';
import { historyCard } from './history-card.ts';
import { peopleSlots, type RecordShown, recordCard } from './record-card.ts';
import { refusalWords } from './refusal-words.ts';
import { leadAsks, leadLine } from './status-line.ts';

export interface Pressed {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
  readonly press: Press;
  /** A private view takes the answer; otherwise others may see it. */
  readonly view: boolean;
}

type Ran = Result<CaseState, Refusal | { readonly reason: 'not-allowed' }>;

export const line = (
  deps: Deps,
  name: string,
  slots?: Readonly<Record<string, string | number>>,
): Answer => ({
  type: 'card',
  card: deps.cards.show('line', { text: deps.cards.say(name, slots) }),
});

/** The same words whether the case exists or not. */
export const nothingHere = (deps: Deps): Answer => line(deps, 'nothing-here');

const act = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

const mayWork = ({ person, directory }: Pressed, record: CaseRecord | undefined): record is CaseRecord =>
  record !== undefined && mayDo(person, { type: 'work' }, record.state, directory);

/** Runs a command as this person, if `access` lets them work on the case as it is now; that it did not is written down. */
async function work(
  pressed: Pressed,
  id: RecordId,
  command: (record: CaseRecord) => CaseCommand | undefined,
): Promise<Ran> {
  let isDenied = false;
  const ran = await runCase(pressed.deps, id, (record) => {
    isDenied = !mayWork(pressed, record);
    return mayWork(pressed, record) ? command(record) : undefined;
  });
  if (isDenied) await noteAttempt(pressed.deps, id, pressed.person);
  return ran;
}

/** The record, for somebody who may work on it; nobody sees any of it before it is written down that they opened it. */
export async function opened(
  pressed: Pressed,
  id: RecordId,
  events = false,
): Promise<CaseRecord | undefined> {
  const { deps, person } = pressed;
  const record = await readCase(deps, id, events);
  if (!mayWork(pressed, record)) {
    await noteAttempt(deps, id, person);
    return undefined;
  }
  if (record.state.openedBy.some(({ by }) => by === person.id)) return record;
  const ran = await work(pressed, id, () => ({ type: 'OpenRecord', at: deps.clock.now(), by: person.id }));
  return ran.ok ? readCase(deps, id, events) : undefined;
}

/** The record as it now is, with one line on top. */
export async function showRecord(pressed: Pressed, id: RecordId, shown: RecordShown = {}): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const record = await opened(pressed, id);
  if (record === undefined) return nothingHere(deps);
  const other =
    record.state.beside === undefined ? undefined : await readCase(deps, record.state.beside.record);
  const beside = other !== undefined && mayWork(pressed, other) ? other.id : undefined;
  const judged = await thresholdOnRecord(pressed, record);
  const register = [...judged, ...(await childrenOnRecord(pressed, record))];
  const story = await storyOnRecord(pressed, record);
  return {
    type: 'card',
    card: recordCard(deps, record, directory, person, { ...shown, beside, register, story }),
  };
}

/** Asked for in a channel: the record itself never opens there, a card of one's own comes one to one. */
async function bringToChat(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, person } = pressed;
  const ran = await work(pressed, id, () => ({ type: 'RequestCard', ...act(pressed) }));
  if (!ran.ok && ran.refusal.reason !== 'same-again') return nothingHere(deps);
  const reachable = (await addressesOf(deps, person)).length > 0;
  return line(deps, reachable ? 'in-your-chat' : 'open-chat-first');
}

/** The opening is recorded before the first byte is shown; a first opening shows who is in it, before the story. */
async function open(pressed: Pressed, id: RecordId, shown: RecordShown = {}): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  if (!view) return bringToChat(pressed, id);
  let isFirst = false;
  const ran = await work(pressed, id, (record) => {
    isFirst = !hasSeen(record.state, person.id);
    return { type: 'OpenRecord', at: deps.clock.now(), by: person.id };
  });
  if (!ran.ok) return nothingHere(deps);
  if (!isFirst || press.do === 'case.read' || ran.value.report === undefined)
    return showRecord(pressed, id, shown);
  const people = peopleSlots(deps, ran.value.report, directory);
  const card = deps.cards.show('record-people', { ref: refOf(id), case: id, people, ...shown });
  return { type: 'card', card };
}

async function take(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, directory, view } = pressed;
  const ran = await work(pressed, id, () => ({ type: 'TakeCase', ...act(pressed) }));
  if (!ran.ok && ran.refusal.reason === 'not-allowed') return nothingHere(deps);
  const shown = ran.ok ? { saved: deps.cards.say('taken') } : { notice: refusalWords(deps, ran.refusal) };
  if (view) return open(pressed, id, shown);
  const record = await readCase(deps, id);
  return record === undefined
    ? nothingHere(deps)
    : line(deps, 'line', { text: leadLine(deps, record.state, directory) });
}

/** "I am connected to one of them": they are out at once, and see nothing more. */
async function passOn(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, directory, person } = pressed;
  const ran = await work(pressed, id, ({ state }) => {
    const left = manned({ ...state, conflicted: [...state.conflicted, person.id] }, directory);
    return {
      type: 'PassOn',
      ...act(pressed),
      manned: left.manned,
      ...(left.plan !== state.plan && { plan: left.plan }),
    };
  });
  return ran.ok ? line(deps, 'passed-on') : nothingHere(deps);
}

async function view(
  pressed: Pressed,
  id: RecordId,
  show: (record: CaseRecord) => Answer | Promise<Answer>,
): Promise<Answer> {
  const record = await opened(pressed, id, true);
  return record === undefined ? nothingHere(pressed.deps) : show(record);
}

/** What a card that others can see offers; every other button belongs to a private view. */
const IN_CHANNEL = ['case.open', 'case.take'];

/** Anything that changes the case: the form's inputs become one command, and the record is shown again. */
async function change(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps } = pressed;
  let seen: CaseRecord | undefined;
  const ran = await work(pressed, id, (record) => {
    seen = record;
    return commandOf(pressed, record);
  });
  if (ran.ok || ran.refusal.reason === 'same-again')
    return showRecord(pressed, id, { saved: deps.cards.say(savedAs(pressed.press)) });
  // Not asked for a command at all: this person may not. Asked, and none given: something was left out of the form.
  if (seen === undefined) return nothingHere(deps);
  const isEmpty = ran.refusal.reason === 'not-allowed';
  const notice = isEmpty ? deps.cards.say(problemWith(pressed, seen)) : refusalWords(deps, ran.refusal);
  const form = caseForm(pressed, seen, notice);
  if (form === undefined && isEmpty) return nothingHere(deps);
  return form === undefined ? showRecord(pressed, id, { notice }) : { type: 'keep-form', card: form };
}

/** Every button of a lead, on a case. Forms open by `case.form`; what they send comes as its own verb. */
export async function pressCase(pressed: Pressed): Promise<Answer> {
  const { deps, press } = pressed;
  const id = RecordId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  if (!pressed.view && !IN_CHANNEL.includes(press.do)) return bringToChat(pressed, id.data);
  switch (press.do) {
    case 'case.open':
    case 'case.read':
      return open(pressed, id.data);
    case 'case.take':
      return take(pressed, id.data);
    case 'case.pass-on':
      return passOn(pressed, id.data);
    case 'case.record':
      return showRecord(pressed, id.data, { from: Math.max(0, Math.trunc(Number(press.arg ?? '0')) || 0) });
    case 'case.hide':
      return view(pressed, id.data, ({ state }) => ({
        type: 'card',
        card: deps.cards.show('lead-message', {
          ref: refOf(id.data),
          case: id.data,
          line: leadLine(deps, state, pressed.directory),
          ...leadAsks(state),
          again: false,
        }),
      }));
    case 'case.history':
      return view(pressed, id.data, async (record) => {
        const { directory } = pressed;
        const attempts = await attemptLines(deps, id.data, record.state.site, directory);
        const page = Number(press.arg ?? '0');
        const card = historyCard(deps, record, eventsOf(record), directory, { page, attempts });
        return { type: 'card', card };
      });
    case 'case.copy':
      return view(pressed, id.data, (record) => ({
        type: 'card',
        card: copyCard(deps, record, eventsOf(record), pressed.directory, Number(press.arg ?? '0')),
      }));
    case 'case.form':
      return view(pressed, id.data, (record) => {
        const card = caseForm(pressed, record);
        return card === undefined ? nothingHere(deps) : { type: 'card', card };
      });
    default:
      return change(pressed, id.data);
  }
}
