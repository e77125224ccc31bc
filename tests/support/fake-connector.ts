import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the Bot Connector is to do with whatever comes next. */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'reset'
  | 'silence';

export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The part of Microsoft's Bot Connector that we call, over real HTTP. */
export interface FakeConnector {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  trouble(trouble: Trouble | undefined): void;
  /** Pages of a channel's members, in order. */
  members(...pages: readonly object[]): void;
  close(): Promise<void>;
}

export async function startFakeConnector(): Promise<FakeConnector> {
  const arrived: Arrived[] = [];
  let trouble: Trouble | undefined;
  let pages: readonly object[] = [{ members: [] }];

  const answer = (path: string, method: string): object => {
    const id = `m${arrived.length}`;
    const url = new URL(path, 'http://localhost');
    if (url.pathname.endsWith('/pagedmembers')) {
      const page = Number(url.searchParams.get('continuationToken') ?? 0);
      const more = page + 1 < pages.length ? { continuationToken: String(page + 1) } : {};
      return { ...pages[page], ...more };
    }
    if (method === 'PUT') return { id: decodeURIComponent(url.pathname.split('/').at(-1) ?? '') };
    if (!url.pathname.endsWith('/v3/conversations')) return { id };
    const { channelData, members } = Object(arrived.at(-1)?.body);
    return members === undefined
      ? { id: `${channelData.channel.id};messageid=${id}`, activityId: id }
      : { id: `chat-with-${members[0].id}` };
  };

  const server = createServer(async (request, response) => {
    const { method = '', url: path = '' } = request;
    arrived.push({ method, path: decodeURIComponent(path), body: await bodyOf(request) });
    if (trouble === 'silence') return;
    if (trouble === 'reset') request.socket.resetAndDestroy();
    else if (trouble !== undefined)
      send(response, trouble.status, { error: { code: 'Fake' } }, trouble.headers);
    else send(response, method === 'POST' ? 201 : 200, answer(path, method));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    arrived,
    trouble(next) {
      trouble = next;
    },
    members(...next) {
      pages = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const text = (await request.setEncoding('utf8').toArray()).join('');
  return text === '' ? undefined : JSON.parse(text);
}

const send = (response: ServerResponse, status: number, body: object, headers = {}): void => {
  // Not in one chain: restify changes `writeHead` for the whole process, and it gives nothing back.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};
