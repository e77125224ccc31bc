import { words } from '../../cards/fill.ts';
import { type Changed, type DutyRound, finish, isOpen, putRight, start } from '../../domain/reviews/round.ts';
import { nameOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { doneSlots, dutySlots, mendSlots } from './cards.ts';
import { filledIn, form, knownOf, typed } from './form.ts';
import { type Held, held } from './held.ts';
import { changeRound } from './store.ts';

export const card = (
  pressed: Pressed,
  { id, round, isOwner, follows }: Held,
  ask?: 'showWho' | 'showWhy',
): Answer => {
  const { deps, directory } = pressed;
  const shown = { isOwner, mayDate: isOwner || follows, ...(ask && { [ask]: true }) };
  return {
    type: 'card',
    card: deps.cards.show('duty-message', dutySlots(deps, directory, id, round, shown)),
  };
};

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

const problemOf = (refusal: string): string => (refusal === 'empty' ? 'mend-empty' : `duty-${refusal}`);

/** What could not be taken stands over the form again; what changed nothing shows how things stand. */
export async function change(
  pressed: Pressed,
  found: Held,
  decide: (round: DutyRound) => Changed,
  again: (problem: string) => Answer | Promise<Answer>,
  show: (now: Held) => Answer,
): Promise<Answer> {
  const changed = await changeRound(pressed.deps, found.id, decide);
  const problem = changed === undefined || changed.ok ? 'nothing-new' : changed.refusal;
  if (problem !== 'nothing-new') return again(problemOf(problem));
  const now = await held(pressed);
  return now === undefined ? nothingHere(pressed.deps) : show(now);
}

/** What somebody typed, or is to type, and who does it: not where others may look. */
const PRIVATE = ['duty.form', 'duty.done', 'duty.view', 'duty.mend', 'duty.right', 'duty.who'];

/** Whose button it is: to everybody else there is nothing, in the same words wherever they press. */
function mayPress({ isOwner, mends, mayRead }: Held, verb: string): boolean {
  if (verb === 'duty.view') return mayRead;
  return verb === 'duty.mend' || verb === 'duty.right' ? mends : isOwner;
}

/** Every button of a duty, for whoever does it, puts it right, or may read what was done. */
export async function pressDuty(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  const found = await held(pressed);
  if (found === undefined || !mayPress(found, press.do)) return nothingHere(deps);
  if (!view && PRIVATE.includes(press.do)) return line(deps, 'ask-in-chat');
  const { round, duty } = found;
  const act = { by: person.id, at: deps.clock.now() };
  if (press.do === 'duty.view' && round.progress.standing === 'done')
    return {
      type: 'card',
      card: deps.cards.show('duty-view', doneSlots(deps, directory, round, round.progress)),
    };
  if (press.do === 'duty.mend') return mendForm(pressed, found);
  if (press.do === 'duty.right')
    return change(
      pressed,
      found,
      (now) => putRight(now, press.arg ?? '', typed(pressed, 'what', 'what'), act),
      (problem) => mendForm(pressed, found, problem),
      (now) => mendForm(pressed, now),
    );
  if (duty === undefined) return nothingHere(deps);
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
    case 'duty.done': {
      const known = await knownOf(deps, duty, round);
      return change(
        pressed,
        found,
        (now) => finish(now, duty, filledIn(pressed, duty), { ...act, ...known }),
        (problem) => form(pressed, found, problem),
        (now) => card(pressed, now),
      );
    }
    default:
      return line(deps, 'older-button');
  }
}
