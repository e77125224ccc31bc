import type { RecordId, SiteId } from '../../domain/ids.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { CommitResult, RecordSnapshot } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { untilCommitted } from '../until-committed.ts';
import type { ReportEvent, ReportState } from './state.ts';

export interface HeldReport {
  readonly id: RecordId;
  readonly version: number;
  readonly state: ReportState;
}

export function reportIn(snapshot: RecordSnapshot<unknown> | undefined): HeldReport | undefined {
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  if (snapshot === undefined || body?.kind !== 'board-report') return undefined;
  return { id: snapshot.head.id, version: snapshot.head.version, state: body.state };
}

export const readReport = async (deps: Deps, id: RecordId): Promise<HeldReport | undefined> =>
  reportIn(await deps.store.read(id));

/** One commit; it wakes at once. `expected` is 0 for a new one. */
export function saveReport(
  deps: Deps,
  id: RecordId,
  expected: number,
  state: ReportState,
  event: ReportEvent,
): Promise<CommitResult> {
  const next = { ...state, events: state.events + 1 };
  const body: RecordBody = { kind: 'board-report', state: next };
  return deps.store.commit({
    type: 'write',
    expected,
    head: {
      id,
      version: expected + 1,
      status: 'none',
      tokens: state.sites.map((site) => deps.keyring.token('board', site)),
      body,
    },
    events: [{ seq: next.events, body: event }],
    wakes: [{ lane: 'bulk', at: deps.clock.now() }],
  });
}

/** Reads, decides and commits; somebody else's change in between is read and decided again. */
export async function changeReport(
  deps: Deps,
  id: RecordId,
  change: (state: ReportState) => { readonly state: ReportState; readonly event: ReportEvent } | undefined,
): Promise<Result<ReportState, 'nothing-new'>> {
  return untilCommitted(`Report ${id}`, async () => {
    const held = await readReport(deps, id);
    const changed = held && change(held.state);
    if (held === undefined || changed === undefined) return refuse('nothing-new');
    const result = await saveReport(deps, id, held.version, changed.state, changed.event);
    if (result === 'conflict') return result;
    deps.kick();
    return ok(changed.state);
  });
}

/** Every report of these sites, the latest first. A year has a handful. */
export async function reportsOf(deps: Deps, sites: readonly SiteId[]): Promise<readonly HeldReport[]> {
  const ids = new Set<RecordId>();
  for (const site of sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('board', site), cursor);
      for (const { id } of page.items) ids.add(id);
      cursor = page.next;
    } while (cursor !== undefined);
  }
  const read = await Promise.all([...ids].map((id) => readReport(deps, id)));
  return read
    .filter((held) => held !== undefined)
    .toSorted((a, b) => b.state.asked.at.localeCompare(a.state.asked.at));
}
