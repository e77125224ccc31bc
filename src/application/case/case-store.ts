import { briefOf, type CaseBrief } from '../../domain/case/brief.ts';
import { nextClock } from '../../domain/case/clocks.ts';
import type { CaseCommand, Refusal } from '../../domain/case/commands.ts';
import { decide } from '../../domain/case/decide.ts';
import { CaseEvent } from '../../domain/case/events.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { RecordId } from '../../domain/ids.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { later } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import type { Head, RecordSnapshot, Wake } from '../ports.ts';
import { RecordBody, type SentCard } from '../records.ts';

const ATTEMPTS = 6;

export interface CaseRecord {
  readonly id: RecordId;
  readonly version: number;
  readonly state: CaseState;
  readonly receipt?: SentCard | undefined;
  readonly snapshot: RecordSnapshot<unknown>;
}

/** The case of this id; undefined for anything else, so that a guessed id learns nothing. */
export async function readCase(deps: Deps, id: RecordId, events = false): Promise<CaseRecord | undefined> {
  const snapshot = await deps.store.read(id, { events, chain: events });
  if (snapshot === undefined) return undefined;
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'case') return undefined;
  return { id, version: snapshot.head.version, state: body.state, receipt: body.receipt, snapshot };
}

/** Everything that happened, oldest first. */
export const eventsOf = (record: CaseRecord): readonly CaseEvent[] =>
  record.snapshot.events.map(({ body }) => CaseEvent.parse(body));

const tokensOf = (deps: Deps, state: CaseState): readonly string[] => [
  // The reporter follows the record that they wrote, not the child's one beside it.
  ...(state.beside?.side === 'child' ? [] : [deps.keyring.token('reporter', state.reporter)]),
  deps.keyring.token('site', state.site),
  ...(state.report?.drill === true ? [deps.keyring.token('drill', state.site)] : []),
  ...state.links.map(({ register }) => deps.keyring.token('child', register)),
  // That child's story says that something was struck through.
  ...state.struck.map(({ register }) => deps.keyring.token('struck', register)),
];

/** The receipt stays on the reporter's screen this long before the message under it is brought up to date. */
export const RECEIPT_STAYS = { minutes: 2 } as const;

/**
 * Cards are brought up to date at once; the ladder looks again when its clock runs out. The reporter's card comes with a
 * wake-up of its own, made once: if every row came back for it, two instances would each take one, and send it twice.
 */
function wakesOf(deps: Deps, state: CaseState, isFirst: boolean): readonly Wake[] {
  const next = nextClock(state, deps.calendar);
  const times = [
    deps.clock.now(),
    ...(state.clock === undefined ? [] : [state.clock.at]),
    ...(next === undefined ? [] : [next]),
    ...(isFirst ? [later(state.reportedAt, RECEIPT_STAYS)] : []),
  ];
  return times.map((at) => ({ lane: 'case', at }));
}

function headOf(
  deps: Deps,
  id: RecordId,
  version: number,
  state: CaseState,
  receipt?: SentCard,
): Head<RecordBody | CaseBrief> {
  return {
    id,
    version,
    status: state.progress.status === 'closed' ? 'closed' : 'open',
    tokens: tokensOf(deps, state),
    body: { kind: 'case', state, ...(receipt && { receipt }) },
    brief: briefOf(state, deps.calendar),
  };
}

/** Events so far; the store numbers them without gaps, and a head written with them knows how many there are. */
const seqOf = (record: CaseRecord | undefined): number => record?.state.events ?? 0;

/**
 * Reads, decides and commits one command; somebody else's change in between is read and decided again.
 * `command` sees the case as it is now (undefined: it does not exist yet) and may refuse by giving undefined.
 */
export async function runCase(
  deps: Deps,
  id: RecordId,
  command: (record: CaseRecord | undefined) => CaseCommand | undefined,
  options: { readonly isNew?: boolean; readonly receipt?: SentCard } = {},
): Promise<Result<CaseState, Refusal | { readonly reason: 'not-allowed' }>> {
  let expectsNew = options.isNew === true;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // A first report is one commit and no read: that the record exists already, the store's conflict tells.
    const record = expectsNew ? undefined : await readCase(deps, id);
    expectsNew = false;
    const given = command(record);
    if (given === undefined) return refuse({ reason: 'not-allowed' });
    const decision = decide(given, record?.state, { calendar: deps.calendar });
    if (!decision.ok) return decision;
    const state = decision.value.reduce<CaseState | undefined>(evolve, record?.state);
    if (state === undefined) throw new Error(`Case ${id}: ${given.type} did not begin a case`);
    const committed = await deps.store.commit({
      type: 'write',
      expected: record?.version ?? 0,
      head: headOf(deps, id, (record?.version ?? 0) + 1, state, options.receipt ?? record?.receipt),
      events: decision.value.map((body, index) => ({ seq: seqOf(record) + index + 1, body })),
      wakes: wakesOf(deps, state, record === undefined),
    });
    if (committed === 'committed') {
      deps.kick();
      return ok(state);
    }
  }
  throw new Error(`Case ${id} changed ${ATTEMPTS} times while one press was handled`);
}
