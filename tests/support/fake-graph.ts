import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GraphUser {
  readonly id: string;
  readonly mail?: string | null;
  readonly userPrincipalName?: string;
  readonly accountEnabled?: boolean;
  readonly userType?: string;
}

interface Trouble {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Microsoft Graph's list of users and the endpoint of a managed identity, as far as we ask them, on 127.0.0.1. */
export async function startGraph(users: readonly GraphUser[], pageSize = 2) {
  const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const tokens: { readonly path: string; readonly proof: string | undefined }[] = [];
  const troubles: Trouble[] = [];
  const state = { token: 'token-1', identity: true, link: undefined as string | undefined, garbage: false };

  const answer = (
    response: ServerResponse,
    status: number,
    body: object,
    headers: Trouble['headers'] = {},
  ) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/identity') {
      tokens.push({ path: url.search, proof: request.headers['x-identity-header']?.toString() });
      if (!state.identity) return answer(response, 400, { error: 'no identity' });
      return answer(response, 200, { access_token: state.token, expires_on: '1796000000' });
    }
    asked.push({ path: `${url.pathname}${url.search}`, authorization: request.headers.authorization });
    const trouble = troubles.shift();
    if (trouble !== undefined) return answer(response, trouble.status, {}, trouble.headers);
    if (request.headers.authorization !== `Bearer ${state.token}`) return answer(response, 401, {});
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + pageSize));
    next.host = String(request.headers.host);
    return answer(response, 200, {
      value: state.garbage ? 'nothing' : users.slice(from, from + pageSize),
      ...(from + pageSize < users.length && { '@odata.nextLink': state.link ?? next.href }),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    identity: { endpoint: `${url}/identity`, header: 'proof' },
    asked,
    tokens,
    state,
    /** What the next questions are answered with. */
    trouble: (...next: readonly Trouble[]) => void troubles.push(...next),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
