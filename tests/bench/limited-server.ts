import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request of the bot, as a platform saw it. */
export interface Line {
  /** Milliseconds. */
  readonly at: number;
  readonly platform: 'slack' | 'teams';
  readonly method: string;
  /** Whom or which conversation it is for. */
  readonly to: string;
  readonly refused: boolean;
  /** A new card: the record on its buttons, if any. */
  readonly record?: string;
}

/** So many requests in so many milliseconds; of one method, of one conversation, or of all. */
interface Limit {
  readonly ms: number;
  readonly most: number;
  readonly method?: string;
  readonly each?: true;
}

/**
 * As documented on 2026-11-21 (docs.slack.dev/apis/web-api/rate-limits;
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Slack's "several hundred a minute" is read as 300,
 * its "one a second in a channel, short bursts" as five in five seconds.
 */
const LIMITS: Readonly<Record<Line['platform'], readonly Limit[]>> = {
  slack: [
    { ms: 60_000, most: 300, method: 'chat.postMessage' },
    { ms: 60_000, most: 50, method: 'chat.update' },
    { ms: 60_000, most: 50, method: 'conversations.open' },
    { ms: 5_000, most: 5, method: 'chat.postMessage', each: true },
  ],
  teams: [
    { ms: 1_000, most: 50 },
    { ms: 1_000, most: 7, each: true },
    { ms: 30_000, most: 60, each: true },
  ],
};
const RETRY_AFTER = { slack: '30', teams: '1' } as const;
const RECORD = /"record\\*":\\*"([0-9a-hjkmnp-tv-z]{26})/;

/** Whether the newest of these requests is one too many. They are in the order of their time. */
function isOver(lines: readonly Line[], line: Line): boolean {
  return LIMITS[line.platform].some(({ ms, most, method, each }) => {
    if (method !== undefined && method !== line.method) return false;
    let count = 1;
    for (let n = lines.length - 1; n >= 0; n -= 1) {
      const earlier = lines[n];
      if (earlier === undefined || earlier.at <= line.at - ms) break;
      const isSame =
        earlier.platform === line.platform && (method === undefined || earlier.method === method);
      if (isSame && (!each || earlier.to === line.to)) count += 1;
    }
    return count > most;
  });
}

interface Options {
  /** 0: any. */
  readonly port?: number;
  readonly now: () => number;
  /** What came in earlier, before the bot was killed. */
  readonly before?: readonly Line[];
  readonly keep: (line: Line) => void;
}

/** Both platforms behind one port: each request is counted, and refused when it is over what is documented. */
export async function startLimited({ port: wanted = 0, now, before = [], keep }: Options) {
  const lines: Line[] = [...before];

  function take(platform: Line['platform'], method: string, to: string, text?: string): boolean {
    const record = text === undefined ? undefined : RECORD.exec(text)?.[1];
    const base = { at: now(), platform, method, to, ...(record !== undefined && { record }) };
    const line = { ...base, refused: isOver(lines, { ...base, refused: false }) };
    lines.push(line);
    keep(line);
    return !line.refused;
  }

  function slack(method: string, form: URLSearchParams): object | undefined {
    const channel = form.get('channel') ?? '';
    const blocks = method === 'chat.postMessage' ? (form.get('blocks') ?? '') : undefined;
    return take('slack', method, channel, blocks)
      ? { ok: true, channel, ts: `${lines.length}.000001` }
      : undefined;
  }

  function teams(method: string, path: string, text: string): object | undefined {
    const [, conversation] = /\/v3\/conversations\/([^/]+)\/activities/.exec(path) ?? [];
    const member = conversation ?? `a:${/"members":\[\{"id":"([^"]+)"/.exec(text)?.[1] ?? 'nobody'}`;
    const to = decodeURIComponent(member);
    const kind = conversation === undefined ? 'create' : method === 'PUT' ? 'update' : 'send';
    if (!take('teams', kind, to, kind === 'send' ? text : undefined)) return undefined;
    return { id: kind === 'create' ? to : `m-${lines.length}` };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const text = (await request.setEncoding('utf8').toArray()).join('');
    const isSlack = path.startsWith('/api/');
    const body = isSlack
      ? slack(path.slice('/api/'.length), new URLSearchParams(text))
      : teams(request.method ?? '', path, text);
    response.setHeader('content-type', 'application/json');
    if (body === undefined) {
      response.statusCode = 429;
      response.setHeader('retry-after', RETRY_AFTER[isSlack ? 'slack' : 'teams']);
    }
    response.end(JSON.stringify(body ?? {}));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    slackApi: `http://127.0.0.1:${port}/api/`,
    connector: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
