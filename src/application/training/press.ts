import { z } from 'zod';
import type { Ask } from '../../domain/people/record/asks.ts';
import { book, type Changed, later, sayNotMine, take } from '../../domain/people/record/change.ts';
import { learn } from '../../domain/people/record/learned.ts';
import { isUpNow } from '../../domain/people/record/nudges.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import { refuse } from '../../domain/result.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Answer } from '../intent.ts';
import { asksNow, changePerson, readPerson, recordOf, todayOf } from '../people/store.ts';
import { dueSlots } from './card.ts';
import { bookForm, doneForm, learnForm } from './forms.ts';
import { listCard } from './mine.ts';
import { openTeam } from './team.ts';

/** As much as the boxes take. */
const MOST = { certificate: 100, what: 300 } as const;

const typed = ({ press }: Pressed, id: keyof typeof MOST): string =>
  (press.inputs[id] ?? '').slice(0, MOST[id]).trim();

type Refused = Extract<Changed, { ok: false }>['refusal'] | 'no-day' | 'no-topics';

const PROBLEMS: Readonly<Record<Exclude<Refused, 'nothing-new'>, string>> = {
  future: 'my-future',
  'too-old': 'my-too-old',
  past: 'my-past',
  far: 'my-far',
  empty: 'my-empty',
  'no-day': 'my-no-day',
  'no-topics': 'my-no-topics',
  'no-certificate': 'my-no-certificate',
  'no-reason': 'my-stale',
  unanswered: 'my-stale',
  'other-text': 'my-stale',
};

/** How things stand now, in the place of the card that was pressed. */
async function thin(pressed: Pressed, notice?: string): Promise<Answer> {
  const { deps, person } = pressed;
  const { record } = await readPerson(deps, person);
  const slots = dueSlots(deps, person, record, { ...(notice && { notice: deps.cards.say(notice) }) });
  return { type: 'card', card: deps.cards.show('training-message', slots) };
}

type TrainingAsk = Extract<Ask, { kind: 'training' }>;
type Change = (record: PersonRecord, asks: readonly Ask[]) => Changed;

/** What could not be taken stands over the form again; what changed nothing shows how things stand. */
async function change(
  pressed: Pressed,
  decide: Change,
  said: (now: PersonRecord) => string,
  again?: (problem: string) => Answer,
): Promise<Answer> {
  const changed = await changePerson(pressed.deps, pressed.person, decide, pressed.press.actionId);
  if (changed.ok) return thin(pressed, said(changed.value.record));
  if (changed.refusal === 'nothing-new' || again === undefined) return thin(pressed);
  return again(PROBLEMS[changed.refusal]);
}

const dayTyped = ({ press }: Pressed): string | undefined => z.iso.date().safeParse(press.inputs.date).data;

const found = (asks: readonly Ask[], key: string | undefined): Ask | undefined =>
  asks.find((ask) => ask.key === key);

function recorded(pressed: Pressed, ask: TrainingAsk): Promise<Answer> | Answer {
  const { deps, person, press } = pressed;
  const again = (problem: string) => doneForm(pressed, ask, problem);
  const on = dayTyped(pressed);
  if (on === undefined) return again(PROBLEMS['no-day']);
  const known = ask.training.topics.map(({ id }) => id);
  const topics = (press.inputs.topics ?? '').split(',').filter((id) => known.includes(id));
  if (known.length > 0 && topics.length === 0) return again(PROBLEMS['no-topics']);
  const took = { on, certificate: typed(pressed, 'certificate'), ...(known.length > 0 && { topics }) };
  const decide: Change = (record, asks) => {
    const now = found(asks, ask.key);
    return now?.kind === 'training'
      ? take(record, now, took, { by: person.id, at: deps.clock.now(), today: todayOf(deps) })
      : refuse('nothing-new');
  };
  return change(pressed, decide, (record) => saidOf(pressed, ask, record), again);
}

/** What became of it: all of it, a part, or something that somebody looks at. */
function saidOf({ deps, person }: Pressed, { key, training }: TrainingAsk, record: PersonRecord): string {
  const now = found(asksNow(deps, person, record), key);
  if (now?.kind === 'training' && now.missing.length > 0) return 'my-noted-part';
  return training.verify === undefined ? 'my-noted' : 'my-noted-check';
}

