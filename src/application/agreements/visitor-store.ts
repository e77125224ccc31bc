import { Visitor, type VisitorEvent } from '../../domain/agreements/visitor.ts';
import type { PersonId, RecordId, SiteId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import type { CommitResult } from '../ports.ts';
import { RecordBody } from '../records.ts';
import { untilCommitted } from '../until-committed.ts';

export interface HeldVisitor {
  readonly id: RecordId;
  readonly visitor: Visitor;
}

/** A list is of one month at one site: it stays short for ever. */
const monthOf = (day: string): string => `visitors|${day.slice(0, 7)}`;

async function withToken(deps: Deps, token: string): Promise<readonly HeldVisitor[]> {
  const found: HeldVisitor[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(token, cursor);
    for (const { id, brief } of page.items) {
      const visitor = Visitor.safeParse(brief);
      if (visitor.success) found.push({ id, visitor: visitor.data });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** Everybody who is or was expected in the month of this day. */
export async function listVisitors(
  deps: Deps,
  sites: readonly SiteId[],
  day: string,
): Promise<readonly HeldVisitor[]> {
  const lists = sites.map((site) => withToken(deps, deps.keyring.token(monthOf(day), site)));
  return (await Promise.all(lists)).flat();
}

/** Everybody whom this person expects, or has expected. */
export const visitorsOf = (deps: Deps, host: PersonId): Promise<readonly HeldVisitor[]> =>
  withToken(deps, deps.keyring.token('visits', host));

export async function readVisitor(
  deps: Deps,
  id: RecordId,
): Promise<(HeldVisitor & { readonly version: number }) | undefined> {
  const snapshot = await deps.store.read(id);
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  return snapshot === undefined || body?.kind !== 'visitor'
    ? undefined
    : { id, version: snapshot.head.version, visitor: body.visitor };
}

function save(
  deps: Deps,
  id: RecordId,
  expected: number,
  visitor: Visitor,
  event: VisitorEvent,
): Promise<CommitResult> {
  const body: RecordBody = { kind: 'visitor', visitor };
  const tokens = [
    deps.keyring.token(monthOf(visitor.day), visitor.site),
    deps.keyring.token('visits', visitor.host),
  ];
  return deps.store.commit({
    type: 'write',
    expected,
    head: { id, version: expected + 1, status: 'none', tokens, body, brief: visitor },
    events: [{ seq: visitor.events, body: event }],
    wakes: [],
  });
}

/** One form is one visitor, however often it is sent. */
export async function expectVisitor(
  deps: Deps,
  submission: string,
  visitor: Omit<Visitor, 'signed' | 'events'>,
): Promise<RecordId> {
  const id = deps.keyring.recordId(`visitor|${visitor.host}|${submission}`);
  const { day, host: by } = visitor;
  const event: VisitorEvent = { type: 'VisitorExpected', day, at: deps.clock.now(), by };
  if ((await readVisitor(deps, id)) === undefined)
    await save(deps, id, 0, { ...visitor, signed: {}, events: 1 }, event);
  return id;
}

export async function changeVisitor<Refusal>(
  deps: Deps,
  id: RecordId,
  change: (visitor: Visitor) => Result<{ readonly visitor: Visitor; readonly event: VisitorEvent }, Refusal>,
): Promise<ReturnType<typeof change> | undefined> {
  return untilCommitted('A visit', async () => {
    const held = await readVisitor(deps, id);
    if (held === undefined) return undefined;
    const changed = change(held.visitor);
    if (!changed.ok) return changed;
    const next = { ...changed.value.visitor, events: held.visitor.events + 1 };
    const result = await save(deps, id, held.version, next, changed.value.event);
    return result === 'conflict' ? result : changed;
  });
}
