import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as tick } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { MOST_BYTES } from '../../src/http/guards.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/http/server.ts';
import { capturedLog } from '../support/captured-log.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const CANARY = 'canary-yellow';

let server: RunningServer;
let log: ReturnType<typeof capturedLog>;
let taken: unknown[];

async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  log = capturedLog();
  taken = [];
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    local: false,
    teams: async (body, authorization) => {
      taken.push({ body, authorization });
      return { status: 200, body: { statusCode: 200, value: 'ok' } };
    },
    slack: (request, response, next) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        taken.push(Buffer.concat(chunks).toString());
        response.writeHead(200);
        response.end('{}');
        next(false);
      });
    },
    probe: async () => undefined,
    counts: () => new Map(),
    log,
    ...options,
  });
  return server;
}
afterEach(() => server.stop());

const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
const post = (
  body: RequestInit['body'] & {},
  headers: Readonly<Record<string, string>> = JSON_TYPE,
  path = '/api/messages',
) => fetch(`${server.url}${path}`, { method: 'POST', body, headers });

async function socketTo(): Promise<Socket> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** Everything that the server says to raw bytes until it hangs up. */
async function raw(bytes: string): Promise<string> {
  const socket = await socketTo();
  socket.on('error', () => undefined);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = once(socket, 'close');
  socket.write(bytes);
  await closed;
  return Buffer.concat(chunks).toString();
}

describe('POST /api/messages', () => {
  beforeEach(() => start());

  it('hands over the parsed body and the token, and sends what comes back', async () => {
    const response = await post('{"type":"message"}', { ...JSON_TYPE, authorization: 'Bearer x' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ statusCode: 200, value: 'ok' });
    expect(taken).toEqual([{ body: { type: 'message' }, authorization: 'Bearer x' }]);
  });

  it('takes a content type with a charset, and words in any script', async () => {
    await post('{"text":"Zoë 你好"}', { 'content-type': 'Application/JSON; charset=utf-8' });
    expect(taken).toEqual([{ body: { text: 'Zoë 你好' }, authorization: '' }]);
  });

  it('takes a body as large as allowed, and keeps the connection', async () => {
    const text = 'x'.repeat(MOST_BYTES - '{"text":""}'.length);
    const response = await post(JSON.stringify({ text }));
    expect([response.status, response.headers.get('connection')]).toEqual([200, 'keep-alive']);
  });

  const long = JSON.stringify({ text: 'x'.repeat(MOST_BYTES) });
  const slowly = () => new Blob([long]).stream();

  it.each<readonly [string, number, () => Promise<Response>]>([
    ['text that is not JSON', 400, () => post(`{"text": ${CANARY}`)],
    ['bytes that are not text', 400, () => post(Buffer.from([0xff, 0xfe, 0x00, 0x80]))],
    ['a form', 415, () => post(`a=${CANARY}`, { 'content-type': 'application/x-www-form-urlencoded' })],
    ['files', 415, () => post('--x', { 'content-type': 'multipart/form-data; boundary=x' })],
    ['JSON that says it is text', 415, () => post('{}', { 'content-type': 'text/plain' })],
    ['another kind of JSON', 415, () => post('{}', { 'content-type': 'application/jsonx' })],
    ['gzip', 415, () => post(gzipSync(long), { ...JSON_TYPE, 'content-encoding': 'gzip' })],
    ['broken gzip', 415, () => post('not gzip', { ...JSON_TYPE, 'content-encoding': 'gzip' })],
    ['too much', 413, () => post(long)],
    ['another method', 405, () => get('/api/messages')],
    ['another method with a body', 405, () => get('/api/messages', { method: 'PUT', body: CANARY })],
    ['another path', 404, () => post('{}', JSON_TYPE, `/api/${CANARY}`)],
    ['a path of a folder', 404, () => get(`/../../etc/passwd?${CANARY}`)],
    ['a path that does not decode', 404, () => get(`/%E0%A4%A/${CANARY}`)],
  ])('refuses %s without a word about it', async (_what, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(JSON.stringify([...response.headers])).not.toContain(CANARY);
    expect(taken).toEqual([]);
    expect((await get('/livez')).status).toBe(200);
  });

  it('closes the connection after too much, said beforehand or not', async () => {
    expect((await post(long)).headers.get('connection')).toBe('close');
    const streamed = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: slowly(),
      duplex: 'half',
    } as RequestInit);
    expect([streamed.status, streamed.headers.get('connection')]).toEqual([413, 'close']);
    expect(taken).toEqual([]);
  });

  it.each([
    ['no HTTP at all', `${CANARY}\r\n\r\n`, /^HTTP\/1.1 400 /],
    [
      'two lengths',
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      /400/,
    ],
    ['a head without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, /431/],
    ['an upgrade', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', /^$/],
  ])('hangs up on %s', async (_what, bytes, answer) => {
    const said = await raw(bytes);
    expect(said).toMatch(answer);
    expect(said).not.toContain(CANARY);
    expect((await get('/livez')).status).toBe(200);
  });

  it('lives on when a caller leaves in the middle of a body', async () => {
    const socket = await socketTo();
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a"',
    );
    await tick();
    socket.resetAndDestroy();
    expect((await get('/livez')).status).toBe(200);
    expect(taken).toEqual([]);
  });
});

