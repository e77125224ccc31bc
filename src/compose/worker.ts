import { bulkTurn } from '../application/bulk-turn.ts';
import type { Deps } from '../application/deps.ts';
import { type LaneWork, laneWork } from '../application/due-work.ts';
import { paceOf } from '../application/pace.ts';
import type { Lane } from '../application/ports.ts';

/** Looks at least this often; a commit of this process is looked at, at once. */
const LOOK_EVERY_MS = 1_000;

export interface Worker {
  start(): void;
  /** Says that something is due now. */
  kick(): void;
  /** Finishes what it holds and stops. */
  stop(): Promise<void>;
}

/** Rests for so many milliseconds, or until the bell rings. */
export type Rest = (ms: number, bell: Promise<void>) => Promise<void>;

async function restOf(ms: number, bell: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([over, bell]);
  clearTimeout(timer);
}

interface Loop extends LaneWork {
  /** Milliseconds until another look is worth it. */
  wait(): number;
}

/**
 * Performs everything that happens later. Each lane has hands of its own, so that whatever the bulk lane waits for (its
 * turn, its pace, a platform that does not answer), a card of a case goes at once.
 */
export function worker(deps: Deps, owner: string, rest: Rest = restOf): Worker {
  let stopped = true;
  let running: Promise<unknown> = Promise.resolve();
  const ring = new Set<() => void>();
  const kick = () => {
    for (const each of ring) each();
  };

  const pace = paceOf(deps);
  const turn = bulkTurn(deps, owner);
  const given = (lane: Lane) => (): Deps => ({ ...deps, messengers: pace.messengers(lane) });
  const cases: Loop = { ...laneWork(given('case'), 'case', owner), wait: () => 0 };
  const bulk: Loop = {
    ...laneWork(given('bulk'), 'bulk', owner, { room: pace.room, isMine: turn.isMine }),
    wait: pace.wait,
  };

  const failed = () => {
    deps.log.error({ event: 'look-failed' });
    return [];
  };

  async function run(lane: Loop): Promise<void> {
    const inHand = new Set<Promise<unknown>>();
    let wake: () => void = () => undefined;
    ring.add(() => wake());
    while (!stopped) {
      // Armed before the look, so that what is committed during it is not slept over.
      const bell = new Promise<void>((resolve) => {
        wake = resolve;
      });
      for (const begun of await lane.look().catch(failed)) {
        const ended = begun.catch(failed).then(() => {
          inHand.delete(ended);
          wake();
        });
        inHand.add(ended);
      }
      if (!stopped) await rest(Math.min(LOOK_EVERY_MS, lane.wait() || LOOK_EVERY_MS), bell);
    }
    await Promise.all(inHand);
  }

  return {
    start() {
      stopped = false;
      running = Promise.all([run(cases), run(bulk)]);
    },
    kick,
    async stop() {
      stopped = true;
      kick();
      await running;
      await turn.release().catch(failed);
    },
  };
}
