import type { Deps } from './deps.ts';
import type { Allowance, Messenger, Platform, SendResult, UpdateResult } from './messenger.ts';
import type { Lane } from './ports.ts';

/** So many may go together before the next has to wait for its turn; as many rows of the bulk lane are in hand at once. */
const TOGETHER = 8;
const MINUTE_MS = 60_000;

type Messengers = Deps['messengers'];
type Kind = keyof Allowance;
const KINDS: readonly Kind[] = ['sends', 'updates'];

/** How fast the bulk lane's messages leave this process. What is about a case has the other half of the limit, and no pace. */
export interface Pace {
  /** The messengers as they are now; each message of theirs counts where it is for the bulk lane. */
  messengers(lane: Lane): Messengers;
  /** How many messages may leave now on every platform. */
  room(): number;
  /** Milliseconds until there is room for one; 0: there is. */
  wait(): number;
}

export function paceOf(deps: Deps): Pace {
  /** By platform and kind of message: when what was sent is paid for, in milliseconds of `elapsed`. */
  const paid = new Map<string, number>();
  const now = (): number => deps.clock.elapsed();
  const paidAt = (platform: Platform, kind: Kind): number =>
    Math.max(paid.get(`${platform}|${kind}`) ?? 0, now());

  /** Of every platform that has an allowance: how long a message takes to be paid for, and how long until all are. */
  const debts = (): readonly { readonly each: number; readonly owed: number }[] =>
    Object.values(deps.messengers).flatMap(({ platform, bulk }) =>
      bulk === undefined
        ? []
        : KINDS.map((kind) => ({
            each: MINUTE_MS / bulk[kind],
            owed: paidAt(platform, kind) - now(),
          })),
    );

  async function count<Answer extends SendResult | UpdateResult>(
    { platform, bulk }: Messenger,
    lane: Lane,
    kind: Kind,
    leave: () => Promise<Answer>,
  ): Promise<Answer> {
    if (bulk === undefined) return leave();
    if (lane === 'bulk') paid.set(`${platform}|${kind}`, paidAt(platform, kind) + MINUTE_MS / bulk[kind]);
    const answer = await leave();
    if (answer.type === 'throttled') pause(platform, bulk, answer.retryAfterMs);
    return answer;
  }

  /** The platform asked us to wait, whatever it was for: everything of the bulk lane does, and then begins with one. */
  function pause(platform: Platform, bulk: Allowance, ms: number): void {
    for (const kind of KINDS) {
      const until = now() + ms + (TOGETHER - 1) * (MINUTE_MS / bulk[kind]);
      paid.set(`${platform}|${kind}`, Math.max(paidAt(platform, kind), until));
    }
  }

  const counted = (messenger: Messenger, lane: Lane): Messenger => ({
    ...messenger,
    send: (address, message) => count(messenger, lane, 'sends', () => messenger.send(address, message)),
    update: (address, id, message) =>
      count(messenger, lane, 'updates', () => messenger.update(address, id, message)),
  });

  return {
    messengers: (lane) =>
      Object.fromEntries(
        Object.values(deps.messengers).map((messenger) => [messenger.platform, counted(messenger, lane)]),
      ),
    room: () => Math.min(TOGETHER, ...debts().map(({ each, owed }) => TOGETHER - Math.ceil(owed / each))),
    wait: () => Math.ceil(Math.max(0, ...debts().map(({ each, owed }) => owed - (TOGETHER - 1) * each))),
  };
}
