import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from '../../src/cards/model.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a bot may call on either platform, answered at once, and what it said kept for whoever waits for it. */
export interface Platform {
  readonly slackApi: string;
  readonly connector: string;
  /** The next view that comes into this window. */
  nextView(viewId: string): Promise<Json>;
  /** The next card that is sent to this conversation of Teams. */
  nextCard(conversation: string): Promise<Card>;
  /** Settles when a message to anybody carries this record on a button. */
  delivered(record: string): Promise<void>;
  close(): Promise<void>;
}

const GIVE_UP_MS = 60_000;
const RECORD = /"record\\*":\\*"([0-9a-hjkmnp-tv-z]{26})/;

/** Values by name; whoever asks first waits. */
function mailbox<Value>() {
  const here = new Map<string, Value>();
  const waiting = new Map<string, (value: Value) => void>();
  return {
    put(name: string, value: Value) {
      const taker = waiting.get(name);
      if (taker === undefined) here.set(name, value);
      waiting.delete(name);
      taker?.(value);
    },
    take: (name: string): Promise<Value> =>
      new Promise((resolve, reject) => {
        const value = here.get(name);
        here.delete(name);
        if (value !== undefined) return resolve(value);
        const late = setTimeout(() => reject(new Error(`Nothing came for ${name} in a minute`)), GIVE_UP_MS);
        waiting.set(name, (came) => {
          clearTimeout(late);
          resolve(came);
        });
      }),
  };
}

export async function startPlatform(): Promise<Platform> {
  const views = mailbox<Json>();
  const cards = mailbox<Card>();
  const records = mailbox<true>();
  let count = 0;

  function slack(method: string, form: URLSearchParams): Json {
    count += 1;
    switch (method) {
      case 'views.open':
        return { ok: true, view: { id: `V-${form.get('trigger_id')}` } };
      case 'views.update':
        views.put(form.get('view_id') ?? '', JSON.parse(form.get('view') ?? '{}'));
        return { ok: true, view: { id: form.get('view_id') } };
      case 'chat.postMessage': {
        const record = RECORD.exec(form.get('blocks') ?? '')?.[1];
        if (record !== undefined) records.put(record, true);
        return { ok: true, channel: form.get('channel'), ts: `${count}.000001` };
      }
      default:
        return { ok: true };
    }
  }

  function connector(path: string, text: string): Json {
    count += 1;
    const conversation = /\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
    if (conversation === undefined) return { id: `made-${count}`, activityId: `m-${count}`, members: [] };
    const record = RECORD.exec(text)?.[1];
    if (record !== undefined) records.put(record, true);
    const card = JSON.parse(text).attachments?.[0]?.content;
    if (card !== undefined) cards.put(decodeURIComponent(conversation), card);
    return { id: `m-${count}` };
  }

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const text = (await request.setEncoding('utf8').toArray()).join('');
    const body = path.startsWith('/api/')
      ? slack(path.slice('/api/'.length), new URLSearchParams(text))
      : connector(path, text);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    slackApi: `http://127.0.0.1:${port}/api/`,
    connector: `http://127.0.0.1:${port}/`,
    nextView: views.take,
    nextCard: cards.take,
    delivered: async (record) => {
      await records.take(record);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
