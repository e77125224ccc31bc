import process, { argv } from 'node:process';
import type { Deps } from '../../src/application/deps.ts';
import { readDirectory } from '../../src/application/directory.ts';
import { workOnce } from '../../src/application/due-work.ts';
import type { Store } from '../../src/application/ports.ts';
import { Instant } from '../../src/domain/ids.ts';
import { later } from '../../src/domain/time/working-time.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { seedNudges } from '../support/nudges.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { organisation, testKeyring } from '../support/stores.ts';
import type { PassCost } from './pass.ts';
import { manyPeople, sealedAsServed } from './storm-school.ts';

// One process of the part `pass`: seed|look FOLDER PEOPLE DUE

const [, , what, folder = '', people = '', due = ''] = argv;
const START = Instant.parse('2026-11-24T10:05:00.000Z');
const DIRECTORY = testKeyring.recordId('directory');

/** Each call of the raw store, under the seal, and what came back. */
function counted(store: Store<string>) {
  const counts = {
    looks: 0,
    rows: 0,
    reads: 0,
    bytes: 0,
    directory: 0,
    directoryBytes: 0,
    directoryMs: 0,
    writes: 0,
  };
  const write =
    <Given extends readonly unknown[], Found>(call: (...given: Given) => Promise<Found>) =>
    (...given: Given): Promise<Found> => {
      counts.writes += 1;
      return call(...given);
    };
  const tap: Store<string> = {
    ...store,
    async due(now, lane, n) {
      const rows = await store.due(now, lane, n);
      counts.looks += 1;
      counts.rows += rows.length;
      return rows;
    },
    async read(id, options) {
      const from = performance.now();
      const found = await store.read(id, options);
      const parts = [found?.head, ...(found?.events ?? []), ...(found?.deliveries ?? [])];
      const bytes = parts.reduce((sum, part) => sum + (part?.body.length ?? 0), 0);
      if (id === DIRECTORY) {
        counts.directory += 1;
        counts.directoryBytes += bytes;
        counts.directoryMs += performance.now() - from;
      } else {
        counts.reads += 1;
        counts.bytes += bytes;
      }
      return found;
    },
    claim: write(store.claim),
    settle: write(store.settle),
    commit: write(store.commit),
    saveDelivery: write(store.saveDelivery),
  };
  return { tap, counts };
}

const school = await sampleSchool();
const raw = openSqliteStore({ folder, organisation });
const { tap, counts } = counted(raw);
const deps: Deps = {
  ...school.deps,
  store: sealedAsServed(tap),
  clock: { now: () => START, elapsed: () => performance.now() },
};

if (what === 'seed') {
  const numbers = Array.from({ length: Number(people) }, (_, n) => n);
  const apart = Math.floor(Number(people) / Number(due));
  const inAMonth = later(START, { hours: 24 * 30 });
  const at = (n: number) => (n % apart === 0 ? START : inAMonth);
  const teams = { serviceUrl: 'http://127.0.0.1/', tenant: 'bench' };
  await seedNudges(deps, manyPeople(school, Number(people)), numbers, at, teams);
} else {
  // Into memory, as a server has it that runs.
  await readDirectory(deps);
  Object.assign(counts, { directory: 0, directoryBytes: 0, directoryMs: 0 });
  const from = performance.now();
  const used = process.cpuUsage();
  while ((await workOnce(deps, 'bench')) > 0);
  const { user, system } = process.cpuUsage(used);
  const cost: PassCost = {
    ...counts,
    cards: school.slack.posted.length + school.teams.posted.length,
    ms: performance.now() - from,
    cpuMs: (user + system) / 1000,
  };
  process.stdout.write(JSON.stringify(cost));
}
await raw.close();
