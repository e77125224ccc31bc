import { type PersonId, type RecordId, RecordId as Reference } from '../../domain/ids.ts';
import { decideLowLevel, type LowLevelCommand, type LowLevelRefusal } from '../../domain/low-level/decide.ts';
import {
  evolveLowLevel,
  LowLevelBrief,
  LowLevelEvent,
  type LowLevelState,
  lowLevelBriefOf,
} from '../../domain/low-level/state.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';

const ATTEMPTS = 6;

export interface LowLevelRecord {
  readonly id: RecordId;
  readonly version: number;
  readonly state: LowLevelState;
  readonly snapshot: RecordSnapshot<unknown>;
}

/** One a case and adult, however often it is kept; of somebody who was only typed, one a case. */
export const lowLevelId = (deps: Deps, of: RecordId, adult: PersonId | undefined): RecordId =>
  deps.keyring.recordId(`low-level|${of}|${adult ?? ''}`);

/** The concern of this id; undefined for anything else, so that a guessed id learns nothing. */
export async function readLowLevel(
  deps: Deps,
  id: RecordId,
  events = false,
): Promise<LowLevelRecord | undefined> {
  const snapshot = await deps.store.read(id, { events });
  if (snapshot === undefined) return undefined;
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'low-level') return undefined;
  return { id, version: snapshot.head.version, state: body.state, snapshot };
}

/** Everything that happened to it, oldest first. */
export const lowLevelEventsOf = ({ snapshot }: LowLevelRecord): readonly LowLevelEvent[] =>
  snapshot.events.map(({ body }) => LowLevelEvent.parse(body));

/** Reads, decides and commits one command; somebody else's change in between is read and decided again. */
export async function runLowLevel(
  deps: Deps,
  id: RecordId,
  command: (state: LowLevelState | undefined) => LowLevelCommand | undefined,
): Promise<Result<LowLevelState, LowLevelRefusal | { readonly reason: 'not-allowed' }>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const record = await readLowLevel(deps, id);
    const given = command(record?.state);
    if (given === undefined) return refuse({ reason: 'not-allowed' });
    const decision = decideLowLevel(given, record?.state);
    if (!decision.ok) return decision;
    const state = decision.value.reduce<LowLevelState | undefined>(evolveLowLevel, record?.state);
    if (state === undefined) throw new Error(`Low-level concern ${id}: ${given.type} did not begin a record`);
    const before = record?.state.events ?? 0;
    const version = (record?.version ?? 0) + 1;
    const committed = await deps.store.commit({
      type: 'write',
      expected: version - 1,
      head: {
        id,
        version,
        status: 'none',
        // By the adult alone: neither a site nor a role finds it.
        tokens: state.adult === undefined ? [] : [deps.keyring.token('low-level', state.adult)],
        body: { kind: 'low-level', state },
        brief: lowLevelBriefOf(state),
      },
      events: decision.value.map((event, index) => ({ seq: before + index + 1, body: event })),
      wakes: [],
    });
    if (committed === 'committed') return ok(state);
  }
  throw new Error(`Low-level concern ${id} changed ${ATTEMPTS} times while one press was handled`);
}

export interface ListedConcern {
  readonly id: RecordId;
  readonly brief: LowLevelBrief;
}

/** All that is kept about one adult. For their case manager only: whoever asks looks at `managersOf` for each. */
export async function concernsAbout(deps: Deps, adult: PersonId): Promise<readonly ListedConcern[]> {
  const found: ListedConcern[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(deps.keyring.token('low-level', adult), cursor);
    for (const { id, brief } of page.items)
      found.push({ id: Reference.parse(id), brief: LowLevelBrief.parse(brief) });
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}
