import { z } from 'zod';
import { words } from '../../cards/fill.ts';
import { type RecordId, RecordId as RecordIdSchema } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { holdersAt, ownersOf, type Recurring } from '../../domain/reviews/duties.ts';
import { type Changed, type DutyRound, finish, isOpen, putRight, start } from '../../domain/reviews/round.ts';
import { nameOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { doneSlots, dutyOf, dutySlots, mendersOf, mendSlots, sitesLine, today } from './cards.ts';
import { seesAll } from './list.ts';
import { changeRound, readRound } from './store.ts';

/** Before an id of the checklist, so that no question is taken for another box. */
const QUESTION = 'q-';
/** As much as one card takes when everything was put right, whatever the script. */
const MOST = { note: 1000, evidence: 2000, what: 300 } as const;

const typed = ({ press }: Pressed, id: keyof typeof MOST): string =>
  (press.inputs[id] ?? '').slice(0, MOST[id]).trim();

/** A round, the duty it is of, and what this person is to it. */
interface Held {
  readonly id: RecordId;
  readonly round: DutyRound;
  readonly duty: Recurring | undefined;
  readonly isOwner: boolean;
  readonly mends: boolean;
  readonly mayRead: boolean;
}

async function held({ deps, directory, person, press }: Pressed): Promise<Held | undefined> {
  const id = RecordIdSchema.safeParse(press.record);
  const found = id.success ? await readRound(deps, id.data) : undefined;
  if (found === undefined) return undefined;
  const { round } = found;
  const duty = dutyOf(deps, directory, round);
  const isOneOf = (people: readonly Person[]) => people.some((each) => each.id === person.id);
  const isOwner = duty !== undefined && isOneOf(ownersOf(deps.policy, directory, duty, round));
  const mends = duty !== undefined && isOneOf(mendersOf(deps, directory, duty, round));
  const isTold = duty !== undefined && !duty.each && isOneOf(holdersAt(directory, round.sites, duty.tell));
  const mayRead = isOwner || isTold || seesAll(deps, person);
  return { id: found.id, round, duty, isOwner, mends, mayRead };
}

const card = (pressed: Pressed, { id, round, isOwner }: Held, ask?: 'showWho' | 'showWhy'): Answer => {
  const { deps, directory } = pressed;
  const shown = { isOwner, ...(ask && { [ask]: true }) };
  return {
    type: 'card',
    card: deps.cards.show('duty-message', dutySlots(deps, directory, id, round, shown)),
  };
};

function form(pressed: Pressed, { id, round, duty }: Held, problem?: string): Answer {
  const { deps, directory, press } = pressed;
  if (duty === undefined) return nothingHere(deps);
  const questions = duty.checklist.map(({ id: question, text }) => ({
    id: `${QUESTION}${question}`,
    text,
    value: words(press.inputs[`${QUESTION}${question}`] ?? ''),
  }));
  const shown = deps.cards.show('form-duty', {
    duty: id,
    notice: problem && deps.cards.say(problem),
    title: round.title,
    sites: sitesLine(deps, round.sites),
    about: duty.newcomers && round.about && words(nameOf(deps, directory, round.about)),
    questions,
    hasQuestions: questions.length > 0,
    evidence: duty.evidence,
    'typed-note': words(press.inputs.note ?? ''),
    'typed-evidence': words(press.inputs.evidence ?? ''),
    'typed-date': words(press.inputs.date ?? today(deps)),
    why: duty.source,
  });
  return { type: problem === undefined ? 'card' : 'keep-form', card: shown };
}

function mendForm(pressed: Pressed, { id, round }: Held, problem?: string): Answer {
  const { deps, directory, press } = pressed;
  const mend = round.toMend.find((each) => each.id === press.arg);
  if (mend === undefined) return nothingHere(deps);
  const slots = mendSlots(deps, id, round, mend);
  if (mend.right !== undefined) return { type: 'card', card: deps.cards.show('mend-message', slots) };
  const { progress } = round;
  const [by, note] = progress.standing === 'done' ? [progress.by, progress.note] : [undefined, ''];
  const shown = deps.cards.show('form-mend', {
    ...slots,
    notice: problem && deps.cards.say(problem),
    by: by && words(nameOf(deps, directory, by)),
    note: note === '' ? undefined : words(note),
    'typed-what': words(press.inputs.what ?? ''),
  });
  return { type: problem === undefined ? 'card' : 'keep-form', card: shown };
}

const PROBLEMS = {
  unanswered: 'duty-unanswered',
  'no-evidence': 'duty-no-evidence',
  future: 'duty-future',
  empty: 'mend-empty',
} as const;

/** What could not be taken stands over the form again; what changed nothing shows how things stand. */
async function change(
  pressed: Pressed,
  found: Held,
  decide: (round: DutyRound) => Changed,
  again: (problem: string) => Answer,
  show: (now: Held) => Answer,
): Promise<Answer> {
  const changed = await changeRound(pressed.deps, found.id, decide);
  const problem = changed === undefined || changed.ok ? 'nothing-new' : changed.refusal;
  if (problem !== 'nothing-new') return again(PROBLEMS[problem]);
  const now = await held(pressed);
  return now === undefined ? nothingHere(pressed.deps) : show(now);
}

/** What somebody typed, or is to type: not where others may look. */
const PRIVATE = ['duty.form', 'duty.done', 'duty.view', 'duty.mend', 'duty.right'];

/** Every button of a duty, for whoever does it, puts it right, or may read what was done. */
export async function pressDuty(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  const found = await held(pressed);
  if (found === undefined) return nothingHere(deps);
  if (!view && PRIVATE.includes(press.do)) return line(deps, 'ask-in-chat');
  const { round, duty, isOwner, mends, mayRead } = found;
  const act = { by: person.id, at: deps.clock.now() };
  if (press.do === 'duty.view' && mayRead && round.progress.standing === 'done')
    return {
      type: 'card',
      card: deps.cards.show('duty-view', doneSlots(deps, directory, round, round.progress)),
    };
  if (press.do === 'duty.mend' && mends) return mendForm(pressed, found);
  if (press.do === 'duty.right' && mends)
    return change(
      pressed,
      found,
      (now) => putRight(now, press.arg ?? '', typed(pressed, 'what'), act),
      (problem) => mendForm(pressed, found, problem),
      (now) => mendForm(pressed, now),
    );
  if (!isOwner || duty === undefined) return nothingHere(deps);
  switch (press.do) {
    case 'duty.open':
      return card(pressed, found);
    case 'duty.who':
      return card(pressed, found, 'showWho');
    case 'duty.why':
      return card(pressed, found, 'showWhy');
    case 'duty.form':
      return isOpen(round) ? form(pressed, found) : card(pressed, found);
    case 'duty.start':
      return change(
        pressed,
        found,
        (now) => (duty.isReview ? start(now, act) : { ok: false, refusal: 'nothing-new' }),
        () => card(pressed, found),
        (now) => card(pressed, now),
      );
    case 'duty.done':
      return change(
        pressed,
        found,
        (now) => finish(now, duty, filled(pressed, duty), { ...act, today: today(deps) }),
        (problem) => form(pressed, found, problem),
        (now) => card(pressed, now),
      );
    default:
      return line(deps, 'older-button');
  }
}

const filled = (pressed: Pressed, duty: Recurring) => {
  const { deps, press } = pressed;
  const answers = duty.checklist.map(({ id }) => [id, press.inputs[`${QUESTION}${id}`] ?? '']);
  return {
    answers: Object.fromEntries(answers),
    note: typed(pressed, 'note'),
    evidence: typed(pressed, 'evidence'),
    on: z.iso.date().catch(today(deps)).parse(press.inputs.date),
  };
};
