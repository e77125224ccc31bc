import { z } from 'zod';
import { words } from '../../cards/fill.ts';
import type { Person } from '../../domain/people/directory.ts';
import { latestAfter } from '../../domain/reviews/cycle.ts';
import { answerProposal, giveDay, isProposed, remind } from '../../domain/reviews/round.ts';
import { nameOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { dateWords, proposalSlots, today } from './cards.ts';
import { typed } from './form.ts';
import { type Held, held } from './held.ts';
import { card } from './press.ts';
import { mayTellChange, proposeAfterChange, reviewNow } from './proposals.ts';
import { reviews, reviewsCard, reviewsMessage } from './reviews.ts';
import { changeRound } from './store.ts';

const pageOf = (arg: string | undefined): number => z.coerce.number().int().catch(0).parse(arg);

async function list(pressed: Pressed, notice?: string): Promise<Answer> {
  const shown = await reviewsCard(pressed, pageOf(pressed.press.arg), notice);
  return shown === undefined ? nothingHere(pressed.deps) : { type: 'card', card: shown };
}

/** "Remind them": whoever follows it has its owners told again, once a day. */
async function reminded(pressed: Pressed, found: Held): Promise<Answer> {
  const { deps, person } = pressed;
  if (!found.follows || found.isOwner) return nothingHere(deps);
  const act = { by: person.id, at: deps.clock.now(), today: today(deps) };
  const changed = await changeRound(deps, found.id, (now) => remind(now, act));
  const isToday = changed !== undefined && !changed.ok && changed.refusal === 'reminded';
  return list(pressed, isToday ? 'review-reminded-today' : changed?.ok ? 'review-reminded' : undefined);
}

/** The day that the policy does not give. */
async function dated(pressed: Pressed, found: Held): Promise<Answer> {
  const { deps, person, press } = pressed;
  const { duty, round } = found;
  if (duty === undefined || !(found.isOwner || found.follows)) return nothingHere(deps);
  const latest = latestAfter(duty, today(deps)) ?? '';
  const ask = (problem?: string): Answer => ({
    type: problem === undefined ? 'card' : 'keep-form',
    card: deps.cards.show('form-review-date', {
      notice: problem && deps.cards.say(problem, { date: dateWords(latest) }),
      duty: found.id,
      title: round.title,
      latest: deps.cards.say('review-date-latest', { date: dateWords(latest) }),
      'typed-date': words(press.inputs.date ?? ''),
      why: duty.source,
    }),
  });
  if (round.undated === undefined) return card(pressed, found);
  if (press.do === 'review.date') return ask();
  const day = z.iso.date().safeParse(press.inputs.date);
  if (!day.success) return ask('review-date-empty');
  const act = { by: person.id, at: deps.clock.now(), today: today(deps) };
  const changed = await changeRound(deps, found.id, (now) => giveDay(now, duty, day.data, act));
  if (changed !== undefined && !changed.ok && changed.refusal === 'date-late') return ask('review-date-late');
  const now = await held(pressed);
  return now === undefined ? nothingHere(deps) : card(pressed, now);
}

/** Who said no, and why. */
const declined = ({ deps, directory }: Pressed, { round: { progress } }: Held) =>
  progress.standing === 'declined'
    ? { reason: words(progress.reason), by: words(`(${nameOf(deps, directory, progress.by)})`) }
    : { reason: undefined, by: undefined };

/** "Review the policy now?" */
async function proposal(pressed: Pressed, found: Held): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const { round, id } = found;
  if (!found.isOwner || round.because === undefined) return nothingHere(deps);
  const slots = (now: Held) => proposalSlots(deps, now.id, now.round);
  const show = (now: Held): Answer => ({
    type: 'card',
    card: deps.cards.show('proposal-message', slots(now)),
  });
  const ask = (problem?: string): Answer => ({
    type: problem === undefined ? 'card' : 'keep-form',
    card: deps.cards.show('form-proposal', {
      ...slots(found),
      notice: problem && deps.cards.say(problem),
      what: round.because?.text === '' ? undefined : words(round.because?.text ?? ''),
      'typed-reason': words(press.inputs.reason ?? ''),
      ...declined(pressed, found),
      why: deps.policy.review.after?.source ?? deps.policy.review.source,
    }),
  });
  if (press.do === 'review.proposal') return ask();
  if (!isProposed(round)) return show(found);
  const answer = { now: press.do === 'review.now', reason: typed(pressed, 'reason', 'note') };
  // First the calendar, then the answer: after a crash in between, the press is made again.
  if (answer.now) await reviewNow(deps, directory);
  const act = { by: person.id, at: deps.clock.now() };
  const changed = await changeRound(deps, id, (now) => answerProposal(now, answer, act));
  if (changed !== undefined && !changed.ok && changed.refusal === 'empty') return ask('proposal-reason');
  const now = await held(pressed);
  return now === undefined ? nothingHere(deps) : show(now);
}

interface Writing {
  readonly deps: Deps;
  readonly person: Person;
}

const technicalForm = ({ deps }: Writing, problem?: string, text = ''): Answer => ({
  type: problem === undefined ? 'card' : 'keep-form',
  card: deps.cards.show('form-technical', {
    notice: problem && deps.cards.say(problem),
    'typed-what': words(text),
    why: deps.policy.review.after?.source ?? '',
  }),
});

/** `technical change` */
export function technicalChange({ deps, person, view }: Writing & { readonly view: boolean }): Answer {
  if (!mayTellChange(deps, person)) return nothingHere(deps);
  return view ? technicalForm({ deps, person }) : line(deps, 'ask-in-chat');
}

async function changed(pressed: Pressed): Promise<Answer> {
  const { deps, person, press } = pressed;
  if (!mayTellChange(deps, person)) return nothingHere(deps);
  const text = typed(pressed, 'what', 'note');
  if (text === '') return technicalForm(pressed, 'technical-empty');
  await proposeAfterChange(deps, press.actionId ?? `${person.id}|${deps.clock.now()}`, text);
  return line(deps, 'technical-saved');
}

/** Every button of the reviews beyond those of the duty itself. */
export async function pressReview(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  switch (press.do) {
    case 'review.open':
      return reviews(pressed);
    case 'review.list':
      return list(pressed);
    case 'review.hide':
      return reviewsMessage(pressed);
    case 'review.technical':
      return changed(pressed);
    default:
      break;
  }
  const found = await held(pressed);
  if (found === undefined) return nothingHere(deps);
  switch (press.do) {
    case 'review.remind':
      return reminded(pressed, found);
    case 'review.date':
    case 'review.set':
      return dated(pressed, found);
    case 'review.proposal':
    case 'review.now':
    case 'review.not-now':
      return proposal(pressed, found);
    default:
      return line(deps, 'older-button');
  }
}
