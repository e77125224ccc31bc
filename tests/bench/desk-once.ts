import process, { argv } from 'node:process';
import { casesCard } from '../../src/application/desk/cases.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import type { Intent } from '../../src/application/intent.ts';
import { filterFrom } from '../../src/domain/desk/filter.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { handClock, sampleSchool } from '../support/sample-school.ts';
import { organisation, sealed } from '../support/stores.ts';
import { DESK_VIEWER, type DeskCost } from './desk.ts';
import { median } from './numbers.ts';

// One process of the part `desk`, so that its first look really is the first. FOLDER today|home|cases|filtered

const [, , folder = '', what = ''] = argv;
const TIMES = 9;

const store = sealed(openSqliteStore({ folder, organisation }));
const school = await sampleSchool({ store, clock: handClock('2026-11-24T10:05:00.000Z') });
const handle = intentHandler(school.deps);
const from = { platform: 'slack', account: school.person(DESK_VIEWER).slack ?? '' } as const;
const asked = { from, place: { type: 'private' }, view: true } as const;
const filter = filterFrom({ status: 'all', since: '2025-09-01' });
const ask = (intent: Intent) => () => handle(intent);
const looks: Readonly<Record<string, () => Promise<unknown>>> = {
  today: ask({ type: 'say', text: 'today', ...asked }),
  home: ask({ type: 'home', from }),
  cases: ask({ type: 'say', text: 'cases', ...asked }),
  filtered: () => casesCard(school.deps, school.directory, school.person(DESK_VIEWER), filter),
};
const look = looks[what];
if (look === undefined) throw new Error(`The bench asks for nothing called ${what}`);

const times: number[] = [];
const cpu: number[] = [];
let answer: unknown;
for (let n = 0; n < TIMES; n += 1) {
  const begun = performance.now();
  const used = process.cpuUsage();
  answer = await look();
  times.push(performance.now() - begun);
  const { user, system } = process.cpuUsage(used);
  cpu.push((user + system) / 1000);
}
const cost: DeskCost = {
  first: times[0] ?? 0,
  firstCpu: cpu[0] ?? 0,
  next: median(times.slice(1)),
  nextCpu: median(cpu.slice(1)),
  bytes: JSON.stringify(answer).length,
};
process.stdout.write(JSON.stringify(cost));
await store.close();
