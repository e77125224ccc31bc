import { type SlotData, words } from '../../cards/fill.ts';
import type { PersonId } from '../../domain/ids.ts';
import { managersOf, mayReadLowLevel } from '../../domain/low-level/managers.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { findAdvice } from '../advice/advice.ts';
import { listOf, nameOf } from '../case/people-words.ts';
import { nothingHere } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { countLine, recentOf } from './count.ts';
import { concernsAbout, type ListedConcern, runLowLevel } from './low-level-store.ts';

/** Adults on one page; of each, so many with a button. */
const ON_PAGE = 8;
const MOST_OPENED = 5;

interface Reading {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

/** Whether worries about anybody here are this person's to manage: the same whether one is kept or not. */
export const managesSomebody = ({ deps, directory, person }: Reading): boolean =>
  directory.people.some(({ id, roles }) =>
    [...new Set(roles.map(({ site }) => site))].some((site) =>
      managersOf(deps.policy, directory, { adult: id, site, barred: [] }).some(
        ({ id: by }) => by === person.id,
      ),
    ),
  );

export const longDay = (date: string): string =>
  Temporal.PlainDate.from(date).toLocaleString('en-GB', { dateStyle: 'long' });

interface About {
  readonly adult: PersonId;
  readonly concerns: readonly ListedConcern[];
}

/** Every adult of whom this person may read something, the latest first. */
async function readable({ deps, directory, person }: Reading): Promise<readonly About[]> {
  const all = await Promise.all(
    [...directory.people, ...(directory.former ?? [])].map(async ({ id: adult }): Promise<About> => {
      const concerns = (await concernsAbout(deps, adult)).filter(({ brief }) =>
        mayReadLowLevel(deps.policy, directory, person, brief),
      );
      return { adult, concerns: concerns.toSorted((a, b) => (a.brief.at > b.brief.at ? -1 : 1)) };
    }),
  );
  return all
    .filter(({ concerns }) => concerns.length > 0)
    .toSorted((a, b) => ((a.concerns[0]?.brief.at ?? '') > (b.concerns[0]?.brief.at ?? '') ? -1 : 1));
}

function slotsFor({ deps, directory, person }: Reading, { adult, concerns }: About): SlotData {
  const { say } = deps.cards;
  const recent = recentOf(deps, concerns, person.id).length;
  return {
    who: words(nameOf(deps, directory, adult)),
    count: say('low-level-year', { count: recent, all: concerns.length }),
    dates: listOf(concerns.map(({ brief }) => longDay(brief.date))),
    pattern: countLine(deps, recent),
    concerns: concerns
      .slice(0, MOST_OPENED)
      .map(({ id, brief }) => ({ record: id, title: say('low-level-open', { date: longDay(brief.date) }) })),
  };
}

/** Count and dates for each adult. That they were looked at is written down in each of them first. */
export async function lowLevelList(reading: Reading, wanted: number): Promise<Answer> {
  const { deps, person } = reading;
  if (!managesSomebody(reading)) return nothingHere(deps);
  const all = await readable(reading);
  const page = Math.max(0, Math.trunc(wanted) || 0) * ON_PAGE;
  const shown = all.slice(page, page + ON_PAGE);
  for (const { id } of shown.flatMap(({ concerns }) => concerns))
    await runLowLevel(deps, id, () => ({ type: 'OpenConcern', at: deps.clock.now(), by: person.id }));
  const card = deps.cards.show('low-level', {
    children: deps.policy.lexicon.children,
    none: all.length === 0 ? deps.cards.say('low-level-none') : undefined,
    people: shown.map((about) => slotsFor(reading, about)),
    next: page + ON_PAGE < all.length ? `${page / ON_PAGE + 1}` : undefined,
    back: page > 0,
  });
  return { type: 'card', card };
}

interface Asking extends Reading {
  /** A private view takes the answer; otherwise a card whose button opens one. */
  readonly view: boolean;
}

/** "low-level": for case managers; anybody else gets the advice of that name, or nothing. */
export function lowLevel(asking: Asking): Answer | Promise<Answer> {
  const { deps, view } = asking;
  if (!managesSomebody(asking)) return findAdvice({ ...asking, rest: '' }, 'low-level') ?? nothingHere(deps);
  return view
    ? lowLevelList(asking, 0)
    : {
        type: 'card',
        card: deps.cards.show('low-level-message', { text: deps.cards.say('low-level-alone') }),
      };
}
