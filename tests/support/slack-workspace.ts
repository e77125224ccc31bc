import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';

/** One call that the bot made, as it reached the workspace. */
export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, string>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** What goes wrong with the next calls of a method. */
export type Fault =
  | { readonly type: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly type: 'error'; readonly error: string }
  /** The call takes effect and the connection breaks before the answer. */
  | { readonly type: 'reset' }
  /** The call takes effect and the answer never comes. */
  | { readonly type: 'silence' };

export interface Workspace {
  readonly team: string;
  readonly botToken: string;
  readonly botUser: string;
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** Methods of all requests of the bot that came here, whatever became of them. */
  readonly arrived: readonly string[];
  /** Called for every call of the bot, after it took effect. */
  onCall(listener: (call: Call) => void): () => void;
  /** The next `times` calls of the method fail so. */
  fail(method: string, fault: Fault, times?: number): void;
  userId(name: string): string;
  channelId(name: string): string;
  /** More about a user than the emulator can be told (`is_restricted`). */
  describeUser(name: string, fields: Readonly<Record<string, unknown>>): void;
  /** More about a channel (`is_ext_shared`). */
  describeChannel(name: string, fields: Readonly<Record<string, unknown>>): void;
  /** A call in the name of a person, past the bot; `undefined` for the bot. */
  call(
    user: string | undefined,
    method: string,
    body?: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Nothing listens any more where the bot calls. */
  disconnect(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkspaceSeed {
  /** Short names; each has a real account. */
  readonly users: readonly string[];
  readonly channels?: readonly {
    readonly name: string;
    readonly private?: boolean;
    readonly members: readonly string[];
  }[];
}

const BOT = 'signpost';
const BOT_TOKEN = 'xoxb-signpost-test';

/** A whole Slack workspace on this machine, with a wire-tap between it and the bot. */
export async function startWorkspace({ users, channels = [] }: WorkspaceSeed): Promise<Workspace> {
  const token = (user: string | undefined) => (user === undefined ? BOT_TOKEN : `xoxp-${user}`);
  const app = { app_id: 'A0SIGNPOST', client_id: 'signpost-test', client_secret: 'none' };
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: users.map((name) => ({ name })),
        oauth_apps: [{ ...app, name: BOT, bot_name: BOT, redirect_uris: [] }],
        channels: [],
        tokens: [
          { token: BOT_TOKEN, type: 'bot', user: BOT, app_id: app.app_id },
          ...users.map((name) => ({ token: token(name), type: 'user', user: name, app_id: app.app_id })),
        ],
        strict_scopes: false,
      },
    },
  });
  const origin = emulator.url.replace('localhost', '127.0.0.1');

  async function call(user: string | undefined, method: string, body: Readonly<Record<string, string>> = {}) {
    const response = await fetch(`${origin}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token(user)}` },
      body: new URLSearchParams(body),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`Slack's ${method} refused: ${String(answer.error)}`);
    return answer;
  }

  const ids = new Map<string, string>();
  for (const member of (await call(undefined, 'users.list')).members as { name: string; id: string }[]) {
    ids.set(member.name, member.id);
  }
  const known = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`Nobody and no channel is called ${name} in this workspace`);
    return id;
  };
  for (const channel of channels) {
    const [first, ...others] = channel.members;
    const made = await call(first, 'conversations.create', {
      name: channel.name,
      is_private: String(channel.private === true),
    });
    const { id } = made.channel as { id: string };
    ids.set(channel.name, id);
    await call(first, 'conversations.invite', {
      channel: id,
      users: [known(BOT), ...others.map(known)].join(','),
    });
  }

  const tap = wireTap(origin);
  const apiUrl = await tap.listen();
  const { team_id: team } = (await call(undefined, 'auth.test')) as { team_id: string };
  return {
    team,
    botToken: BOT_TOKEN,
    botUser: known(BOT),
    apiUrl,
    calls: tap.calls,
    arrived: tap.arrived,
    disconnect: tap.close,
    onCall: tap.onCall,
    fail: tap.fail,
    userId: known,
    channelId: known,
    describeUser: (name, fields) => tap.describe(known(name), fields),
    describeChannel: (name, fields) => tap.describe(known(name), fields),
    call,
    async close() {
      await tap.close();
      await emulator.close();
    },
  };
}

/** Passes the bot's calls on, writes them down, and breaks those that a test wants broken. */
function wireTap(origin: string) {
  const calls: Call[] = [];
  const arrived: string[] = [];
  const listeners = new Set<(call: Call) => void>();
  const faults: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  const described = new Map<string, Readonly<Record<string, unknown>>>();

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace('/api/', '');
    arrived.push(method);
    const text = await readAll(request);
    const body = Object.fromEntries(new URLSearchParams(text));
    const entry = faults.find((candidate) => candidate.method === method && candidate.left > 0);
    if (entry) entry.left -= 1;
    const fault = entry?.fault;
    if (fault?.type === 'status') return answer(response, {}, fault.status, fault.headers);
    if (fault?.type === 'error') return answer(response, { ok: false, error: fault.error });
    const forwarded = await fetch(`${origin}/api/${method}`, {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body: text,
    });
    const result = describeIn((await forwarded.json()) as Record<string, unknown>, described);
    const call: Call = { method, body, answer: result };
    calls.push(call);
    for (const listener of listeners) listener(call);
    if (fault?.type === 'silence') return;
    if (fault?.type === 'reset') return void request.socket.destroy();
    answer(response, result);
  }

  const server: Server = createServer((request, response) => {
    pass(request, response).catch(() => answer(response, {}, 500));
  });
  return {
    calls,
    arrived,
    describe: (id: string, fields: Readonly<Record<string, unknown>>) => described.set(id, fields),
    fail: (method: string, fault: Fault, times = 1) => void faults.push({ method, fault, left: times }),
    onCall(listener: (call: Call) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listen: () =>
      new Promise<string>((resolve) => {
        server.listen(0, '127.0.0.1', () =>
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`),
        );
      }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describeIn(
  result: Record<string, unknown>,
  described: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Record<string, unknown> {
  if (Array.isArray(result.members)) {
    const members = result.members.map((each: unknown) =>
      typeof each === 'object' && each !== null && 'id' in each
        ? { ...each, ...described.get(String(each.id)) }
        : each,
    );
    return { ...result, members };
  }
  for (const key of ['user', 'channel']) {
    const found = result[key] as { readonly id?: string } | undefined;
    const extra = described.get(found?.id ?? '');
    if (found && extra) return { ...result, [key]: { ...found, ...extra } };
  }
  return result;
}

/** restify, loaded in the same process, changes every `ServerResponse`: there `writeHead` gives nothing back. */
function answer(
  response: ServerResponse,
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
