import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/application/ports.ts';
import type { Rest } from '../../src/compose/worker.ts';
import { Instant } from '../../src/domain/ids.ts';

type Methods = Readonly<Record<string, unknown>>;

/** Time that passes only when nobody has anything left to do: then it is the next moment at which somebody wakes. */
export function virtualTime(start: string) {
  const from = Date.parse(start);
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  let passed = 0;
  let pending = 0;

  const clock: Clock = {
    now: () => Instant.parse(new Date(from + passed).toISOString()),
    elapsed: () => passed,
  };

  const sleep = (ms: number, bell?: Promise<void>): Promise<void> =>
    new Promise((resolve) => {
      const sleeper = { until: passed + ms, wake: resolve };
      sleepers.add(sleeper);
      void bell?.then(() => {
        sleepers.delete(sleeper);
        resolve();
      });
    });

  async function quiet(): Promise<void> {
    for (let turns = 0; turns < 3; turns += 1) {
      await turn();
      while (pending > 0) await turn();
    }
  }

  return {
    clock,
    sleep,
    rest: ((ms, bell) => sleep(ms, bell)) satisfies Rest,
    /** Time stands still while a call of this is under way. */
    watched<Watched extends object>(target: Watched): Watched {
      const wrapped = Object.entries(target as Methods).map(([name, value]) => [
        name,
        typeof value !== 'function'
          ? value
          : async (...given: unknown[]) => {
              pending += 1;
              try {
                return await value(...given);
              } finally {
                pending -= 1;
              }
            },
      ]);
      return Object.fromEntries(wrapped) as Watched;
    },
    /** Lets time pass until something is true, or somebody sleeps for ever. */
    async until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
      for (await quiet(); !(await isTrue()); await quiet()) {
        const [next] = [...sleepers].sort((a, b) => a.until - b.until);
        if (next === undefined) throw new Error('Nobody will ever wake again');
        sleepers.delete(next);
        passed = Math.max(passed, next.until);
        next.wake();
      }
    },
  };
}
