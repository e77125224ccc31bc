import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface CosmosServer {
  readonly endpoint: string;
  readonly seen: SeenRequest[];
  /** Answers the next matching requests with this status instead of passing them on. */
  refuse(times: number, status: number, matches?: (seen: SeenRequest) => boolean): void;
  /** Runs before a request is looked at, so that something can happen at exactly that moment. */
  before(hook: (seen: SeenRequest) => Promise<void>): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface WireOperation {
  readonly operationType: string;
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody?: { readonly id: string };
}

/**
 * Cosmos DB's wire protocol in this process. The server behind does not undo a batch that fails half-way, and wants the
 * partition key on each operation; the real service does the first and not the second. With `atomic` this proxy decides
 * each batch beforehand, as the service would: 207 with the refusal, and 424 for the rest.
 */
export async function startCosmosServer({ atomic = true } = {}): Promise<CosmosServer> {
  const backend = createHttpServer({ keepAlive: true });
  const backendPort = await listen(backend);
  const seen: SeenRequest[] = [];
  let hook: ((seen: SeenRequest) => Promise<void>) | undefined;
  let refusals: { times: number; status: number; matches: (seen: SeenRequest) => boolean } | undefined;

  async function answer(incoming: SeenRequest): Promise<Answer> {
    if (refusals !== undefined && refusals.times > 0 && refusals.matches(incoming)) {
      refusals.times -= 1;
      return { status: refusals.status, headers: { 'x-ms-retry-after-ms': '1' }, body: '{"message":""}' };
    }
    if (incoming.headers['x-ms-cosmos-batch-atomic']?.toString().toLowerCase() !== 'true') {
      return forward(backendPort, incoming);
    }
    const partitionKey = incoming.headers['x-ms-documentdb-partitionkey'];
    const operations: readonly WireOperation[] = JSON.parse(incoming.body);
    const refusal = atomic ? await firstRefusal(backendPort, incoming, operations) : undefined;
    if (refusal !== undefined) {
      const results = operations.map((_, index) => ({
        statusCode: index === refusal.index ? refusal.status : 424,
        requestCharge: 0,
      }));
      return { status: 207, headers: {}, body: JSON.stringify(results) };
    }
    const body = JSON.stringify(operations.map((operation) => ({ ...operation, partitionKey })));
    return forward(backendPort, { ...incoming, body });
  }

  // One at a time, so that nothing changes between the decision on a batch and its execution.
  let queue: Promise<unknown> = Promise.resolve();
  const proxy = createServer(async (req, res) => {
    const incoming = await receive(req);
    seen.push(incoming);
    await hook?.(incoming);
    queue = queue
      .then(async () => {
        const { status, headers, body } = await answer(incoming);
        const { 'content-length': _, 'transfer-encoding': __, ...kept } = headers;
        res.writeHead(status, { 'content-type': 'application/json', ...kept });
        res.end(body);
      })
      .catch(() => res.destroy());
  });
  const port = await listen(proxy);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    seen,
    refuse(times, status, matches = () => true) {
      refusals = { times, status, matches };
    },
    before(next) {
      hook = next;
    },
    async close() {
      for (const server of [proxy, backend]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function firstRefusal(
  port: number,
  batch: SeenRequest,
  operations: readonly WireOperation[],
): Promise<{ readonly index: number; readonly status: number } | undefined> {
  const etags = new Map<string, string | undefined>();
  for (const [index, operation] of operations.entries()) {
    const id = operation.resourceBody?.id ?? operation.id ?? '';
    if (!etags.has(id)) etags.set(id, await currentEtag(port, batch, id));
    const etag = etags.get(id);
    const create = operation.operationType === 'Create';
    if (create && etag !== undefined) return { index, status: 409 };
    if (!create && operation.operationType !== 'Upsert' && etag === undefined) return { index, status: 404 };
    if (operation.ifMatch !== undefined && operation.ifMatch !== etag) return { index, status: 412 };
    if (operation.operationType === 'Delete') etags.set(id, undefined);
    else if (operation.operationType !== 'Read') etags.set(id, 'changed by this batch');
  }
  return undefined;
}

async function currentEtag(port: number, batch: SeenRequest, id: string): Promise<string | undefined> {
  const partitionKey = batch.headers['x-ms-documentdb-partitionkey'];
  const { status, body } = await forward(port, {
    method: 'GET',
    url: `${batch.url.replace(/\/+$/, '')}/${encodeURIComponent(id)}`,
    headers: {
      // Without it the server behind fails on what is not there.
      'x-ms-documentdb-query-enablecrosspartition': 'true',
      ...(partitionKey === undefined ? {} : { 'x-ms-documentdb-partitionkey': partitionKey }),
    },
    body: '',
  });
  return status === 200 ? JSON.parse(body)._etag : undefined;
}

function forward(port: number, { method, url, headers, body }: SeenRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { 'content-length': _, host: __, connection: ___, ...kept } = headers;
    const length = Buffer.byteLength(body);
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        headers: { ...kept, ...(length > 0 ? { 'content-length': length } : {}) },
      },
      async (res) => {
        const { body: text } = await receive(res);
        resolve({ status: res.statusCode ?? 500, headers: res.headers, body: text });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function receive(message: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { method = '', url = '', headers } = message;
  return { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
