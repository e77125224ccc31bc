import { z } from 'zod';

const Coded = z.object({ code: z.int() });
const Caused = z.object({ cause: z.unknown() });

/** The HTTP status behind a fault of the library, which wraps those of a batch once more. */
export function statusOf(error: unknown): number | undefined {
  const coded = Coded.safeParse(error);
  if (coded.success) return coded.data.code;
  const caused = Caused.safeParse(error);
  return caused.success && caused.data.cause !== undefined ? statusOf(caused.data.cause) : undefined;
}

const cures: Readonly<Record<number, string>> = {
  401: 'Check COSMOS_KEY, or that the managed identity is switched on.',
  403: 'Give the identity the role "Cosmos DB Built-in Data Contributor", and let this network in.',
  404: 'Check COSMOS_DATABASE: the database or its container is not there.',
  413: 'The record is too large: nothing more can be added to it.',
  429: 'It is busier than it is paid for: raise its throughput.',
};

/** Nothing of the library's own text goes on: it could quote a request. */
export function refused(kind: string, error: unknown): Error {
  const status = statusOf(error);
  const cure =
    status === undefined
      ? 'Check COSMOS_ENDPOINT and the network.'
      : (cures[status] ?? 'Try again; look at the service health of Azure if it stays.');
  return new Error(`Cosmos DB did not do what was asked (${kind}, ${status ?? 'no answer'}). ${cure}`, {
    cause: error,
  });
}
