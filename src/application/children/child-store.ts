import { type ChildCommand, type ChildRefusal, decideChild } from '../../domain/child/decide.ts';
import { ChildEvent } from '../../domain/child/events.ts';
import { type ChildBrief, type ChildState, evolveChild } from '../../domain/child/state.ts';
import { ChildId, RecordId } from '../../domain/ids.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { RecordSnapshot, Wake } from '../ports.ts';
import { RecordBody } from '../records.ts';

const ATTEMPTS = 6;

export interface ChildRecord {
  readonly id: ChildId;
  readonly version: number;
  readonly state: ChildState;
  readonly snapshot: RecordSnapshot<unknown>;
}

/** A child's own record has the child's id. */
const recordOf = (id: ChildId): RecordId => RecordId.parse(id);

/** The child of this id; undefined for anything else, so that a guessed id learns nothing. */
export async function readChild(deps: Deps, id: ChildId, events = false): Promise<ChildRecord | undefined> {
  const snapshot = await deps.store.read(recordOf(id), { events });
  if (snapshot === undefined) return undefined;
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'child') return undefined;
  return { id, version: snapshot.head.version, state: body.state, snapshot };
}

/** Everything that happened to it, oldest first. */
export const childEventsOf = ({ snapshot }: ChildRecord): readonly ChildEvent[] =>
  snapshot.events.map(({ body }) => ChildEvent.parse(body));

/** A child of the school's own list keeps its id as long as it keeps its number. */
export const childIdOf = (deps: Deps, number: string): ChildId =>
  ChildId.parse(deps.keyring.recordId(`register|${number}`));

/** A child who is on no list yet. */
export const newChildId = (deps: Deps): ChildId =>
  ChildId.parse(deps.keyring.recordId(`register-new|${deps.ids.random()}`));

/** Until when somebody has to move for the file to reach the next school. */
const dueOf = ({ transfer }: ChildState) =>
  transfer?.receipt === undefined && transfer?.sent !== undefined ? transfer.sent.due : undefined;

export function childBriefOf(state: ChildState): ChildBrief {
  const { name, knownAs, born, group, number } = state.entry;
  const due = dueOf(state);
  return {
    kind: 'child',
    sites: state.sites,
    name,
    knownAs,
    ...(born && { born }),
    group,
    number,
    left: state.transfer !== undefined,
    ...(due && { due }),
  };
}

function wakesOf(deps: Deps, state: ChildState): readonly Wake[] {
  const due = dueOf(state);
  return due === undefined || due < deps.clock.now() ? [] : [{ lane: 'bulk', at: due }];
}

/** Reads, decides and commits one command; somebody else's change in between is read and decided again. */
export async function runChild(
  deps: Deps,
  id: ChildId,
  command: (state: ChildState | undefined) => ChildCommand | undefined,
): Promise<Result<ChildState, ChildRefusal | { readonly reason: 'not-allowed' }>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const record = await readChild(deps, id);
    const given = command(record?.state);
    if (given === undefined) return refuse({ reason: 'not-allowed' });
    const decision = decideChild(given, record?.state);
    if (!decision.ok) return decision;
    const state = decision.value.reduce<ChildState | undefined>(evolveChild, record?.state);
    if (state === undefined) throw new Error(`Child ${id}: ${given.type} did not begin a record`);
    const before = record?.state.events ?? 0;
    const version = (record?.version ?? 0) + 1;
    const committed = await deps.store.commit({
      type: 'write',
      expected: version - 1,
      head: {
        id: recordOf(id),
        version,
        status: 'none',
        tokens: state.sites.map((site) => deps.keyring.token('children', site)),
        body: { kind: 'child', state },
        brief: childBriefOf(state),
      },
      events: decision.value.map((event, index) => ({ seq: before + index + 1, body: event })),
      wakes: wakesOf(deps, state),
    });
    if (committed === 'committed') {
      deps.kick();
      return ok(state);
    }
  }
  throw new Error(`Child ${id} changed ${ATTEMPTS} times while one press was handled`);
}
