import restify from 'restify';
import { type Files, fileFetch, filePage, paperPage } from './files.ts';
import { guard, localOnly, MOST_BYTES } from './guards.ts';
import { livez, metrics, readyz } from './health.ts';
import { quietLogger } from './quiet-logger.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Refuses what a web page in somebody's browser could send to this machine. */
  readonly local: boolean;
  /** The parsed body and the Authorization header of `POST /api/messages`. */
  readonly teams?: (body: unknown, authorization: string) => Promise<Reply>;
  /** `POST /slack/events`, unread: its signature is over the raw bytes. */
  readonly slack?: (request: restify.Request, response: restify.Response, next: (go: false) => void) => void;
  readonly files?: Files;
  /** The form to print, as HTML: nothing of it is anybody's. */
  readonly paper?: () => string;
  /** Rejects when no report could be taken now. */
  readonly probe: () => Promise<void>;
  /** Name → count, as `/metrics` shows them. */
  readonly counts: () => ReadonlyMap<string, number>;
  readonly log: { error(line: { readonly event: string; readonly code?: string }): void };
}

export interface RunningServer {
  readonly url: string;
  /** Takes no more requests, and settles when those under way are answered. */
  stop(): Promise<void>;
}

const HEADERS_MS = 5_000;
const REQUEST_MS = 10_000;
const GRACE_MS = 10_000;
/** The types still want restify's logger of years ago. */
const QUIET: object = { name: '', log: quietLogger };

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, local, teams, slack, files, paper, log } = options;
  const server = restify.createServer(QUIET);
  server.server.headersTimeout = HEADERS_MS;
  server.server.requestTimeout = REQUEST_MS;
  if (local) server.pre(localOnly);

  // Every error restify has to tell would tell it with its text, which quotes what came in.
  server.on(
    'restifyError',
    (_request: restify.Request, response: restify.Response, error: unknown, done: () => void) => {
      const status = statusOf(error);
      if (status >= 500) log.error({ event: 'http-request-failed', code: `http-${status}` });
      if (!response.headersSent) response.sendRaw(status, '', status === 413 ? { Connection: 'close' } : {});
      done();
    },
  );
  // restify listens for upgrades and does nothing: such a connection would stay open for ever.
  server.on('upgrade', (_request: unknown, socket: { destroy(): void }) => socket.destroy());

  if (teams !== undefined) server.post('/api/messages', guard, parser(), teamsRoute(teams));
  if (slack !== undefined) server.post('/slack/events', slackRoute(slack));
  if (files !== undefined) {
    server.get('/files/:secret', filePage(files));
    server.post('/files/:secret', fileFetch(files));
  }
  if (paper !== undefined) server.get('/paper-form', paperPage(paper));
  server.get('/livez', livez);
  server.get('/readyz', readyz(options.probe));
  server.get('/metrics', metrics(options.counts));

  await listening(server, port, host);
  return { url: `http://${host}:${server.address().port}`, stop: () => stop(server) };
}

const parser = (): restify.RequestHandler[] =>
  [restify.plugins.bodyParser({ mapParams: false, maxBodySize: MOST_BYTES })].flat();

const teamsRoute =
  (teams: NonNullable<ServerOptions['teams']>): restify.RequestHandler =>
  async (request, response) => {
    const { status, body } = await teams(request.body, request.headers.authorization ?? '');
    const text = body === undefined ? '' : JSON.stringify(body);
    response.sendRaw(status, text, text === '' ? {} : { 'Content-Type': 'application/json; charset=utf-8' });
  };

/** A synchronous throw in a handler with `next` would end the process. */
const slackRoute =
  (slack: NonNullable<ServerOptions['slack']>): restify.RequestHandler =>
  (request, response, next) => {
    try {
      slack(request, response, next);
    } catch (cause) {
      next(new Error('The Slack receiver failed', { cause }));
    }
  };

function statusOf(error: unknown): number {
  const { statusCode }: { readonly statusCode?: unknown } = Object(error);
  const known = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 600;
  return known ? statusCode : 500;
}

async function listening(server: restify.Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new Error(
          `Cannot listen on ${host}:${port}. If another program uses the port, stop it or set PORT; if the address is not this machine's, correct HOST.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

async function stop(server: restify.Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection kept open for a next request would hold us up.
  server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
  server.server.closeIdleConnections();
  const late = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(late);
}
