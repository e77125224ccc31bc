import { z } from 'zod';
import { words } from '../../cards/fill.ts';
import { attendanceIn } from '../../domain/people/attendance.ts';
import type { Person } from '../../domain/people/directory.ts';
import { needsOf } from '../../domain/people/needs.ts';
import { checkDay } from '../../domain/people/record/days.ts';
import type { Training } from '../../domain/policy/training.ts';
import { listOf } from '../case/people-words.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { todayOf } from '../people/store.ts';
import type { Asking } from './overview-card.ts';
import { heldAt, sitesKept } from './read.ts';
import { begin } from './staff-round.ts';

const LONGEST = 3000;

/** Which training was held. */
const pick = (deps: Deps): Answer => ({
  type: 'card',
  card: deps.cards.show('session-pick', {
    trainings: deps.policy.training.map(({ id, name }) => ({ id, name })),
    none: deps.policy.training.length === 0,
  }),
});

const trainingOf = ({ deps, press }: Pressed): Training | undefined =>
  deps.policy.training.find(({ id }) => id === press.arg);

/** Everybody of whom this training is asked, at sites that this person keeps. */
function askedOf({ deps, directory, person }: Pressed, training: Training): readonly Person[] {
  const sites = sitesKept(deps, person);
  return directory.people.filter(({ roles }) =>
    roles.some(({ role, site }) => training.roles.includes(role) && sites.includes(site)),
  );
}

async function form(pressed: Pressed, training: Training, problem?: string): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const held = await heldAt(deps, directory, sitesKept(deps, person));
  const records = held.map(({ record }) => record);
  const needs = deps.policy.audits.flatMap(({ id }) => needsOf(records, id).map(({ topic }) => topic));
  const card = deps.cards.show('form-session', {
    problem,
    training: training.id,
    name: training.name,
    hasTopics: training.topics.length > 0,
    topics: training.topics.map(({ id, text }) => ({ title: text, value: id })),
    needs: needs.length === 0 ? undefined : deps.cards.say('session-needs', { topics: listOf(needs) }),
    asked: askedOf(pressed, training).length,
    'typed-date': words(press.inputs.date ?? todayOf(deps)),
    today: todayOf(deps),
    'typed-names': words(press.inputs.names ?? ''),
    'typed-topics': press.inputs.topics ?? '',
    'typed-who': press.inputs.who ?? 'listed',
  });
  return { type: problem === undefined ? 'card' : 'keep-form', card };
}

/** Who was there, what it covered, and what is still to be covered; each record takes it once. */
async function save(pressed: Pressed, training: Training): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const { say } = deps.cards;
  const date = z.iso.date().safeParse(press.inputs.date);
  const wrong = date.success ? checkDay(date.data, todayOf(deps)) : 'future';
  if (!date.success || wrong !== undefined) return form(pressed, training, say('session-date'));
  const sites = sitesKept(deps, person);
  const here = directory.people.filter(({ roles }) => roles.some(({ site }) => sites.includes(site)));
  const typed = attendanceIn((press.inputs.names ?? '').slice(0, LONGEST), here);
  const asked = askedOf(pressed, training).map(({ id }) => id);
  const there = press.inputs.who === 'everybody' ? asked : typed.people;
  // Whoever holds the session adds their own certificate themselves.
  const people = there.filter(
    (id) => asked.includes(id) && !(training.certificate === true && id === person.id),
  );
  if (press.inputs.who !== 'everybody' && typed.unknown.length > 0)
    return form(pressed, training, say('session-unknown', { n: typed.unknown.length }));
  if (there.length === 0) return form(pressed, training, say('session-nobody'));
  if (people.length === 0) return form(pressed, training, say('session-not-asked'));
  const topics = (press.inputs.topics ?? '')
    .split(',')
    .filter((id) => training.topics.some((each) => each.id === id));
  await begin(pressed, { type: 'session', training: training.id, on: date.data, topics }, people);
  const missing = training.topics.filter(({ id }) => !topics.includes(id));
  return {
    type: 'card',
    card: deps.cards.show('session-saved', {
      text: say(people.length === 1 ? 'session-saved-one' : 'session-saved', {
        n: people.length,
        name: training.name,
      }),
      others:
        people.length < there.length ? say('session-others', { n: there.length - people.length }) : undefined,
      missing: missing.map(({ text }) => ({ text })),
      hasMissing: missing.length > 0,
    }),
  };
}

/** `session`: a training that many came to, recorded in one go. */
export const session = ({ deps, person, view }: Asking): Answer => {
  if (sitesKept(deps, person).length === 0) return nothingHere(deps);
  return view ? pick(deps) : line(deps, 'ask-in-chat');
};

export async function pressSession(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (sitesKept(deps, person).length === 0) return nothingHere(deps);
  if (press.do === 'session.pick') return pick(deps);
  const training = trainingOf(pressed);
  if (training === undefined) return pick(deps);
  switch (press.do) {
    case 'session.form':
      return form(pressed, training);
    case 'session.save':
      return save(pressed, training);
    default:
      return line(deps, 'older-button');
  }
}
