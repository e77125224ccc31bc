import { argv } from 'node:process';
import type { Listed, Page, Store } from '../../src/application/ports.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { organisation, sealed } from '../support/stores.ts';
import { BENCH_TOKEN, type ListCost } from './lists.ts';
import { median } from './numbers.ts';

// One process of the part `lists`, so that its first list really is the first. FOLDER token|open

const [, , folder = '', which] = argv;

async function all(store: Store): Promise<readonly Listed<unknown>[]> {
  const items: Listed<unknown>[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Listed<unknown>> =
      which === 'open' ? await store.openCases(cursor) : await store.byToken(BENCH_TOKEN, cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

const store = sealed(openSqliteStore({ folder, organisation }));
const times: number[] = [];
const cpu: number[] = [];
let listed = 0;
let briefs = 0;
let longest = 0;
for (let n = 0; n < 6; n += 1) {
  let turned = performance.now();
  // How long the longest page keeps everybody else waiting, the first time.
  const watch =
    n > 0
      ? undefined
      : setInterval(() => {
          const now = performance.now();
          longest = Math.max(longest, now - turned);
          turned = now;
        }, 1);
  const from = performance.now();
  const used = process.cpuUsage();
  const items = await all(store);
  times.push(performance.now() - from);
  const { user, system } = process.cpuUsage(used);
  cpu.push((user + system) / 1000);
  clearInterval(watch);
  listed = items.length;
  briefs = items.filter(({ brief }) => brief !== undefined).length;
}
const cost: ListCost = {
  listed,
  briefs,
  cold: times[0] ?? 0,
  coldCpu: cpu[0] ?? 0,
  warm: median(times.slice(1)),
  warmCpu: median(cpu.slice(1)),
  longest,
  mb: process.memoryUsage.rss() / 2 ** 20,
};
process.stdout.write(JSON.stringify(cost));
await store.close();
