import { z } from 'zod';
import type { Delivery, DueRow, Head, StoredEvent, Wake } from '../../application/ports.ts';
import { Instant, RecordId } from '../../domain/ids.ts';

/** Everything of one record shares one logical partition, so that one transactional batch can change it. */
export const partitionOf = (organisation: string, record: string): string => `${organisation}|${record}`;

export const HEAD_ID = 'head';
export const eventId = (seq: number): string => `e-${String(seq).padStart(6, '0')}`;
export const wakeId = (version: number, index: number): string => `w-${version}-${index}`;
/** Cosmos refuses / \ ? # in an id. */
export const deliveryId = (id: string): string => `d-${Buffer.from(id, 'utf8').toString('base64url')}`;

export type HeadItem = z.infer<typeof HeadItem>;
export const HeadItem = z.object({
  record: RecordId,
  version: z.int(),
  status: z.enum(['open', 'closed', 'none']),
  tokens: z.array(z.string()),
  body: z.string(),
  brief: z.string().exactOptional(),
  _etag: z.string(),
});
export const ListedItem = HeadItem.pick({ record: true, version: true, status: true, brief: true });
export type DueItem = z.infer<typeof DueItem>;
export const DueItem = z.object({
  id: z.string(),
  record: RecordId,
  lane: z.enum(['case', 'bulk']),
  dueAt: Instant,
  attempt: z.int(),
  _etag: z.string(),
});
/** `version`: of the head that came with the event, so that a reader never sees an event from its head's future. */
export const EventItem = z.object({
  kind: z.literal('event'),
  seq: z.int(),
  version: z.int(),
  body: z.string(),
});
export const DeliveryItem = z.object({ kind: z.literal('delivery'), delivery: z.string(), body: z.string() });
export type PartItem = z.infer<typeof PartItem>;
export const PartItem = z.discriminatedUnion('kind', [EventItem, DeliveryItem]);
export const IdItem = z.object({ id: z.string() });

const common = (organisation: string, record: RecordId) => ({
  pk: partitionOf(organisation, record),
  organisation,
  record,
});

export const headItem = (
  organisation: string,
  { id, version, status, tokens, body, brief }: Head<string>,
) => ({
  ...common(organisation, id),
  id: HEAD_ID,
  kind: 'head',
  version,
  status,
  tokens: [...tokens],
  body,
  ...(brief !== undefined && { brief }),
});

export const eventItem = (organisation: string, head: Head<string>, { seq, body }: StoredEvent<string>) => ({
  ...common(organisation, head.id),
  id: eventId(seq),
  kind: 'event',
  seq,
  version: head.version,
  body,
});

export const deliveryItem = (organisation: string, record: RecordId, { id, body }: Delivery<string>) => ({
  ...common(organisation, record),
  id: deliveryId(id),
  kind: 'delivery',
  delivery: id,
  body,
});

export const wakeItem = (organisation: string, head: Head<string>, index: number, { lane, at }: Wake) =>
  dueItem(organisation, { id: wakeId(head.version, index), record: head.id, lane, at, attempt: 0 });

/** An empty `heldUntil` sorts before every instant: nobody holds the row. */
export const dueItem = (
  organisation: string,
  row: Omit<DueRow, 'tag'>,
  lease: { readonly owner: string; readonly until: string } = { owner: '', until: '' },
) => ({
  ...common(organisation, row.record),
  id: row.id,
  kind: 'due',
  lane: row.lane,
  dueAt: row.at,
  attempt: row.attempt,
  owner: lease.owner,
  heldUntil: lease.until,
});
