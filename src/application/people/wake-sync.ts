import { type Instant, type RecordId, refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { atWork, instantOf, later } from '../../domain/time/working-time.ts';
import { addressesOf } from '../addresses.ts';
import { deliverCards } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../directory.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { writeRecord } from '../write-record.ts';
import { applySync, peopleHere, readOn } from './sync.ts';
import { NEW_RUN, type SyncRun } from './sync-run.ts';

type Body = Extract<RecordBody, { kind: 'people-sync' }>;
type Done = NonNullable<Body['done']>;

/** Before anybody is at work. */
const HOUR = '05:00';
/** One look at the lists takes no longer than a row is held. */
const SPELL_MS = 10_000;
const AFTER_FAILURE = { minutes: 15 } as const;
const MOST_FAILURES = 4;
/** Whoever looks after the accounts. */
const ADMINISTRATOR = 'it-lead';

const recordOf = (deps: Deps): RecordId => deps.keyring.recordId('people-sync');

const tomorrow = (deps: Deps): Instant =>
  instantOf(
    Temporal.PlainDate.from(todayOf(deps))
      .add({ days: 1 })
      .toZonedDateTime({ timeZone: deps.organisation.timezone, plainTime: HOUR })
      .toInstant(),
  );

/** The record that wakes each morning exists from the first start on which a list of accounts is configured. */
export async function startSync(deps: Deps): Promise<void> {
  const id = recordOf(deps);
  if ((deps.accounts ?? []).length === 0 || (await deps.store.read(id)) !== undefined) return;
  await writeRecord(deps, id, 0, { kind: 'people-sync' }, [{ lane: 'bulk', at: deps.clock.now() }]);
}

async function save(deps: Deps, snapshot: RecordSnapshot<unknown>, body: Body): Promise<void> {
  await writeRecord(deps, snapshot.head.id, snapshot.head.version, body);
}

async function finish(deps: Deps, run: SyncRun, code?: string): Promise<Done> {
  const on = todayOf(deps);
  if (code !== undefined) return { on, seen: run.found.seen, filled: 0, left: 0, stays: 0, failed: code };
  const { filled, leaves, stays, isRefused } = await applySync(deps, run);
  deps.log.info({ event: isRefused ? 'people-sync-refused' : 'people-synced', n: leaves.length });
  return {
    on,
    seen: run.found.seen,
    filled: isRefused ? 0 : filled.length,
    left: isRefused ? 0 : leaves.length,
    stays: stays.length,
    ...(isRefused && { refused: { leaves: leaves.length, of: await peopleHere(deps) } }),
  };
}

/** What whoever looks after the accounts must know of: once for each morning on which it is so. */
async function tell(
  deps: Deps,
  directory: Directory,
  { head, deliveries }: RecordSnapshot<unknown>,
  { on, refused, stays, failed }: Done,
): Promise<{ readonly again?: Instant }> {
  const { say } = deps.cards;
  const text =
    refused !== undefined
      ? say('people-sync-refused', { n: refused.leaves, all: refused.of })
      : failed !== undefined
        ? say('people-sync-failed')
        : stays > 0
          ? say('people-sync-stays')
          : undefined;
  if (text === undefined) return {};
  const people = directory.people.filter(({ roles }) => roles.some(({ role }) => role === ADMINISTRATOR));
  const addressed = await Promise.all(
    people.map(async (person) => (await addressesOf(deps, person)).slice(0, 1).map((to) => ({ person, to }))),
  );
  const slots = { text, button: '', do: '', record: '', isOpen: false };
  const cards = addressed.flat().map(({ person, to }) => ({
    for: `sync:${on}:${person.id}`,
    to,
    shows: 'sent',
    notBefore: atWork(deps.clock.now(), deps.calendar),
    message: () => ({
      card: deps.cards.show('people-message', slots),
      notification: deps.cards.notify('something-to-read', { ref: refOf(head.id) }),
      silent: false,
    }),
  }));
  return deliverCards(deps, head.id, deliveries, cards);
}

/** Each morning: reads on in the lists of accounts, a little at a time, and puts what they say in place. */
export async function wakeSync(
  deps: Deps,
  directory: Directory,
  snapshot: RecordSnapshot<unknown>,
): Promise<{ readonly again?: Instant }> {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'people-sync' || (deps.accounts ?? []).length === 0) return {};
  const { done } = body;
  if (body.run === undefined && done?.on === todayOf(deps)) {
    const { again } = await tell(deps, directory, snapshot, done);
    return { again: again ?? tomorrow(deps) };
  }
  const began = deps.clock.elapsed();
  let run = body.run ?? NEW_RUN;
  while (deps.clock.elapsed() - began < SPELL_MS) {
    const step = await readOn(deps, run);
    run = step.run;
    if (step.type === 'more') continue;
    const over =
      step.type === 'done'
        ? await finish(deps, run)
        : step.type === 'failed' && run.failures > MOST_FAILURES
          ? await finish(deps, run, step.code)
          : undefined;
    if (over !== undefined) {
      await save(deps, snapshot, { kind: 'people-sync', done: over });
      return { again: deps.clock.now() };
    }
    if (step.type === 'failed') deps.log.warn({ event: 'accounts-not-read', code: step.code });
    await save(deps, snapshot, { ...body, run });
    const pause = step.type === 'wait' ? { milliseconds: step.ms } : AFTER_FAILURE;
    return { again: later(deps.clock.now(), pause) };
  }
  await save(deps, snapshot, { ...body, run });
  return { again: deps.clock.now() };
}
