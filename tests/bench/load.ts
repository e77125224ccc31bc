import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Post = (posting: Posting) => Promise<Reply>;

/** Plain keep-alive HTTP: `fetch` would cost this process more than some servers cost theirs. */
export function poster(sockets: number): { readonly post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const post: Post = ({ url, headers, body }) =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const outgoing = request(
        url,
        { method: 'POST', agent, headers: { ...headers, 'content-length': length } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return { post, close: () => agent.destroy() };
}

export interface Timed {
  readonly seconds: number;
  readonly milliseconds: readonly number[];
}

/** So many under way at once, until all are done. */
export async function closedLoop<Item>(
  items: readonly Item[],
  inFlight: number,
  work: (item: Item) => Promise<void>,
): Promise<Timed> {
  const milliseconds: number[] = [];
  const left = items.values();
  const started = performance.now();
  const one = async () => {
    for (const item of left) {
      const from = performance.now();
      await work(item);
      milliseconds.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return { seconds: (performance.now() - started) / 1000, milliseconds };
}

/** So many a second, whatever becomes of those before: a late answer counts from when it was due to be asked. */
export async function openLoop<Item>(
  items: readonly Item[],
  perSecond: number,
  work: (item: Item) => Promise<void>,
): Promise<Timed> {
  const milliseconds: number[] = [];
  const started = performance.now();
  const running: Promise<void>[] = [];
  for (const [n, item] of items.entries()) {
    const due = started + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    running.push(
      work(item).then(() => {
        milliseconds.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(running);
  return { seconds: (performance.now() - started) / 1000, milliseconds };
}
