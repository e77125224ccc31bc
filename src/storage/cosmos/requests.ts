import type { Container, JSONObject, OperationInput, SqlParameter } from '@azure/cosmos';
import { refused, statusOf } from './faults.ts';

export type RequestKind = 'point-read' | 'query' | 'batch' | 'replace' | 'upsert' | 'delete';

/** https://learn.microsoft.com/azure/cosmos-db/nosql/transactional-batch, August 2026. */
const MAX_OPERATIONS = 100;
const MAX_BYTES = 2 * 1024 * 1024;

export interface Answered {
  readonly status: number;
  readonly etag: string;
}

/** One function a kind of request, each counted, each with faults in our words. */
export function cosmosRequests(container: Container, onRequest: (kind: RequestKind) => void = () => {}) {
  async function ask<T>(kind: RequestKind, send: () => Promise<T>): Promise<T> {
    onRequest(kind);
    try {
      return await send();
    } catch (error) {
      throw refused(kind, error);
    }
  }
  /** `undefined`: the item is gone, or no longer the one that was meant. */
  async function askIfThere<T>(kind: RequestKind, send: () => Promise<T>): Promise<T | undefined> {
    return ask(kind, async () => {
      try {
        return await send();
      } catch (error) {
        const status = statusOf(error);
        if (status === 404 || status === 412) return undefined;
        throw error;
      }
    });
  }
  const ifMatch = (etag: string) => ({ accessCondition: { type: 'IfMatch', condition: etag } });

  return {
    async pointRead(pk: string, id: string): Promise<unknown> {
      const answer = await ask('point-read', () => container.item(id, pk).read());
      return answer.resource;
    },
    /** The new ETag. */
    async replace(
      pk: string,
      item: JSONObject & { readonly id: string },
      etag: string,
    ): Promise<string | undefined> {
      const answer = await askIfThere('replace', () =>
        container.item(item.id, pk).replace(item, ifMatch(etag)),
      );
      return answer?.etag;
    },
    async upsert(item: JSONObject): Promise<void> {
      await ask('upsert', () => container.items.upsert(item));
    },
    async remove(pk: string, id: string, etag?: string): Promise<boolean> {
      const options = etag === undefined ? {} : ifMatch(etag);
      const answer = await askIfThere('delete', () => container.item(id, pk).delete(options));
      return answer !== undefined;
    },
    /** Up to `limit` items; SQL repeats the partition key where there is one. */
    async query(query: string, values: Readonly<Record<string, string>>, limit = Infinity, pk?: string) {
      const parameters = Object.entries(values).map(
        ([name, value]): SqlParameter => ({ name: `@${name}`, value }),
      );
      const pages = container.items.query<unknown>(
        { query, parameters },
        { maxItemCount: Math.min(limit, 1000), ...(pk === undefined ? {} : { partitionKey: pk }) },
      );
      const items: unknown[] = [];
      do {
        const page = await ask('query', () => pages.fetchNext());
        items.push(...page.resources);
      } while (pages.hasMoreResults() && items.length < limit);
      return items.slice(0, limit);
    },
    /** All or nothing. The operations are used up: the library changes them. */
    async batch(pk: string, operations: OperationInput[]): Promise<readonly Answered[]> {
      if (operations.length > MAX_OPERATIONS) {
        throw new Error(
          `A commit of ${operations.length} parts is more than the ${MAX_OPERATIONS} that Cosmos DB takes at once`,
        );
      }
      if (Buffer.byteLength(JSON.stringify(operations)) > MAX_BYTES) {
        throw new Error('A commit of more than 2 MB is more than Cosmos DB takes at once');
      }
      const answer = await ask('batch', () => container.items.batch(operations, pk));
      if (!Array.isArray(answer.result)) throw new Error('Cosmos DB gave no answer for the parts of a batch');
      return answer.result.map(({ statusCode, eTag }) => ({ status: statusCode, etag: eTag ?? '' }));
    },
  };
}

export type CosmosRequests = ReturnType<typeof cosmosRequests>;

export const succeeded = ({ status }: Answered): boolean => status < 400;
