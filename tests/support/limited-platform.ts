import type { Allowance, Message, Messenger, Platform, SendResult } from '../../src/application/messenger.ts';

/** So many in so many milliseconds, and how much one message of each kind takes of it. */
export interface Limit {
  readonly ms: number;
  readonly most: number;
  readonly send: number;
  readonly update: number;
}

/** What the platforms document: see the `limits.ts` of each channel. */
export const DOCUMENTED: Readonly<Record<Platform, readonly Limit[]>> = {
  slack: [
    { ms: 60_000, most: 300, send: 1, update: 0 },
    { ms: 60_000, most: 50, send: 0, update: 1 },
  ],
  teams: [{ ms: 1_000, most: 50, send: 2, update: 1 }],
};

interface Posted {
  readonly to: string;
  readonly at: number;
  readonly message: Message;
}

interface Options {
  readonly platform: Platform;
  readonly bulk: Allowance | undefined;
  readonly elapsed: () => number;
  /** What becomes of a message instead, if anything. */
  readonly instead?: (to: string) => Promise<SendResult | undefined>;
}

/** A platform that refuses whatever is over its limits, and keeps what it took. */
export function limitedPlatform({ platform, bulk, elapsed, instead }: Options) {
  const posted: Posted[] = [];
  const taken: { readonly at: number; readonly kind: 'send' | 'update' }[] = [];
  const counts = { refused: 0 };

  function isOver(kind: 'send' | 'update'): boolean {
    taken.push({ at: elapsed(), kind });
    return DOCUMENTED[platform].some(({ ms, most, ...costs }) => {
      const recent = taken.slice(-1000).filter(({ at }) => at > elapsed() - ms);
      return costs[kind] > 0 && recent.reduce((sum, each) => sum + costs[each.kind], 0) > most;
    });
  }
  const refusal = () => {
    counts.refused += 1;
    return { type: 'throttled', retryAfterMs: 30_000 } as const;
  };

  const messenger: Messenger = {
    platform,
    ...(bulk && { bulk }),
    async send(address, message) {
      const to = address.to.conversation ?? address.to.user ?? address.to.channel ?? '';
      if (isOver('send')) return refusal();
      const other = await instead?.(to);
      if (other !== undefined) return other;
      posted.push({ to, at: elapsed(), message });
      return { type: 'sent', messageId: `m-${posted.length}`, address };
    },
    update: async () => (isOver('update') ? refusal() : { type: 'updated' }),
    members: async () => [],
  };
  return { messenger, posted, counts };
}
