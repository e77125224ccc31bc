import { type ChildCommand, type ChildRefusal, decideChild } from '../../domain/child/decide.ts';
import { ChildEvent } from '../../domain/child/events.ts';
import { type ChildBrief, type ChildState, evolveChild } from '../../domain/child/state.ts';
import { waitOf } from '../../domain/child/transfer.ts';
import { ChildId, RecordId } from '../../domain/ids.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
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
  const snapshot = await deps.store.read(recordOf(id), { events, chain: events });
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

/**
 * A child who is on no list and whom a case names at this place: the same one, however often a button is pressed. `nth`: how
 * many others it was taken for before.
 */
export const childMadeAt = (deps: Deps, from: RecordId, place: number, nth: number): ChildId =>
  ChildId.parse(deps.keyring.recordId(`register-new|${from}|${place}|${nth}`));

export function childBriefOf(state: ChildState, calendar: Calendar): ChildBrief {
  const { name, knownAs, born, group, number } = state.entry;
  const due = waitOf(state, calendar)?.due;
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

/** When a wait ends, or at once if it has; and at once where a card about it may be out of date. */
function wakesOf(deps: Deps, state: ChildState, events: readonly ChildEvent[]): readonly Wake[] {
  const now = deps.clock.now();
  const wait = waitOf(state, deps.calendar);
  const chased = state.transfer?.chased ?? [];
  const times = [
    ...(wait === undefined || chased.includes(wait.for) ? [] : [wait.due < now ? now : wait.due]),
    ...(chased.length > 0 ? [now] : []),
  ];
  // A card says that there is something to read, or that there is no more.
  const isShared = events.some(({ type }) => type === 'StoryShared' || type === 'SharingEnded');
  return [
    ...times.map((at): Wake => ({ lane: 'bulk', at })),
    ...(isShared ? [{ lane: 'case', at: now } as const] : []),
  ];
}

const tokensOf = (deps: Deps, { sites, shares }: ChildState): readonly string[] => [
  ...sites.map((site) => deps.keyring.token('children', site)),
  ...shares.map((share) => deps.keyring.token('shared', share.with)),
];

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
        tokens: tokensOf(deps, state),
        body: { kind: 'child', state },
        brief: childBriefOf(state, deps.calendar),
      },
      events: decision.value.map((event, index) => ({ seq: before + index + 1, body: event })),
      wakes: wakesOf(deps, state, decision.value),
    });
    if (committed === 'committed') {
      deps.kick();
      return ok(state);
    }
  }
  throw new Error(`Child ${id} changed ${ATTEMPTS} times while one press was handled`);
}
