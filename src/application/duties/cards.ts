import { type SlotData, words } from '../../cards/fill.ts';
import type { RecordId, SiteId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { daysLate, dueDay, lastOf } from '../../domain/reviews/cycle.ts';
import type { Done } from '../../domain/reviews/done.ts';
import { dutiesOf, holdersAt, ownersOf, type Recurring } from '../../domain/reviews/duties.ts';
import { type DutyRound, isOpen, leftToMend, type ToMend } from '../../domain/reviews/round.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { listOf, nameOf, rolesWord, shortOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';

export const today = (deps: Deps): string => dayOf(deps.clock.now(), deps.organisation.timezone).toString();

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
export const dateWords = (day: string): string => LONG.format(Temporal.PlainDate.from(day));

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
export function intervalLine(deps: Deps, { every, otherwise, newcomers }: Recurring): string | undefined {
  if (every !== null || otherwise === undefined || newcomers !== undefined) return undefined;
  const { weeks, months } = Temporal.Duration.from(otherwise);
  const [n, unit] = months > 0 ? [months, 'month'] : [weeks, 'week'];
  const length = n === 1 ? deps.cards.say(`duty-${unit}`) : deps.cards.say(`duty-${unit}s`, { n });
  return deps.cards.say('duty-interval', { every: length, organisation: deps.organisation.name });
}

/** Where the policy gives no day at all: until when, and who set that. */
const clockLine = (deps: Deps, { undated, set, due }: DutyRound): string | undefined =>
  undated && set === undefined
    ? deps.cards.say('review-clock', { date: dateWords(due), organisation: deps.organisation.name })
    : undefined;

/** A policy that gives more than one day for its own review. */
function daysLine({ cards, policy }: Deps, isReview: boolean): string | undefined {
  const days = [...new Set((policy.document?.reviews ?? []).map(({ due }) => due))];
  if (!isReview || days.length < 2) return undefined;
  return cards.say('review-two-days', { days: listOf(days.map(spokenDay)) });
}

const spokenDay = (day: string): string =>
  day.length === 10
    ? dateWords(day)
    : Temporal.PlainYearMonth.from(day)
        .toPlainDate({ day: 1 })
        .toLocaleString('en-GB', { month: 'long', year: 'numeric' });

/** What the policy rests on, each with the edition that it names and the one in force. */
export const restLines = ({ cards, policy }: Deps): readonly string[] =>
  policy.rests.map(({ title, named, now, isCurrent }) => {
    const slots = {
      title,
      named: named ?? '',
      now: now === undefined ? '' : now.title === title ? now.edition : `${now.title} (${now.edition})`,
    };
    if (isCurrent) return cards.say('review-rest-current', slots);
    if (now === undefined) return cards.say('review-rest-unknown', slots);
    return cards.say(named === undefined ? 'review-rest-undated' : 'review-rest-old', slots);
  });

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
    const next = duty && duty.newcomers === undefined && dueDay(duty, lastOf(duty, progress));
    return next ? say('duty-again', { date: dateWords(next) }) : undefined;
  }
  if (duty === undefined) return say('duty-gone');
  if (progress.standing === 'moved') return say('duty-moved');
  return progress.standing === 'started' ? say('review-started') : undefined;
}

function whoLine(deps: Deps, directory: Directory, duty: Recurring, round: DutyRound): string {
  const role = rolesWord(deps, [duty.owner, ...(duty.with ?? [])]);
  const people = listOf(ownersOf(deps.policy, directory, duty, round).map(({ name }) => name));
  const isHeld = holdersAt(directory, round.sites, [duty.owner]).length > 0;
  return isHeld
    ? deps.cards.say('review-owner', { role, people })
    : deps.cards.say('duty-nobody', { role: shortOf(deps.policy, duty.owner), people });
}

