import type { Container, JSONObject, OperationInput, SqlParameter } from '@azure/cosmos';
import { z } from 'zod';

export type RequestKind = 'point-read' | 'query' | 'batch' | 'replace' | 'upsert' | 'delete';

/** https://learn.microsoft.com/azure/cosmos-db/nosql/transactional-batch, August 2026. */
const MAX_OPERATIONS = 100;
const MAX_BYTES = 2 * 1024 * 1024;

const Coded = z.object({ code: z.int() });
const Caused = z.object({ cause: z.unknown() });

/** The HTTP status behind a fault of the library, which wraps those of a batch once more. */
function statusOf(error: unknown): number | undefined {
  const coded = Coded.safeParse(error);
  if (coded.success) return coded.data.code;
  const caused = Caused.safeParse(error);
  return caused.success && caused.data.cause !== undefined ? statusOf(caused.data.cause) : undefined;
}

export interface Answered {
  readonly status: number;
  readonly etag: string;
}

/** One function a kind of request, each counted, each with faults in our words. `undefined`: not there, or changed. */
export function cosmosRequests(container: Container, onRequest: (kind: RequestKind) => void = () => {}) {
  async function ask<T>(kind: RequestKind, send: () => Promise<T>): Promise<T | undefined> {
    onRequest(kind);
    try {
      return await send();
    } catch (error) {
      const status = statusOf(error);
      if (status === 404 || status === 412) return undefined;
      throw new Error(`Cosmos DB did not do what was asked (${kind}, ${status ?? 'no answer'})`, {
        cause: error,
      });
    }
  }
  const ifMatch = (etag: string) => ({ accessCondition: { type: 'IfMatch', condition: etag } });

  return {
    async pointRead(pk: string, id: string): Promise<unknown> {
      const answer = await ask('point-read', () => container.item(id, pk).read());
      return answer?.resource;
    },
    /** The new ETag. */
    async replace(
      pk: string,
      item: JSONObject & { readonly id: string },
      etag: string,
    ): Promise<string | undefined> {
      const answer = await ask('replace', () => container.item(item.id, pk).replace(item, ifMatch(etag)));
      return answer?.etag;
    },
    async upsert(item: JSONObject): Promise<void> {
      await ask('upsert', () => container.items.upsert(item));
    },
    async remove(pk: string, id: string, etag?: string): Promise<boolean> {
      const options = etag === undefined ? {} : ifMatch(etag);
      const answer = await ask('delete', () => container.item(id, pk).delete(options));
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
        items.push(...(page?.resources ?? []));
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
      if (!Array.isArray(answer?.result))
        throw new Error('Cosmos DB gave no answer for the parts of a batch');
      return answer.result.map(({ statusCode, eTag }) => ({ status: statusCode, etag: eTag ?? '' }));
    },
  };
}

export type CosmosRequests = ReturnType<typeof cosmosRequests>;

export const succeeded = ({ status }: Answered): boolean => status < 400;
