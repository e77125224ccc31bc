import type { RecordId, SiteId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Role } from '../../domain/policy/facts.ts';
import { addDays, dueDay, lastOf, latestAfter } from '../../domain/reviews/cycle.ts';
import { dutiesOf, heldNow, ownersOf, REVIEW_ID, type Recurring } from '../../domain/reviews/duties.ts';
import { type DutyRound, isOpen } from '../../domain/reviews/round.ts';
import { atWork } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { RecordBody } from '../records.ts';
import { readRound, saveRound } from './store.ts';

type Calendar = Extract<RecordBody, { kind: 'calendar' }>;
/** Where one duty stands at one site. */
export type CalendarEntry = NonNullable<Calendar['entries']>[number];

export async function readCalendar(
  deps: Deps,
): Promise<{ readonly id: RecordId; readonly isNew: boolean; readonly calendar: Calendar }> {
  const id = deps.keyring.recordId('calendar');
  const snapshot = await deps.store.read(id);
  const body = snapshot && RecordBody.parse(snapshot.head.body);
  return {
    id,
    isNew: snapshot === undefined,
    calendar: body?.kind === 'calendar' ? body : { kind: 'calendar' },
  };
}

/** Rounds that are over and still shown. */
const PAST = 5;

/** Who came to it later has it from that day on; for a newcomer once is enough. */
function plannedFor(duty: Recurring, { done, since, set }: CalendarEntry): string | undefined {
  const isFirst = done === undefined;
  if (duty.newcomers !== undefined) return isFirst ? since : undefined;
  // The policy gives no day: the one that somebody gave, or else one interval from the first start.
  if (duty.first === undefined && isFirst) return set ?? (since && latestAfter(duty, since));
  const due = dueDay(duty, done);
  return duty.each && isFirst && since !== undefined && due !== undefined && due < since ? since : due;
}

/** The day it is due. What asks for it before that day counts until it is done again. */
export function dueOf(duty: Recurring, entry: CalendarEntry): string | undefined {
  const planned = plannedFor(duty, entry);
  const { sooner } = entry;
  return sooner !== undefined && (planned === undefined || sooner < planned) ? sooner : planned;
}

const dutyOf = (deps: Deps, id: string): Recurring | undefined =>
  dutiesOf(deps.policy).find((duty) => duty.id === id);

const sitesOf = (deps: Deps): readonly SiteId[] => deps.organisation.sites.map(({ id }) => id);

/** Who holds these roles where; what each does for themselves they do once, wherever else they work. */
function heldBy(deps: Deps, directory: Directory, duty: Recurring, roles: readonly Role[]) {
  const all = heldNow(directory, sitesOf(deps), roles);
  return duty.each
    ? all.filter(({ person }, n) => all.findIndex((each) => each.person.id === person.id) === n)
    : all;
}

/** Every duty at every site, and whoever newly came to a role; who held it when the calendar began needs nothing. */
function entriesOf(deps: Deps, directory: Directory, calendar: Calendar, today: string): Calendar {
  const entries: CalendarEntry[] = [];
  const held: Record<string, string[]> = {};
  for (const duty of dutiesOf(deps.policy)) {
    const known = (calendar.entries ?? []).filter((entry) => entry.duty === duty.id);
    const roles = duty.newcomers ?? (duty.each && [duty.owner]);
    if (roles === undefined) {
      for (const site of sitesOf(deps))
        entries.push({
          // From here the interval is counted, where the policy gives no day.
          ...(duty.first === undefined && { since: today }),
          ...(known.find((entry) => entry.site === site && entry.about === undefined) ?? {
            duty: duty.id,
            site,
            past: [],
          }),
        });
      continue;
    }
    const before = calendar.held?.[duty.id];
    const now = heldBy(deps, directory, duty, roles);
    const keys = now.map(({ person, site }) => `${person.id}@${site}`);
    const fresh = now.filter((_, n) => before !== undefined && !before.includes(keys[n] ?? ''));
    held[duty.id] = keys;
    const isKept = ({ about, site, done }: CalendarEntry) =>
      keys.includes(`${about}@${site}`) || (duty.newcomers !== undefined && done !== undefined);
    entries.push(
      ...known.filter(isKept),
      ...fresh.map(({ person, site }) => ({ duty: duty.id, site, about: person.id, since: today, past: [] })),
      ...(duty.each && before === undefined
        ? now.map(({ person, site }) => ({ duty: duty.id, site, about: person.id, past: [] }))
        : []),
    );
  }
  return { kind: 'calendar', ...(calendar.lookedOn && { lookedOn: calendar.lookedOn }), entries, held };
}

