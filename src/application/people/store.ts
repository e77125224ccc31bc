import type { Instant, PersonId, RecordId, SiteId } from '../../domain/ids.ts';
import { type Person, sitesOf } from '../../domain/people/directory.ts';
import { type Ask, asksOf } from '../../domain/people/record/asks.ts';
import { personBriefOf } from '../../domain/people/record/brief.ts';
import type { Change, Changed } from '../../domain/people/record/change.ts';
import { issue } from '../../domain/people/record/change.ts';
import { nextWake } from '../../domain/people/record/nudges.ts';
import { newPersonRecord, PersonRecord } from '../../domain/people/record/state.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import type { CommitResult, RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { untilCommitted } from '../until-committed.ts';
import { requiredOf } from './required.ts';
import { isFirstRoll } from './roll-record.ts';

/** Longer than any "within", and short of a year that was missed twice. */
const LONG = { years: 1 } as const;
/** Presses that are remembered. */
const REMEMBERED = 20;

/** The record of a person as it is stored; version 0: it is not there yet. */
export interface HeldPerson {
  readonly id: RecordId;
  readonly version: number;
  readonly record: PersonRecord;
}

/** One person has one record, for as long as they have their id. */
export const recordOf = (deps: Deps, person: PersonId): RecordId => deps.keyring.recordId(`person|${person}`);

export const todayOf = (deps: Deps): string => dayOf(deps.clock.now(), deps.organisation.timezone).toString();

export function personIn(snapshot: RecordSnapshot<unknown> | undefined): HeldPerson | undefined {
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  if (snapshot === undefined || body?.kind !== 'person') return undefined;
  return { id: snapshot.head.id, version: snapshot.head.version, record: body.record };
}

/** Since when the roles of somebody count who has no record yet. */
async function sinceAtFirst(deps: Deps, person: Person, today: string): Promise<PersonRecord['since']> {
  // Whoever is here when Signpost comes was here before, and nobody says for how long.
  const here =
    person.started ??
    ((await isFirstRoll(deps)) ? Temporal.PlainDate.from(today).subtract(LONG).toString() : today);
  return Object.fromEntries(person.roles.map(({ role }) => [role, here]));
}

/** What is known of this person, or an empty record that begins today. */
export async function readPerson(deps: Deps, person: Person): Promise<HeldPerson> {
  const id = recordOf(deps, person.id);
  const held = personIn(await deps.store.read(id));
  if (held !== undefined) return held;
  const today = todayOf(deps);
  const record = newPersonRecord(person.id, today, sitesOf(person));
  return { id, version: 0, record: { ...record, since: await sinceAtFirst(deps, person, today) } };
}

/** Everything that the policy asks of this person today. */
export const asksNow = (deps: Deps, person: Person, record: PersonRecord): readonly Ask[] =>
  asksOf(requiredOf(deps), person, record, todayOf(deps));

/** Roles that somebody newly holds count from today; one that they have no more is forgotten. */
function withRoles(record: PersonRecord, person: Person, today: string): PersonRecord {
  const since = Object.fromEntries(person.roles.map(({ role }) => [role, record.since[role] ?? today]));
  return { ...record, since, sites: [...sitesOf(person)] };
}

/** The record as it is to be stored: with its roles, the texts that it was given, and the moment of its next wake-up. */
export function prepared(deps: Deps, person: Person, record: PersonRecord, wakeAt?: Instant): PersonRecord {
  const today = todayOf(deps);
  const held = withRoles(record, person, today);
  const { wake: _, ...rest } = issue(held, asksNow(deps, person, held), today);
  const wake = wakeAt ?? nextWake(rest, asksNow(deps, person, rest), deps.clock.now(), deps.calendar);
  return { ...rest, ...(wake && { wake }) };
}

interface Saving {
  /** Nothing that was sent can be out of date: it wakes at its own next moment only. */
  readonly quiet?: boolean;
  /** In place of the moment that its asks give: nothing reaches them until then. */
  readonly wake?: Instant;
}

/**
 * One commit of a person's record. It wakes now, so that their card is brought up to date, and when something is next to
 * be told; a wake-up of an earlier plan finds that it is not the one any more.
 */
export function savePerson(
  deps: Deps,
  person: Person,
  { id, version }: Pick<HeldPerson, 'id' | 'version'>,
  { record, event }: Change,
  { quiet = false, wake: wakeAt }: Saving = {},
): Promise<CommitResult> {
  const now = deps.clock.now();
  const next: PersonRecord = {
    ...prepared(deps, person, record, wakeAt),
    events: record.events + (event === undefined ? 0 : 1),
  };
  const body: RecordBody = { kind: 'person', record: next };
  const wakes = new Set([...(quiet ? [] : [now]), ...(next.wake === undefined ? [] : [next.wake])]);
  return deps.store.commit({
    type: 'write',
    expected: version,
    head: {
      id,
      version: version + 1,
      status: 'none',
      tokens: next.sites.map((site) => deps.keyring.token('people', site)),
      body,
      brief: personBriefOf(next),
    },
    events: event === undefined ? [] : [{ seq: record.events + 1, body: event }],
    wakes: [...wakes].map((at) => ({ lane: 'bulk', at })),
  });
}

/** Reads, decides and commits; somebody else's change in between is read and decided again. */
export async function changePerson(
  deps: Deps,
  person: Person,
  change: (record: PersonRecord, asks: readonly Ask[]) => Changed,
  actionId?: string,
): Promise<Changed> {
  return untilCommitted("A person's record", async () => {
    const held = await readPerson(deps, person);
    if (actionId !== undefined && held.record.applied.includes(actionId))
      return { ok: false, refusal: 'nothing-new' };
    const changed = change(held.record, asksNow(deps, person, held.record));
    if (!changed.ok) return changed;
    const { record, event } = changed.value;
    const applied =
      actionId === undefined ? record.applied : [...record.applied, actionId].slice(-REMEMBERED);
    const next = { record: { ...record, applied }, ...(event && { event }) };
    const result = await savePerson(deps, person, held, next);
    if (result === 'conflict') return result;
    deps.kick();
    return changed;
  });
}

/** Briefs of everyone's record at these sites, each person once. They are as the store has them: `access` comes before. */
export async function listPeople(deps: Deps, sites: readonly SiteId[]): Promise<readonly PersonRecord[]> {
  const found = new Map<PersonId, PersonRecord>();
  for (const site of sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('people', site), cursor);
      for (const { brief } of page.items) {
        const record = PersonRecord.safeParse(brief);
        if (record.success) found.set(record.data.person, record.data);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return [...found.values()];
}
