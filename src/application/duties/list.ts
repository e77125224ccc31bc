import type { SiteId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Role } from '../../domain/policy/facts.ts';
import { lastOf } from '../../domain/reviews/cycle.ts';
import { dutiesOf, holdersAt, ownersOf, type Recurring } from '../../domain/reviews/duties.ts';
import { isOpen, leftToMend } from '../../domain/reviews/round.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { mayWrite, noticesFor } from '../notices/notices.ts';
import { type CalendarEntry, dueOf, readCalendar } from './calendar.ts';
import {
  dateWords,
  doneLine,
  dueLine,
  dutyOf,
  mendersOf,
  mendSlots,
  offers,
  sitesLine,
  today,
} from './cards.ts';
import { type HeldRound, readRound } from './store.ts';

const MOST = { mine: 10, standing: 20, done: 5 } as const;

export interface Asking {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

const leadsBy = ({ policy }: Deps, role: Role): boolean =>
  policy.leads.includes(role) || role === 'headteacher' || role === 'chair-of-governors';

/** Who leads here sees when every duty is due, at the other sites too. */
export const seesAll = (deps: Deps, person: Person): boolean =>
  person.roles.some(({ role }) => leadsBy(deps, role));

/** Who leads one of these sites follows what is done there: reads it, reminds, and gives the day. */
export const leadsAt = (deps: Deps, person: Person, sites: readonly SiteId[]): boolean =>
  person.roles.some(({ role, site }) => leadsBy(deps, role) && sites.includes(site));

/** Whether "what is due" has anything to say to this person. */
export const hasDuties = ({ deps, directory, person }: Asking): boolean =>
  seesAll(deps, person) ||
  dutiesOf(deps.policy).some((duty) =>
    deps.organisation.sites.some((site) =>
      ownersOf(deps.policy, directory, duty, { sites: [site.id], about: person.id }).some(
        ({ id }) => id === person.id,
      ),
    ),
  );

/** What `reviews` lists: not what each does for themselves, nor what is due once for somebody new. */
export const comesAgain = ({ each, newcomers }: Recurring): boolean => !each && newcomers === undefined;

/** One duty, at all sites where it stands alike. */
export interface Listed {
  readonly duty: Recurring;
  readonly sites: readonly SiteId[];
  readonly entry: CalendarEntry;
  readonly held: HeldRound | undefined;
  /** The day it is due, or is due again. */
  readonly due: string | undefined;
  readonly doneOn: string | undefined;
}

export async function listedOf(deps: Deps): Promise<readonly Listed[]> {
  const { entries = [] } = (await readCalendar(deps)).calendar;
  const alike = Map.groupBy(entries, ({ duty, record, done, about }) =>
    [duty, record, done?.on, about].join('|'),
  );
  const found = [...alike.values()].map(async (theirs) => {
    const [entry] = theirs;
    const duty = dutiesOf(deps.policy).find(({ id }) => id === entry?.duty);
    if (entry === undefined || duty === undefined) return [];
    const held = entry.record && (await readRound(deps, entry.record));
    const progress = held?.round.progress;
    const isDone = progress?.standing === 'done';
    const done = isDone ? lastOf(duty, progress) : entry.done;
    const due = held && isOpen(held.round) ? held.round.due : dueOf(duty, { ...entry, done });
    return [{ duty, sites: theirs.map(({ site }) => site), entry, held, due, doneOn: done?.on }];
  });
  return (await Promise.all(found)).flat().sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}

/** What this person may see of it: it is theirs, they hear of it, or they lead here. */
export const seenOf = ({ deps, directory, person }: Asking) => {
  const isOneOf = (people: readonly Person[]) => people.some(({ id }) => id === person.id);
  const owns = ({ duty, sites, entry: { about } }: Listed) =>
    isOneOf(ownersOf(deps.policy, directory, duty, { sites, about }));
  const hears = ({ duty, sites }: Listed) => isOneOf(holdersAt(directory, sites, duty.tell));
  return { isOneOf, owns, hears };
};

/** Every round that the calendar still knows of, over or not. */
async function roundsOf(deps: Deps, listed: readonly Listed[]): Promise<readonly HeldRound[]> {
  const ids = new Set(
    listed.flatMap(({ entry }) => [...(entry.record ? [entry.record] : []), ...entry.past]),
  );
  const read = await Promise.all([...ids].map((id) => readRound(deps, id)));
  return read.filter((round) => round !== undefined);
}

const oneLine = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ');

function standingLine(deps: Deps, { duty, sites, due, doneOn }: Listed): string {
  const { title, isReview } = duty;
  return oneLine(
    due === undefined ? deps.cards.say('duty-once', { title }) : dueLine(deps, { title, due, isReview }),
    doneOn && deps.cards.say('duty-last', { date: dateWords(doneOn) }),
    sitesLine(deps, sites),
  );
}

/** Of what each does for themselves: how many have done it, and by the day it was due. */
function howMany(deps: Deps, all: readonly Listed[]): readonly string[] {
  const now = today(deps);
  const groups = Map.groupBy(
    all.filter(({ duty }) => duty.each),
    ({ duty }) => duty.title,
  );
  return [...groups].map(([title, theirs]) => {
    const done = theirs.filter(
      ({ doneOn, due }) => doneOn !== undefined && (due === undefined || due >= now),
    );
    return deps.cards.say('duty-each', { title, done: done.length, all: theirs.length });
  });
}

/** "What is due": for me now, how everything that I may see stands, and what was done lately. */
export async function whatIsDue(asking: Asking): Promise<Answer> {
  const { deps, directory, person } = asking;
  const { isOneOf, owns, hears } = seenOf(asking);
  const all = await listedOf(deps);
  const isTheirs = (each: Listed) => owns(each) || (hears(each) && !each.duty.each);
  const seen = all.filter((each) => seesAll(deps, person) || isTheirs(each));
  const todo = seen.flatMap((each) => {
    const { held, duty, sites } = each;
    if (held === undefined || !isOpen(held.round) || !owns(each)) return [];
    if (dutyOf(deps, directory, held.round) === undefined) return [];
    const text = oneLine(dueLine(deps, { ...held.round, isReview: duty.isReview }), sitesLine(deps, sites));
    return [{ each, slots: { duty: held.id, text, ...offers(duty, held.round) } }];
  });
  const mending = (await roundsOf(deps, all)).flatMap(({ id, round }) => {
    const duty = dutyOf(deps, directory, round);
    if (duty === undefined || !isOneOf(mendersOf(deps, directory, duty, round))) return [];
    return leftToMend(round).map((mend) => mendSlots(deps, id, round, mend));
  });
  const isMine = (each: Listed) => todo.some((mine) => mine.each === each);
  const standing = [
    ...seen
      .filter((each) => !isMine(each) && (!each.duty.each || owns(each)))
      .map((each) => standingLine(deps, each)),
    ...(seesAll(deps, person) ? howMany(deps, all) : []),
  ];
  const read = seen.filter((each) => isTheirs(each) || leadsAt(deps, person, each.sites));
  const done = (await roundsOf(deps, read))
    .flatMap(({ id, round }) =>
      round.progress.standing === 'done' ? [{ id, round, progress: round.progress }] : [],
    )
    .sort((a, b) => b.progress.at.localeCompare(a.progress.at))
    .slice(0, MOST.done)
    .map(({ id, round, progress }) => ({
      duty: id,
      text: oneLine(doneLine(deps, round, progress), sitesLine(deps, round.sites)),
    }));
  const notices = await noticesFor(asking);
  const left = standing.length - MOST.standing;
  const card = deps.cards.show('duties', {
    nothing: todo.length + mending.length === 0,
    todo: todo.slice(0, MOST.mine).map(({ slots }) => slots),
    mending: mending.slice(0, MOST.mine),
    hasStanding: standing.length > 0,
    standing: standing.slice(0, MOST.standing).map((text) => ({ text })),
    more: left > 0 ? deps.cards.say('duty-more', { n: left }) : undefined,
    hasDone: done.length > 0,
    done,
    hasNotices: notices.length > 0,
    notices,
    canWrite: mayWrite(deps, person),
    hasReviews: seen.some(({ duty }) => comesAgain(duty)),
  });
  return { type: 'card', card };
}