/** The round that is open may be done by now, or have another day since the policy changed. */
async function turned(deps: Deps, duty: Recurring, entry: CalendarEntry): Promise<CalendarEntry> {
  const { record, ...rest } = entry;
  if (record === undefined) return entry;
  const held = await readRound(deps, record);
  if (held === undefined) return rest;
  const { progress, due, set } = held.round;
  if (progress.standing === 'done') {
    const { set: _, sooner: __, ...kept } = rest;
    const past = [record, ...entry.past].slice(0, duty.each ? 1 : PAST);
    return { ...kept, done: lastOf(duty, progress), past };
  }
  const now = set === undefined ? entry : { ...entry, set: set.due };
  if (progress.standing !== 'moved' && dueOf(duty, now) === due) return now;
  if (isOpen(held.round)) {
    const moved: DutyRound = { ...held.round, progress: { standing: 'moved' } };
    // Somebody pressed in between: the next morning sees what they did.
    if ((await saveRound(deps, record, held.version, moved, [deps.clock.now()])) === 'conflict') return now;
  }
  return rest;
}

/** Its owner is asked for a day: the policy gives none, nobody has given one, and it was never done. */
const isUndated = (duty: Recurring, entry: CalendarEntry | undefined): boolean =>
  duty.first === undefined && entry?.done === undefined && entry?.set === undefined;

/** What has to be newer than the policy is due on the day the policy was reviewed. */
function outdated(duty: Recurring, entry: CalendarEntry, reviewedOn: string | undefined): CalendarEntry {
  const isOlder = entry.done === undefined || (reviewedOn !== undefined && entry.done.on < reviewedOn);
  if (duty.newer === undefined || reviewedOn === undefined || !isOlder) return entry;
  return { ...entry, sooner: reviewedOn };
}

/** One round for all sites where the same people do it on the same day. */
async function open(
  deps: Deps,
  duty: Recurring,
  due: string,
  entries: readonly CalendarEntry[],
): Promise<RecordId> {
  const sites = entries.map(({ site }) => site);
  const [about] = entries.flatMap((entry) => entry.about ?? []);
  // With the round before it: what was done on an earlier day can be due on the same day again.
  const before = entries[0]?.past[0] ?? '';
  const name = ['duty', deps.policy.id, duty.id, due, sites.join(','), about ?? '', before].join('|');
  const id = deps.keyring.recordId(name);
  const round: DutyRound = {
    duty: duty.id,
    title: duty.title,
    due,
    sites,
    ...(about && { about }),
    ...(isUndated(duty, entries[0]) && { undated: true }),
    ...(duty.newer && entries[0]?.sooner === due && { older: true }),
    rounds: 0,
    progress: { standing: 'due' },
    toMend: [],
    events: 0,
  };
  const known = await readRound(deps, id);
  const at = atWork(deps.clock.now(), deps.calendar);
  if (known === undefined) await saveRound(deps, id, 0, round, [at]);
  // The policy went back to this day.
  else if (known.round.progress.standing === 'moved')
    await saveRound(deps, id, known.version, { ...known.round, progress: { standing: 'due' } }, [at]);
  return id;
}

/** Who does it, as one text: sites with the same owners share a round. The policy's review is one for all. */
const sharedBy = (deps: Deps, directory: Directory, duty: Recurring, entry: CalendarEntry): string =>
  [
    dueOf(duty, entry),
    entry.about ?? '',
    duty.isReview
      ? ''
      : ownersOf(deps.policy, directory, duty, { sites: [entry.site], about: entry.about }).map(
          ({ id }) => id,
        ),
  ].join('|');

/** Each morning: what was done is moved on, and what is due soon gets its round. Doing it twice changes nothing. */
export async function lookAtDuties(
  deps: Deps,
  directory: Directory,
  before: Calendar,
  today: string,
): Promise<Calendar> {
  const calendar = entriesOf(deps, directory, before, today);
  const entries: CalendarEntry[] = [];
  const wanted: { readonly duty: Recurring; readonly due: string; readonly entry: CalendarEntry }[] = [];
  const reviewedOn = calendar.entries?.find(({ duty }) => duty === REVIEW_ID)?.done?.on;
  for (const entry of calendar.entries ?? []) {
    const duty = dutyOf(deps, entry.duty);
    if (duty === undefined) continue;
    const now = outdated(duty, await turned(deps, duty, outdated(duty, entry, reviewedOn)), reviewedOn);
    const due = dueOf(duty, now);
    const isLater = due !== undefined && addDays(due, -duty.ahead) > today && !isUndated(duty, now);
    if (now.record !== undefined || due === undefined || isLater) entries.push(now);
    else wanted.push({ duty, due, entry: now });
  }
  const groups = Map.groupBy(
    wanted,
    ({ duty, entry }) => `${duty.id}|${sharedBy(deps, directory, duty, entry)}`,
  );
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const theirs = [first, ...others].map(({ entry }) => entry);
    const record = await open(deps, first.duty, first.due, theirs);
    entries.push(...theirs.map((entry) => ({ ...entry, record })));
  }
  return { ...calendar, entries };
}
