import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import type { DueRow, Listed, Page, Store } from '../../application/ports.ts';
import { LIST_PAGE } from '../list-page.ts';
import { type CosmosAccount, cosmosClient, openContainer } from './client.ts';
import { cosmosCommits } from './commit.ts';
import { DueItem, deliveryItem, dueItem, HEAD_ID, ListedItem, PartItem, partitionOf } from './items.ts';
import { cosmosRequests, type RequestKind, succeeded } from './requests.ts';

export interface CosmosOptions {
  /** A client that is built already (managed identity), or what is needed to build one. */
  readonly account: CosmosClient | CosmosAccount;
  readonly database: string;
  readonly container: string;
  readonly organisation: string;
  /** Records per page of `byToken` and `openCases`. */
  readonly pageSize?: number;
  readonly onRequest?: (kind: RequestKind) => void;
}

const PROBE_LIVES_SECONDS = 3_600;
const parts = 'SELECT c.kind, c.seq, c.version, c.delivery, c.body FROM c WHERE c.pk = @pk AND c.kind';
/** Not the body: a list of a thousand would then be many megabytes. */
const listed = 'c.record, c.version, c.status, c.brief';
const dueColumns = 'c.id, c.record, c.lane, c.dueAt, c.attempt, c._etag';

export async function openCosmosStore(options: CosmosOptions): Promise<Store<string>> {
  const { account, organisation, pageSize = LIST_PAGE } = options;
  const client = account instanceof CosmosClient ? account : cosmosClient(account);
  const requests = cosmosRequests(
    await openContainer(client, options.database, options.container),
    options.onRequest,
  );
  const { readHead, commit } = cosmosCommits(requests, organisation);
  const probeId = `probe-${randomUUID()}`;

  async function readParts(pk: string, events: boolean): Promise<readonly PartItem[]> {
    const kinds = events ? "IN ('event', 'delivery')" : "= 'delivery'";
    const found = await requests.query(`${parts} ${kinds}`, { pk }, Infinity, pk);
    return found.map((item) => PartItem.parse(item));
  }

  /** Pages by the last id seen: cross-partition continuation tokens need a query mode that emulators lack. */
  async function page(
    condition: string,
    values: Readonly<Record<string, string>>,
    cursor = '',
  ): Promise<Page<Listed<string>>> {
    const found = await requests.query(
      `SELECT TOP ${pageSize + 1} ${listed} FROM c WHERE c.kind = 'head' AND c.organisation = @organisation AND ${condition} AND c.record > @cursor ORDER BY c.record`,
      { organisation, cursor, ...values },
      pageSize + 1,
    );
    const items = found.slice(0, pageSize).map((item): Listed<string> => {
      const { record, ...shown } = ListedItem.parse(item);
      return { id: record, ...shown };
    });
    const last = items.at(-1);
    return found.length > pageSize && last !== undefined ? { items, next: last.id } : { items };
  }

  const asRow = ({ dueAt, _etag, ...row }: DueItem): DueRow => ({ ...row, at: dueAt, tag: _etag });

  return {
    async read(id, { events = false } = {}) {
      const pk = partitionOf(organisation, id);
      const early = events ? undefined : readParts(pk, false);
      // The head comes first where events are asked for: then every event it speaks of is there to be found.
      const [head, found = await readParts(pk, events)] = await Promise.all([readHead(id), early]);
      if (head === undefined) return undefined;
      const { version, status, tokens, body, brief } = head;
      return {
        head: { id, version, status, tokens, body, ...(brief !== undefined && { brief }) },
        events: found
          .flatMap((part) =>
            part.kind === 'event' && part.version <= version ? [{ seq: part.seq, body: part.body }] : [],
          )
          .sort((a, b) => a.seq - b.seq),
        deliveries: found
          .flatMap((part) => (part.kind === 'delivery' ? [{ id: part.delivery, body: part.body }] : []))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      };
    },
    commit: async (change) => commit(change),
    async saveDelivery(record, delivery, { isNew = false } = {}) {
      // Reading the head in the same batch keeps a delivery from outliving an erased record.
      const resourceBody = deliveryItem(organisation, record, delivery);
      const answers = await requests.batch(partitionOf(organisation, record), [
        { operationType: 'Read', id: HEAD_ID },
        isNew ? { operationType: 'Create', resourceBody } : { operationType: 'Upsert', resourceBody },
      ]);
      if (isNew && answers.some(({ status }) => status === 409)) return false;
      if (!answers.every(succeeded)) throw new Error(`Record ${record} is gone`);
      return true;
    },
    async due(now, lane, n) {
      const found = await requests.query(
        `SELECT TOP ${Math.trunc(n)} ${dueColumns} FROM c WHERE c.kind = 'due' AND c.organisation = @organisation AND c.lane = @lane AND c.dueAt <= @now AND c.heldUntil <= @now ORDER BY c.dueAt`,
        { organisation, lane, now },
        n,
      );
      return found.map((item) => asRow(DueItem.parse(item)));
    },
    async claim(row, owner, until) {
      const item = dueItem(organisation, row, { owner, until });
      const tag = await requests.replace(item.pk, item, row.tag);
      return tag === undefined ? undefined : { ...row, tag };
    },
    async settle(row, settlement) {
      const pk = partitionOf(organisation, row.record);
      if (settlement.type === 'done') return requests.remove(pk, row.id, row.tag);
      const item = dueItem(organisation, { ...row, at: settlement.at, attempt: row.attempt + 1 });
      return (await requests.replace(pk, item, row.tag)) !== undefined;
    },
    byToken: (token, cursor) => page('ARRAY_CONTAINS(c.tokens, @token)', { token }, cursor),
    openCases: (cursor) => page("c.status = 'open'", {}, cursor),
    async probe() {
      const pk = partitionOf(organisation, 'probe');
      await requests.upsert({ id: probeId, pk, kind: 'probe', ttl: PROBE_LIVES_SECONDS });
      if ((await requests.pointRead(pk, probeId)) === undefined) {
        throw new Error('Cosmos DB does not give back what was written to it');
      }
    },
    async close() {
      client.dispose();
    },
  };
}
