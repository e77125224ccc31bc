import { ChildId, RecordId, refOf } from '../../domain/ids.ts';
import { eventsOf, readCase } from '../case/case-store.ts';
import { childEventsOf, readChild } from '../children/child-store.ts';
import type { Deps } from '../deps.ts';
import type { HandOutDocument } from './document.ts';

/** What the store knows of something that was handed out. */
export type OnRecord =
  | { readonly type: 'handed-out'; readonly records: number }
  /** The record is whole, and says nothing of a copy with this hash. */
  | { readonly type: 'never'; readonly record: RecordId }
  /** The copy was made of other events than those that stand there. */
  | { readonly type: 'other-events'; readonly record: RecordId }
  | { readonly type: 'no-such-record'; readonly record: string };

interface Held {
  readonly hashes: readonly string[];
  readonly chain: readonly string[];
}

/** Reading it checks every link of its chain: a record that was touched does not open, and throws. */
async function heldOf(deps: Deps, id: RecordId): Promise<Held | undefined> {
  const record = await readCase(deps, id, true);
  if (record !== undefined)
    return {
      hashes: eventsOf(record).flatMap((event) => (event.type === 'RecordHandedOut' ? [event.hash] : [])),
      chain: record.snapshot.chain ?? [],
    };
  const child = await readChild(deps, ChildId.parse(id), true);
  return (
    child && {
      hashes: childEventsOf(child).flatMap((event) => (event.type === 'StoryHandedOut' ? [event.hash] : [])),
      chain: child.snapshot.chain ?? [],
    }
  );
}

/** Whether each record that a document was made of says so, and still begins with the same events. */
export async function documentOnRecord(
  deps: Deps,
  { records }: HandOutDocument,
  hash: string,
): Promise<OnRecord> {
  for (const { record, events, chain } of records) {
    const held = await heldOf(deps, record);
    if (held === undefined) return { type: 'no-such-record', record };
    if (!held.hashes.includes(hash)) return { type: 'never', record };
    if ((held.chain[events - 1] ?? '') !== chain) return { type: 'other-events', record };
  }
  return { type: 'handed-out', records: records.length };
}

/** The same for a copied text, which carries only its reference ("K7Q4-MD2X"). */
export async function textOnRecord(deps: Deps, reference: string, hash: string): Promise<OnRecord> {
  for (const { id: site } of deps.organisation.sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('site', site), cursor);
      for (const { id } of page.items) {
        if (refOf(id) !== reference) continue;
        const held = await heldOf(deps, id);
        return held?.hashes.includes(hash) === true
          ? { type: 'handed-out', records: 1 }
          : { type: 'never', record: RecordId.parse(id) };
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return { type: 'no-such-record', record: reference };
}