function booked(pressed: Pressed, ask: Ask): Promise<Answer> | Answer {
  const { deps, person } = pressed;
  const again = (problem: string) => bookForm(pressed, ask, problem);
  const on = dayTyped(pressed);
  if (on === undefined) return again(PROBLEMS['no-day']);
  const act = { by: person.id, at: deps.clock.now(), today: todayOf(deps) };
  const decide: Change = (record, asks) => {
    const now = found(asks, ask.key);
    return now === undefined ? refuse('nothing-new') : book(record, now, on, act);
  };
  return change(pressed, decide, () => 'my-noted-booked', again);
}

async function learned(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  const again = (problem: string) => learnForm(pressed, problem);
  const on = dayTyped(pressed);
  if (on === undefined) return again(PROBLEMS['no-day']);
  const certificate = typed(pressed, 'certificate');
  const what = {
    on,
    at: deps.clock.now(),
    what: typed(pressed, 'what'),
    ...(certificate !== '' && { certificate }),
  };
  const changed = await changePerson(
    deps,
    person,
    (record) => learn(record, what, todayOf(deps)),
    press.actionId,
  );
  if (!changed.ok && changed.refusal !== 'nothing-new') return again(PROBLEMS[changed.refusal]);
  return listCard(pressed, changed.ok ? deps.cards.say('my-noted') : undefined);
}

/** "Remind me next week": of one thing, or of everything on the card. */
function reminded(pressed: Pressed, key: string | undefined): Promise<Answer> {
  const { deps } = pressed;
  const today = todayOf(deps);
  const day = Temporal.PlainDate.from(today).add({ days: 7 }).toString();
  const decide: Change = (record, asks) =>
    later(
      record,
      asks.filter((ask) => (key ? ask.key === key : true) && isUpNow(record, ask, today)),
      day,
    );
  return changePerson(deps, pressed.person, decide, pressed.press.actionId).then((changed) =>
    changed.ok ? remindedOn(pressed, day) : thin(pressed),
  );
}

async function remindedOn(pressed: Pressed, day: string): Promise<Answer> {
  const { deps, person } = pressed;
  const { record } = await readPerson(deps, person);
  const notice = deps.cards.say('my-later', { date: dayWords(day) });
  return {
    type: 'card',
    card: deps.cards.show('training-message', dueSlots(deps, person, record, { notice })),
  };
}

/** What somebody reads or types is not where others may look. */
const PRIVATE = [
  ...['person.open', 'person.team', 'person.done', 'person.record'],
  ...['person.book', 'person.booked', 'person.learn', 'person.learned'],
];

/** Buttons of what is asked of one person, and of whom they are to know about. A button of anybody else does nothing. */
export async function pressTraining(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (press.do.startsWith('training.')) return thin(pressed);
  if (press.record !== recordOf(deps, person.id)) return nothingHere(deps);
  if (!view && PRIVATE.includes(press.do)) return line(deps, 'ask-in-chat');
  const { record } = await readPerson(deps, person);
  const asks = asksNow(deps, person, record);
  const training = found(asks, `training:${press.arg}`);
  const ask = found(asks, press.arg);
  switch (press.do) {
    case 'person.open':
      return listCard(pressed);
    case 'person.team':
      return openTeam(pressed);
    case 'person.done':
      return training?.kind === 'training' ? doneForm(pressed, training) : thin(pressed);
    case 'person.record':
      return training?.kind === 'training' ? recorded(pressed, training) : thin(pressed);
    case 'person.book':
      return ask === undefined ? thin(pressed) : bookForm(pressed, ask);
    case 'person.booked':
      return ask === undefined ? thin(pressed) : booked(pressed, ask);
    case 'person.later':
      return reminded(pressed, press.arg);
    case 'person.not-mine':
      return ask === undefined ? thin(pressed) : left(pressed, ask);
    case 'person.learn':
      return learnForm(pressed);
    case 'person.learned':
      return learned(pressed);
    default:
      return line(deps, 'older-button');
  }
}

const left = (pressed: Pressed, ask: Ask): Promise<Answer> =>
  change(
    pressed,
    (record, asks) => {
      const now = found(asks, ask.key);
      const act = { by: pressed.person.id, at: pressed.deps.clock.now(), today: todayOf(pressed.deps) };
      return now === undefined ? refuse('nothing-new') : sayNotMine(record, now, act);
    },
    () => 'my-noted-left',
  );
