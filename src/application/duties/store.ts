import type { RecordId } from '../../domain/ids.ts';
import type { Changed, DutyEvent, DutyRound } from '../../domain/reviews/round.ts';
import { later } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import type { CommitResult, RecordSnapshot, Wake } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { untilCommitted } from '../until-committed.ts';

export interface HeldRound {
  readonly id: RecordId;
  readonly version: number;
  readonly round: DutyRound;
}

export function roundIn(snapshot: RecordSnapshot<unknown> | undefined): HeldRound | undefined {
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  if (snapshot === undefined || body?.kind !== 'duty') return undefined;
  return { id: snapshot.head.id, version: snapshot.head.version, round: body.round };
}

export const readRound = async (deps: Deps, id: RecordId): Promise<HeldRound | undefined> =>
  roundIn(await deps.store.read(id));

/** One commit of a round: what was done is an event that nobody changes any more. `expected` is 0 for a new one. */
export function saveRound(
  deps: Deps,
  id: RecordId,
  expected: number,
  next: DutyRound,
  wakes: readonly Wake['at'][],
  event?: DutyEvent,
): Promise<CommitResult> {
  const round = event === undefined ? next : { ...next, events: next.events + 1 };
  const body: RecordBody = { kind: 'duty', round };
  return deps.store.commit({
    type: 'write',
    expected,
    head: { id, version: expected + 1, status: 'none', tokens: [], body },
    events: event === undefined ? [] : [{ seq: round.events, body: { ...event } }],
    wakes: wakes.map((at) => ({ lane: 'bulk', at })),
  });
}

/** Reads, decides and commits; somebody else's change in between is read and decided again. */
export async function changeRound(
  deps: Deps,
  id: RecordId,
  change: (round: DutyRound) => Changed,
): Promise<Changed | undefined> {
  return untilCommitted(`Duty ${id}`, async () => {
    const held = await readRound(deps, id);
    if (held === undefined) return undefined;
    const changed = change(held.round);
    if (!changed.ok) return changed;
    const { round, event } = changed.value;
    const result = await saveRound(deps, id, held.version, round, [deps.clock.now()], event);
    if (result === 'conflict') return result;
    deps.kick();
    return changed;
  });
}

/** Soon enough after a change that came in between. */
export const soon = (deps: Deps) => later(deps.clock.now(), { seconds: 1 });