/** Which buttons somebody who does it has. */
export const offers = (duty: Recurring | undefined, { progress: { standing }, undated, set }: DutyRound) => ({
  canStart: duty?.isReview === true && standing === 'due',
  canDo: duty?.isReview === false && standing === 'due',
  canFinish: duty !== undefined && standing === 'started',
  canDate: duty !== undefined && standing === 'due' && undated === true && set === undefined,
});
export const NOTHING = { canStart: false, canDo: false, canFinish: false, canDate: false };

interface Shown {
  readonly isOwner: boolean;
  /** They may say when it is due, where the policy does not. */
  readonly mayDate?: boolean;
  readonly showWho?: boolean;
  readonly showWhy?: boolean;
}

export function dutySlots(
  deps: Deps,
  directory: Directory,
  id: RecordId,
  round: DutyRound,
  { isOwner, mayDate = isOwner, showWho = false, showWhy = false }: Shown,
): SlotData {
  const duty = dutyOf(deps, directory, round);
  const { progress, title, due } = round;
  const isLive = duty !== undefined && isOpen(round);
  const isReview = duty?.isReview ?? false;
  const text =
    progress.standing === 'done'
      ? doneLine(deps, round, progress)
      : round.undated && round.set === undefined
        ? deps.cards.say('review-undated', { title })
        : isOwner || isReview
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
    interval: clockLine(deps, round) ?? (duty && intervalLine(deps, duty)),
    days: isLive ? daysLine(deps, isReview) : undefined,
    older: round.older && isLive ? deps.cards.say('duty-older', { date: dateWords(due) }) : undefined,
    showWho: showWho && duty !== undefined,
    showWhy: showWhy && duty !== undefined,
    open: isLive && isOwner,
    canView: progress.standing === 'done',
    ...(isOwner ? offers(duty, round) : NOTHING),
    canDate: mayDate && offers(duty, round).canDate,
  };
}

/** Of what happened a message says no more than that it did. */
export const proposalSlots = (
  deps: Deps,
  id: RecordId,
  { title, because, progress }: DutyRound,
): SlotData => ({
  duty: id,
  title,
  text: deps.cards.say(`proposal-${because?.what ?? 'technical'}`),
  standing:
    progress.standing === 'taken-up' || progress.standing === 'declined'
      ? deps.cards.say(`proposal-${progress.standing}`)
      : undefined,
  open: progress.standing === 'proposed',
  canRead: progress.standing === 'declined',
});

export const mendSlots = (deps: Deps, id: RecordId, { title }: DutyRound, mend: ToMend): SlotData => ({
  duty: id,
  question: mend.id,
  text: deps.cards.say('mend', { question: mend.text }),
  title,
  standing: mend.right && deps.cards.say('mend-right', { date: dateWords(dayIn(deps, mend.right.at)) }),
  open: mend.right === undefined,
});

const dayIn = (deps: Deps, at: Done['at']): string => dayOf(at, deps.organisation.timezone).toString();

/** What only reviews and meetings have: who was there, what it rests on, who has it, and when it comes again. */
function beyond(deps: Deps, { present, rests = [], shared, next }: Done): SlotData {
  const { say } = deps.cards;
  const named = (id: string) => dutiesOf(deps.policy).find((duty) => duty.id === id)?.title ?? id;
  return {
    present: present && say('duty-present', { roles: rolesWord(deps, present) }),
    rests: rests.map(({ duty, on, where }) => ({
      text: on ? say('duty-need-done', { title: named(duty), date: dateWords(on) }) : `${named(duty)}:`,
      where: where === '' ? undefined : words(` ${where}`),
    })),
    shared: shared && say('duty-shared', { roles: rolesWord(deps, shared.with), date: dateWords(shared.on) }),
    next: next && say('duty-next', { date: dateWords(next) }),
  };
}

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
    ...beyond(deps, done),
    mended: round.toMend.map(({ text, right }) => ({
      text: say('mend', { question: text }),
      standing: right ? say('mend-right', { date: dateWords(dayIn(deps, right.at)) }) : say('mend-open'),
      by: right && words(`${nameOf(deps, directory, right.by)}: `),
      what: right && words(right.what),
    })),
    why: dutyOf(deps, directory, round)?.source ?? say('duty-gone'),
  };
}
