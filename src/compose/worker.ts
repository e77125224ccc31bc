import type { Deps } from '../application/deps.ts';
import { workOnce } from '../application/due-work.ts';

/** Looks at least this often; a commit of this process is looked at, at once. */
const LOOK_EVERY_MS = 1_000;

export interface Worker {
  start(): void;
  /** Says that something is due now. */
  kick(): void;
  /** Finishes what it holds and stops. */
  stop(): Promise<void>;
}

/** The one loop that performs everything that happens later. */
export function worker(deps: Deps, owner: string): Worker {
  let stopped = true;
  let wake: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopped) {
      // Armed before the look, so that what is committed during it is not slept over.
      const rest = pause();
      const done = await workOnce(deps, owner).catch(() => {
        deps.log.error({ event: 'look-failed' });
        return 0;
      });
      if (done > 0) wake();
      await rest;
    }
  }

  return {
    start() {
      stopped = false;
      running = run();
    },
    kick: () => wake(),
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
