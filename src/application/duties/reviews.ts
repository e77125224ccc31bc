import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { daysLate } from '../../domain/reviews/cycle.ts';
import type { Done } from '../../domain/reviews/done.ts';
import { isOpen } from '../../domain/reviews/round.ts';
import { nameOf, rolesWord } from '../case/people-words.ts';
import { nothingHere } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { dateWords, dueLine, intervalLine, NOTHING, offers, sitesLine, today } from './cards.ts';
import { type Asking, comesAgain, type Listed, leadsAt, listedOf, seenOf, seesAll } from './list.ts';
import { mayTellChange } from './proposals.ts';
import { readRound } from './store.ts';

/** Reviews on one card; evidence is shown in part there, and whole behind "See what was done". */
const MOST = { rows: 5, evidence: 160 } as const;

const isDated = ({ held }: Listed): boolean =>
  held === undefined || held.round.undated === undefined || held.round.set !== undefined;

/** The most overdue first; what has no day comes before everything that is still to come. */
const orderOf = (row: Listed, now: string): string => (isDated(row) ? (row.due ?? '9') : now);

/** Everything of the calendar that comes again and that this person may see. */
async function rowsFor(asking: Asking): Promise<readonly Listed[]> {
  const { deps, person } = asking;
  const { owns, hears } = seenOf(asking);
  const now = today(deps);
  return (await listedOf(deps))
    .filter(({ duty }) => comesAgain(duty))
    .filter((row) => seesAll(deps, person) || owns(row) || hears(row))
    .toSorted((a, b) => orderOf(a, now).localeCompare(orderOf(b, now)));
}

/** When it was last done, as it was written down then. */
async function lastOf(
  { deps }: Asking,
  { entry, held }: Listed,
): Promise<{ id: string; done: Done } | undefined> {
  const [newest] = entry.past;
  const round = held?.round.progress.standing === 'done' ? held : newest && (await readRound(deps, newest));
  const progress = round?.round.progress;
  return round && progress?.standing === 'done' ? { id: round.id, done: progress } : undefined;
}

/** How far off a day is that is still to come; late ones say it already. */
function daysLeft(deps: Deps, due: string): string {
  const days = daysLate(today(deps), due);
  if (due < today(deps)) return '';
  const { say } = deps.cards;
  const said =
    days === 0 ? say('review-today') : days === 1 ? say('review-tomorrow') : say('review-in', { days });
  return ` ${said}`;
}

const doneLine = ({ cards: { say } }: Deps, doneOn: string | undefined): string =>
  doneOn === undefined ? say('review-never') : say('duty-last', { date: dateWords(doneOn) });

async function rowSlots(asking: Asking, row: Listed): Promise<SlotData> {
  const { deps, directory, person } = asking;
  const { say } = deps.cards;
  const { duty, due, held, sites, doneOn } = row;
  const { owns, hears } = seenOf(asking);
  const isMine = owns(row);
  const open = held && isOpen(held.round) ? held : undefined;
  const follows = leadsAt(deps, person, sites) || hears(row);
  // That it was done everybody sees who sees the row; what was written stays with the site.
  const last = isMine || follows ? await lastOf(asking, row) : undefined;
  const typed = last?.done.evidence ?? '';
  const evidence = typed.length > MOST.evidence ? `${typed.slice(0, MOST.evidence)}…` : typed;
  const { title, isReview } = duty;
  const offered = open && isMine ? offers(duty, open.round) : NOTHING;
  return {
    text: !isDated(row)
      ? say('review-undated', { title })
      : due === undefined
        ? say('duty-once', { title })
        : `${dueLine(deps, { title, due, isReview })}${daysLeft(deps, due)}`,
    sites: sitesLine(deps, sites),
    interval: isDated(row)
      ? intervalLine(deps, duty)
      : due && say('review-clock', { date: dateWords(due), organisation: deps.organisation.name }),
    started: open?.round.progress.standing === 'started' ? say('review-started') : undefined,
    last: last ? say('duty-by', { date: dateWords(last.done.on) }) : doneLine(deps, doneOn),
    never: last === undefined,
    by: last && words(nameOf(deps, directory, last.done.by)),
    evidence: evidence === '' ? undefined : words(evidence),
    shared:
      last?.done.shared &&
      say('duty-shared', {
        roles: rolesWord(deps, last.done.shared.with),
        date: dateWords(last.done.shared.on),
      }),
    duty: open?.id ?? '',
    done: last?.id ?? '',
    ...offered,
    canDate: open !== undefined && (isMine || follows) && offers(duty, open.round).canDate,
    canRemind: open !== undefined && follows && !isMine,
    canView: last !== undefined,
  };
}

/** One page of `reviews`; undefined: this person has none. */
export async function reviewsCard(asking: Asking, page = 0, notice?: string): Promise<Card | undefined> {
  const rows = await rowsFor(asking);
  if (rows.length === 0) return undefined;
  const first = Math.min(Math.max(0, page) * MOST.rows, Math.max(0, rows.length - 1));
  const start = first - (first % MOST.rows);
  const shown = await Promise.all(rows.slice(start, start + MOST.rows).map((row) => rowSlots(asking, row)));
  const here = start / MOST.rows;
  return asking.deps.cards.show('reviews', {
    notice: notice && asking.deps.cards.say(notice),
    line: lateLine(asking, rows),
    rows: shown,
    page: String(here),
    next: rows.length > start + MOST.rows ? String(here + 1) : undefined,
    previous: here > 0 ? String(here - 1) : undefined,
    canChange: mayTellChange(asking.deps, asking.person),
  });
}

function lateLine({ deps }: Asking, rows: readonly Listed[]): string {
  const late = rows.filter(
    (row) => isDated(row) && row.due !== undefined && daysLate(row.due, today(deps)) > 0,
  ).length;
  return deps.cards.say(late === 0 ? 'reviews-none-late' : late === 1 ? 'reviews-late-one' : 'reviews-late', {
    n: late,
  });
}

/** What stays in the chat: how much is late, and a button that opens the list in private. */
export async function reviewsMessage(asking: Asking): Promise<Answer> {
  const rows = await rowsFor(asking);
  if (rows.length === 0) return nothingHere(asking.deps);
  return {
    type: 'card',
    card: asking.deps.cards.show('reviews-message', { line: lateLine(asking, rows) }),
  };
}

/** `reviews` */
export async function reviews(asking: Asking & { readonly view: boolean }): Promise<Answer> {
  if (!asking.view) return reviewsMessage(asking);
  const card = await reviewsCard(asking);
  return card === undefined ? nothingHere(asking.deps) : { type: 'card', card };
}
