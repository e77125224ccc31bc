import type { RecordId } from '../../domain/ids.ts';
import type { Refusal, RequestCommand } from '../../domain/request/commands.ts';
import { decide } from '../../domain/request/decide.ts';
import { entryOf } from '../../domain/request/entry.ts';
import { evolve } from '../../domain/request/evolve.ts';
import type { RequestState } from '../../domain/request/state.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot, Wake } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { entryTokens } from '../registers/tokens.ts';

const ATTEMPTS = 6;

export interface RequestRecord {
  readonly id: RecordId;
  readonly version: number;
  readonly state: RequestState;
  readonly snapshot: RecordSnapshot<unknown>;
}

export function requestIn(snapshot: RecordSnapshot<unknown>): RequestRecord | undefined {
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'request') return undefined;
  const { id, version } = snapshot.head;
  return { id, version, state: body.state, snapshot };
}

/** The request of this id; undefined for anything else, so that a guessed id learns nothing. */
export async function readRequest(deps: Deps, id: RecordId): Promise<RequestRecord | undefined> {
  const snapshot = await deps.store.read(id);
  return snapshot && requestIn(snapshot);
}

/** Cards now, or when people are at work; then whatever the clock has next. */
function wakesOf(deps: Deps, { tell, clock }: RequestState): readonly Wake[] {
  const now = deps.clock.now();
  const times = [now, tell, clock.remind, clock.widen, clock.over].filter((at) => at !== undefined);
  return [...new Set(times.filter((at) => at >= now))].map((at) => ({ lane: 'bulk', at }));
}

/** Reads, decides and commits one command; somebody else's change in between is read and decided again. */
export async function runRequest(
  deps: Deps,
  id: RecordId,
  command: (state: RequestState | undefined) => RequestCommand | undefined,
): Promise<Result<RequestState, Refusal | { readonly reason: 'not-allowed' }>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const record = await readRequest(deps, id);
    const given = command(record?.state);
    if (given === undefined) return refuse({ reason: 'not-allowed' });
    const decision = decide(given, record?.state, { calendar: deps.calendar });
    if (!decision.ok) return decision;
    const state = decision.value.reduce<RequestState | undefined>(evolve, record?.state);
    if (state === undefined) throw new Error(`Request ${id}: ${given.type} did not begin a request`);
    const before = record?.state.events ?? 0;
    const version = (record?.version ?? 0) + 1;
    const body: RecordBody = { kind: 'request', state };
    const entry = entryOf(state);
    const committed = await deps.store.commit({
      type: 'write',
      expected: version - 1,
      head: {
        ...{ id, version, status: 'none', body },
        tokens: [deps.keyring.token('asker', state.asker), ...entryTokens(deps, state)],
        ...(entry && { brief: entry }),
      },
      events: decision.value.map((event, index) => ({ seq: before + index + 1, body: event })),
      // Reading changes nothing that anybody is to be told.
      wakes: given.type === 'Read' ? [] : wakesOf(deps, state),
    });
    if (committed === 'committed') {
      deps.kick();
      return ok(state);
    }
  }
  throw new Error(`Request ${id} changed ${ATTEMPTS} times while one press was handled`);
}