describe('a fault behind a route', () => {
  const fault = () => {
    throw new Error(CANARY);
  };

  it.each<readonly [string, string, Partial<ServerOptions>]>([
    ['/api/messages', 'an answer that never came', { teams: async () => fault() }],
    ['/api/messages', 'something thrown that is no error', { teams: () => Promise.reject(CANARY) }],
    [
      '/api/messages',
      'an error with a status of its own',
      { teams: () => Promise.reject({ statusCode: 7, message: CANARY }) },
    ],
    ['/slack/events', 'a throw at once', { slack: fault }],
  ])('%s: %s ends with an empty 500, and the process lives', async (path, _what, options) => {
    await start(options);
    const response = await post('{}', JSON_TYPE, path);
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(log.lines).toEqual([{ level: 'error', event: 'http-request-failed', code: 'http-500' }]);
    expect((await get('/livez')).status).toBe(200);
  });

  it('a status without a body stays one', async () => {
    await start({ teams: async () => ({ status: 401 }) });
    const response = await post('{}');
    expect([response.status, await response.text()]).toEqual([401, '']);
  });
});

describe('POST /slack/events', () => {
  it('leaves the bytes as they came', async () => {
    await start();
    const response = await post(
      'payload=%7B+%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      '/slack/events',
    );
    expect(response.status).toBe(200);
    expect(taken).toEqual(['payload=%7B+%7D']);
  });
});

describe('a platform that is not served', () => {
  it('has no route', async () => {
    const probe = async () => undefined;
    log = capturedLog();
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      local: false,
      probe,
      counts: () => new Map(),
      log,
    });
    expect((await post('{}')).status).toBe(404);
    expect((await post('{}', JSON_TYPE, '/slack/events')).status).toBe(404);
  });
});

describe('health', () => {
  it('is alive, ready and says nothing else', async () => {
    await start();
    const [alive, ready] = [await get('/livez'), await get('/readyz')];
    expect([alive.status, await alive.text()]).toEqual([200, 'alive\n']);
    expect([ready.status, await ready.text()]).toEqual([200, 'ready\n']);
  });

  it('is alive and not ready when no report could be taken', async () => {
    await start({ probe: () => Promise.reject(new Error(CANARY)) });
    const ready = await get('/readyz');
    expect([ready.status, await ready.text()]).toEqual([503, 'not ready\n']);
    expect((await get('/livez')).status).toBe(200);
  });

  it('is not ready when the probe itself throws', async () => {
    await start({
      probe: () => {
        throw new Error(CANARY);
      },
    });
    expect((await get('/readyz')).status).toBe(503);
  });

  it('probes once for all who ask at once, and again for the next', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let probes = 0;
    await start({
      probe: () => {
        probes += 1;
        return promise;
      },
    });
    const asked = [get('/readyz'), get('/readyz'), get('/readyz')];
    // The last of them is in when a later request has been answered.
    await get('/livez');
    resolve();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
    const together = probes;
    await get('/readyz');
    expect([together < 3, probes]).toEqual([true, together + 1]);
  });

  it('counts events by names of ours only', async () => {
    await start({
      counts: () =>
        new Map([
          ['card-sent', 3],
          ['Amber "has"\n', 1],
          ['odd', Number.NaN],
        ]),
    });
    expect(await (await get('/metrics')).text()).toBe(
      '# TYPE signpost_events_total counter\nsignpost_events_total{event="card-sent"} 3\n',
    );
  });
});

describe('in local mode', () => {
  const request = (headers: string) => `GET /livez HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`;
  const port = () => new URL(server.url).port;

  it.each([
    ['another name for this machine', () => `Host: evil.example:${port()}`],
    ['another port', () => 'Host: 127.0.0.1:1'],
    ['a page from elsewhere', () => `Host: 127.0.0.1:${port()}\r\nOrigin: https://evil.example`],
  ])('refuses %s', async (_what, headers) => {
    await start({ local: true });
    expect(await raw(request(headers()))).toMatch(/^HTTP\/1.1 403 /);
  });

  it.each(['127.0.0.1', 'localhost'])('answers to %s', async (name) => {
    await start({ local: true });
    expect(await raw(request(`Host: ${name}:${port()}`))).toMatch(/^HTTP\/1.1 200 /);
  });

  it('is the only mode that does (control)', async () => {
    await start({ local: false });
    expect(await raw(request('Host: signpost.example.org'))).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('starting and stopping', () => {
  it('says what to do when the port is taken', async () => {
    await start();
    const taking = start({ port: Number(new URL(server.url).port) });
    await expect(taking).rejects.toThrow(/Cannot listen on 127.0.0.1:\d+.*PORT/);
  });

  it('lets a request under way finish, and takes no other', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await start({
      teams: async () => {
        arrive();
        await released;
        return { status: 200, body: { late: true } };
      },
    });
    const under = post('{}');
    await arrived;
    const stopped = server.stop();
    await expect(get('/livez')).rejects.toThrow();
    release();
    expect(await (await under).json()).toEqual({ late: true });
    await stopped;
    await start();
  });
});
