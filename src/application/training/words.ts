import type { Person } from '../../domain/people/directory.ts';
import { type Ask, isLate } from '../../domain/people/record/asks.ts';
import { managerDay } from '../../domain/people/record/nudges.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import type { Training } from '../../domain/policy/training.ts';
import { listOf } from '../case/people-words.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';

/** What a list calls it. */
export function nameOf(ask: Ask): string {
  if (ask.kind === 'training') return ask.training.name;
  return ask.kind === 'agreement' ? ask.issue.agreement.name : ask.audit.name;
}

/** Within a sentence: a name that begins with an ordinary word begins small. */
const within = (name: string): string =>
  /^\p{Lu}[\p{Ll}-]/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

export const sourceOf = (ask: Ask): string => {
  if (ask.kind === 'training') return ask.training.source;
  return ask.kind === 'agreement' ? ask.issue.agreement.source : ask.audit.source;
};

const WAYS = { training: 'my', agreement: 'my-sign', audit: 'my-answer' } as const;

/** "Your safeguarding refresher is due by 5 December 2026. It takes about 40 minutes." */
export function dueLine(deps: Deps, ask: Ask): string {
  const way = isLate(ask, todayOf(deps)) ? 'late' : 'due';
  const minutes = ask.kind === 'training' ? ask.training.minutes : 0;
  const name = ask.kind === 'training' ? within(nameOf(ask)) : nameOf(ask);
  return deps.cards.say(`${WAYS[ask.kind]}-${way}`, { name, date: dayWords(ask.due ?? ''), minutes });
}

/** "It was due on 5 December 2026." */
export function dayLine(deps: Deps, ask: Ask): string {
  if (ask.due === undefined) return deps.cards.say('my-nothing');
  return deps.cards.say(isLate(ask, todayOf(deps)) ? 'my-day-late' : 'my-day-due', {
    date: dayWords(ask.due),
  });
}

/** Who hears that it is late, and from when; nobody is named. */
export function managerLine(deps: Deps, person: Person, ask: Ask): string | undefined {
  const today = todayOf(deps);
  if (person.manager === undefined || ask.due === undefined || !isLate(ask, today)) return undefined;
  const day = managerDay(ask.due);
  return day > today
    ? deps.cards.say('my-manager-will', { date: dayWords(day) })
    : deps.cards.say('my-manager-knows');
}

export function bookedLine(deps: Deps, { booked }: PersonRecord, { key, standing }: Ask): string | undefined {
  const day = booked[key];
  return day === undefined || standing !== 'booked'
    ? undefined
    : deps.cards.say('my-booked', { date: dayWords(day) });
}

const topicsOf = ({ topics }: Training, ids: readonly string[]): string =>
  listOf(topics.filter(({ id }) => ids.includes(id)).map(({ text }) => text));

/** What the last time left out. */
export const missingLine = (deps: Deps, ask: Ask): string | undefined =>
  ask.kind === 'training' && ask.missing.length > 0
    ? deps.cards.say('my-missing', { topics: topicsOf(ask.training, ask.missing) })
    : undefined;

export const topicsLine = (deps: Deps, ask: Ask): string | undefined =>
  ask.kind === 'training' && ask.training.topics.length > 0
    ? deps.cards.say('my-topics', { topics: listOf(ask.training.topics.map(({ text }) => text)) })
    : undefined;

function lengthOf({ cards }: Deps, every: string): string {
  if (every === 'year') return cards.say('my-academic-year');
  const { weeks, months } = Temporal.Duration.from(every);
  const [n, unit] = months > 0 ? [months, 'month'] : [weeks, 'week'];
  return n === 1 ? cards.say(`duty-${unit}`) : cards.say(`duty-${unit}s`, { n });
}

/** What the policy leaves open is said to be the organisation's own. */
export function intervalLine(deps: Deps, ask: Ask): string | undefined {
  if (ask.kind === 'agreement') return undefined;
  const { every, otherwise } = ask.kind === 'training' ? ask.training : ask.audit;
  if (every !== null) return undefined;
  const organisation = deps.organisation.name;
  return otherwise === undefined || otherwise === 'once'
    ? deps.cards.say('my-once', { organisation })
    : deps.cards.say('duty-interval', { every: lengthOf(deps, otherwise), organisation });
}
