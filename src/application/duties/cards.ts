import { type SlotData, words } from '../../cards/fill.ts';
import type { RecordId, SiteId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { daysLate, dueDay, lastDayOf } from '../../domain/reviews/cycle.ts';
import { dutiesOf, holdersAt, ownersOf, type Recurring } from '../../domain/reviews/duties.ts';
import { type Done, type DutyRound, isOpen, leftToMend, type ToMend } from '../../domain/reviews/round.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { listOf, nameOf, shortOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';

export const today = (deps: Deps): string => dayOf(deps.clock.now(), deps.organisation.timezone).toString();

export const dateWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The duty of a round, as long as the policy has it, and whoever it is about holds the role. */
export function dutyOf(deps: Deps, directory: Directory, round: DutyRound): Recurring | undefined {
  const duty = dutiesOf(deps.policy).find(({ id }) => id === round.duty);
  const { about } = round;
  if (duty === undefined || about === undefined) return duty;
  const isThere = holdersAt(directory, round.sites, duty.newcomers ?? [duty.owner]);
  return isThere.some(({ id }) => id === about) ? duty : undefined;
}

/** Who puts right what was not right: the policy's role, or else whoever did the check. */
export function mendersOf(
  deps: Deps,
  directory: Directory,
  duty: Recurring,
  round: DutyRound,
): readonly Person[] {
  const found = duty.onNo === undefined ? [] : holdersAt(directory, round.sites, [duty.onNo]);
  return found.length > 0 ? found : ownersOf(deps.policy, directory, duty, round);
}

/** Which sites it is about, where there are others. */
export function sitesLine(deps: Deps, sites: readonly SiteId[]): string | undefined {
  const all = deps.organisation.sites;
  if (sites.length === all.length) return undefined;
  const names = all.filter(({ id }) => sites.includes(id)).map(({ name }) => name);
  return deps.cards.say('duty-sites', { sites: listOf(names) });
}

/** What the policy leaves open is said to be the organisation's own. */
function intervalLine(deps: Deps, { every, otherwise, newcomers }: Recurring): string | undefined {
  if (every !== null || otherwise === undefined || newcomers !== undefined) return undefined;
  const { weeks, months } = Temporal.Duration.from(otherwise);
  const [n, unit] = months > 0 ? [months, 'month'] : [weeks, 'week'];
  const length = n === 1 ? deps.cards.say(`duty-${unit}`) : deps.cards.say(`duty-${unit}s`, { n });
  return deps.cards.say('duty-interval', { every: length, organisation: deps.organisation.name });
}

/** "It was due on 1 September 2026. It is 81 days late." */
export function dueLine(
  deps: Deps,
  { title, due, isReview }: { readonly title: string; readonly due: string; readonly isReview: boolean },
): string {
  const days = daysLate(due, today(deps));
  const way = days === 0 ? 'due' : days === 1 ? 'late-one' : 'late';
  return deps.cards.say(`${isReview ? 'review' : 'duty'}-${way}`, { title, date: dateWords(due), days });
}

export const doneLine = (deps: Deps, { title }: DutyRound, { on }: Pick<Done, 'on'>): string =>
  deps.cards.say('duty-done', { title, date: dateWords(on) });

function mendLine(deps: Deps, round: DutyRound): string | undefined {
  const count = leftToMend(round).length;
  if (count === 0) return undefined;
  return count === 1 ? deps.cards.say('duty-mend-one') : deps.cards.say('duty-mend', { count });
}

function standingLine(deps: Deps, duty: Recurring | undefined, { progress }: DutyRound): string | undefined {
  const { say } = deps.cards;
  if (progress.standing === 'done') {
    const first = duty && lastDayOf(duty.first);
    const next = duty && first && duty.newcomers === undefined && dueDay(duty, { on: progress.on, first });
    return next ? say('duty-again', { date: dateWords(next) }) : undefined;
  }
  if (duty === undefined) return say('duty-gone');
  if (progress.standing === 'moved') return say('duty-moved');
  return progress.standing === 'started' ? say('review-started') : undefined;
}

function whoLine(deps: Deps, directory: Directory, duty: Recurring, round: DutyRound): string {
  const role = shortOf(deps.policy, duty.owner);
  const people = listOf(ownersOf(deps.policy, directory, duty, round).map(({ name }) => name));
  const isHeld = holdersAt(directory, round.sites, [duty.owner]).length > 0;
  return deps.cards.say(isHeld ? 'review-owner' : 'duty-nobody', { role, people });
}

/** Which buttons somebody who does it has. */
export const offers = (duty: Recurring | undefined, { progress: { standing } }: DutyRound) => ({
  canStart: duty?.isReview === true && standing === 'due',
  canDo: duty?.isReview === false && standing === 'due',
  canFinish: duty !== undefined && standing === 'started',
});
const NOTHING = { canStart: false, canDo: false, canFinish: false };

interface Shown {
  readonly isOwner: boolean;
  readonly showWho?: boolean;
  readonly showWhy?: boolean;
}

export function dutySlots(
  deps: Deps,
  directory: Directory,
  id: RecordId,
  round: DutyRound,
  { isOwner, showWho = false, showWhy = false }: Shown,
): SlotData {
  const duty = dutyOf(deps, directory, round);
  const { progress, title, due } = round;
  const isLive = duty !== undefined && isOpen(round);
  const isReview = duty?.isReview ?? false;
  const text =
    progress.standing === 'done'
      ? doneLine(deps, round, progress)
      : isOwner
        ? dueLine(deps, { title, due, isReview })
        : // Whoever only hears of it is not told anew each day how late it is.
          deps.cards.say('duty-is-late', { title, date: dateWords(due) });
  return {
    duty: id,
    text,
    sites: sitesLine(deps, round.sites),
    standing: standingLine(deps, duty, round),
    mend: mendLine(deps, round),
    who: duty && whoLine(deps, directory, duty, round),
    why: duty?.source,
    interval: duty && intervalLine(deps, duty),
    showWho: showWho && duty !== undefined,
    showWhy: showWhy && duty !== undefined,
    open: isLive && isOwner,
    canView: progress.standing === 'done',
    ...(isOwner ? offers(duty, round) : NOTHING),
  };
}

export const mendSlots = (deps: Deps, id: RecordId, { title }: DutyRound, mend: ToMend): SlotData => ({
  duty: id,
  question: mend.id,
  text: deps.cards.say('mend', { question: mend.text }),
  title,
  standing: mend.right && deps.cards.say('mend-right', { date: dateWords(dayIn(deps, mend.right.at)) }),
  open: mend.right === undefined,
});

const dayIn = (deps: Deps, at: Done['at']): string => dayOf(at, deps.organisation.timezone).toString();

/** What was done, in private: by whom, each answer, the words, and what was put right since. */
export function doneSlots(deps: Deps, directory: Directory, round: DutyRound, done: Done): SlotData {
  const { say } = deps.cards;
  const typed = (text: string) => (text === '' ? undefined : words(text));
  return {
    title: round.title,
    sites: sitesLine(deps, round.sites),
    when: say('duty-by', { date: dateWords(done.on) }),
    by: words(nameOf(deps, directory, done.by)),
    about: round.about && round.about !== done.by ? words(nameOf(deps, directory, round.about)) : undefined,
    answers: done.answers.map(({ text, answer }) => ({ text, answer: say(`answer-${answer}`) })),
    note: typed(done.note),
    evidence: typed(done.evidence),
    mended: round.toMend.map(({ text, right }) => ({
      text: say('mend', { question: text }),
      standing: right ? say('mend-right', { date: dateWords(dayIn(deps, right.at)) }) : say('mend-open'),
      by: right && words(`${nameOf(deps, directory, right.by)}: `),
      what: right && words(right.what),
    })),
    why: dutyOf(deps, directory, round)?.source ?? say('duty-gone'),
  };
}
