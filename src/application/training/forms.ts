import { words } from '../../cards/fill.ts';
import type { Ask } from '../../domain/people/record/asks.ts';
import { cited } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { recordOf, todayOf } from '../people/store.ts';
import { nameOf } from './words.ts';

type TrainingAsk = Extract<Ask, { kind: 'training' }>;

const answer = (
  deps: Deps,
  name: string,
  slots: Parameters<Deps['cards']['show']>[1],
  problem?: string,
): Answer => ({
  type: problem === undefined ? 'card' : 'keep-form',
  card: deps.cards.show(name, { ...slots, notice: problem && deps.cards.say(problem) }),
});

/** "I have done it": when, which certificate, and what it covered. */
export function doneForm(
  { deps, person, press }: Pressed,
  { training }: TrainingAsk,
  problem?: string,
): Answer {
  const all = training.topics.map(({ id }) => id);
  const slots = {
    record: recordOf(deps, person.id),
    thing: training.id,
    name: training.name,
    'typed-date': words(press.inputs.date ?? todayOf(deps)),
    needsCertificate: training.certificate === true,
    mayHaveCertificate: training.certificate !== true,
    'typed-certificate': words(press.inputs.certificate ?? ''),
    hasTopics: all.length > 0,
    topics: training.topics.map(({ id, text }) => ({ title: text, value: id })),
    'typed-topics': words(press.inputs.topics ?? (problem === undefined ? all.join(',') : '')),
    why: cited(deps, training.source),
  };
  return answer(deps, 'form-training', slots, problem);
}

/** "I am booked": for which day. */
export function bookForm({ deps, person, press }: Pressed, ask: Ask, problem?: string): Answer {
  const slots = {
    record: recordOf(deps, person.id),
    key: ask.key,
    name: nameOf(ask),
    'typed-date': words(press.inputs.date ?? ''),
  };
  return answer(deps, 'form-booked', slots, problem);
}

/** Something that nobody asked for. */
export function learnForm({ deps, person, press }: Pressed, problem?: string): Answer {
  const slots = {
    record: recordOf(deps, person.id),
    'typed-what': words(press.inputs.what ?? ''),
    'typed-date': words(press.inputs.date ?? todayOf(deps)),
    'typed-certificate': words(press.inputs.certificate ?? ''),
  };
  return answer(deps, 'form-learned', slots, problem);
}
