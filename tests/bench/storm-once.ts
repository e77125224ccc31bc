import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../../src/application/deps.ts';
import type { Clock, Store } from '../../src/application/ports.ts';
import { slack } from '../../src/channels/slack/slack.ts';
import { teams } from '../../src/channels/teams/teams.ts';
import { type Rest, type Worker, worker } from '../../src/compose/worker.ts';
import { Instant } from '../../src/domain/ids.ts';
import { later } from '../../src/domain/time/working-time.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { nthPerson, seedNudges } from '../support/nudges.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { organisation } from '../support/stores.ts';
import { virtualTime } from '../support/virtual-time.ts';
import { type Line, startLimited } from './limited-server.ts';
import { alarm, manyPeople, sealedAsServed } from './storm-school.ts';

// One process of the part `storm`: seed|run|alerts FOLDER PORT PEOPLE NUDGES ALERTS
// `run` lets time pass as fast as the work is done, and may be killed; `alerts` goes by the machine's clock.

const [, , what, folder = '', port = '', people = '', nudges = '', alerts = ''] = argv;
/** A Tuesday in term, five past ten. */
const START = Instant.parse('2026-11-24T10:05:00.000Z');
/** The leads of two sites take turns, so that neither is written to more often than Slack takes. */
const BETWEEN_ALERTS_MS = 550;
const GIVE_UP_MS = 30_000;
const TENANT = 'bench';

const ledger = join(folder, 'ledger.jsonl');
const before: readonly Line[] = existsSync(ledger)
  ? readFileSync(ledger, 'utf8')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  : [];
const school = await sampleSchool();
const raw = openSqliteStore({ folder, organisation });
const sealed = sealedAsServed(raw);
const directory = manyPeople(school, Number(people));

interface Surroundings {
  readonly clock: Clock;
  readonly rest?: Rest;
  readonly watched?: <Part extends object>(part: Part) => Part;
  readonly heard?: (line: Line) => void;
  readonly committed?: (record: string) => void;
}

/** The bot as a server has it, from the store to the channels, and the platforms that it calls. */
async function start({ clock, rest, watched = (part) => part, heard, committed }: Surroundings) {
  let bot: Worker | undefined;
  const platform = await startLimited({
    port: Number(port),
    now: () => Date.parse(clock.now()),
    before,
    keep(line) {
      appendFileSync(ledger, `${JSON.stringify(line)}\n`);
      heard?.(line);
    },
  });
  const told = {
    handle: async () => ({ type: 'nothing' }) as const,
    log: school.log,
    comesByMessage: '',
    nothingHere: '',
    fault: school.deps.cards.show('line', { text: '' }),
  };
  const onSlack = slack({
    botToken: 'xoxb-bench',
    signingSecret: 'bench',
    apiUrl: platform.slackApi,
    teams: ['T0BENCH'],
    now: () => Date.parse(clock.now()),
    ...told,
  });
  const onTeams = teams({ ...told, app: { type: 'local' }, tenants: [TENANT] });
  const store: Store = {
    ...sealed,
    async commit(change) {
      const result = await sealed.commit(change);
      if (change.type === 'write' && change.wakes.some(({ lane }) => lane === 'case'))
        committed?.(change.head.id);
      return result;
    },
  };
  const deps: Deps = {
    ...school.deps,
    store: watched(store),
    clock,
    messengers: { slack: watched(onSlack.messenger), teams: watched(onTeams.messenger) },
    kick: () => bot?.kick(),
  };
  bot = worker(deps, `${process.pid} ${performance.timeOrigin}`, rest);
  bot.start();
  return { deps, bot, platform };
}

async function seed(): Promise<void> {
  const numbers = Array.from({ length: Number(nudges) }, (_, n) => n);
  const deps = { ...school.deps, store: sealed, clock: { now: () => START, elapsed: () => 0 } };
  const teamsAt = { serviceUrl: `http://127.0.0.1:${port}/`, tenant: TENANT };
  await seedNudges(deps, directory, numbers, () => START, teamsAt);
}

/** Until every nudge is gone; after a kill, from the moment at which the platforms were last called. */
async function run(): Promise<void> {
  const last = before.at(-1)?.at ?? Date.parse(START);
  const time = virtualTime(new Date(last + 1_000).toISOString());
  const { bot, platform } = await start({ clock: time.clock, rest: time.rest, watched: time.watched });
  const isOver = async () => (await raw.due(later(time.clock.now(), { hours: 12 }), 'bulk', 1)).length === 0;
  await time.until(isOver);
  const stopped = bot.stop();
  await time.until(() => stopped.then(() => true));
  await platform.close();
}

/** Alerts one after another, each from the commit of its case until its card is with the platform. */
async function inRealTime(): Promise<void> {
  await seed();
  const from = performance.now();
  const began = new Map<string, number>();
  const delays = new Map<string, number>();
  const { deps, bot, platform } = await start({
    // In school hours, whenever this runs.
    clock: {
      now: () => later(START, { milliseconds: Math.floor(performance.now() - from) }),
      elapsed: () => performance.now(),
    },
    committed: (record) => void (began.has(record) || began.set(record, performance.now())),
    heard({ record = '', refused }) {
      const at = began.get(record);
      if (at !== undefined && !refused && !delays.has(record)) delays.set(record, performance.now() - at);
    },
  });
  // Until the first burst is over.
  await pause(3_000);
  for (let n = 0; n < Number(alerts); n += 1) {
    const next = performance.now() + BETWEEN_ALERTS_MS;
    const reporter = directory.people.find(({ id }) => id === nthPerson(2 * n));
    if (reporter === undefined) throw new Error('More alerts than people');
    const known = delays.size;
    await alarm(deps, directory, reporter);
    const until = performance.now() + GIVE_UP_MS;
    while (delays.size === known && performance.now() < until) await pause(1);
    if (delays.size === known) throw new Error(`Alert ${n} did not arrive in ${GIVE_UP_MS} ms`);
    await pause(Math.max(0, next - performance.now()));
  }
  await bot.stop();
  await platform.close();
  process.stdout.write(JSON.stringify([...delays.values()]));
}

if (what === 'seed') await seed();
else if (what === 'run') await run();
else await inRealTime();
await raw.close();
process.exit(0);
