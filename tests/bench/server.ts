import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../src/application/ports.ts';
import type { Config } from '../../src/config.ts';
import { Instant } from '../../src/domain/ids.ts';
import type { Ask, Kind, Started, StartOptions, Told } from './serve.ts';
import { SIGNING_SECRET, SLACK_TEAM } from './slack-reporter.ts';

// The server under test, in a process of its own: started by `serve.ts`, told what to do by messages.

interface Running {
  readonly url: string;
  pause(on: boolean): void;
  /** Settles when nothing is due and nobody holds a row. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const bare = (url: string): Running => ({
  url,
  pause: () => undefined,
  idle: async () => undefined,
  stop: async () => undefined,
});

function configOf(kind: Kind, { school, slackApi }: StartOptions): Config {
  const common = {
    host: '127.0.0.1',
    port: 0,
    orgDir: school.orgDir,
    store: { type: 'sqlite', folder: school.data },
    key: { type: 'file', file: school.keyFile, create: true },
  } as const;
  if (kind === 'signpost-teams') return { ...common, mode: 'local' };
  const slack = {
    botToken: 'xoxb-bench',
    signingSecret: SIGNING_SECRET,
    apiUrl: slackApi,
    teams: [SLACK_TEAM],
  };
  return { ...common, mode: 'production', slack };
}

const GIVE_UP_MS = 60_000;
const now = () => Instant.parse(new Date().toISOString());

/** The store with a tap that can be closed: rows wait while only what a person waits for is measured. */
function tapped(store: Store) {
  let isPaused = false;
  let held = 0;
  const tap: Store = {
    ...store,
    due: async (at, lane, n) => (isPaused ? [] : store.due(at, lane, n)),
    async claim(row, owner, until) {
      const claimed = await store.claim(row, owner, until);
      if (claimed !== undefined) held += 1;
      return claimed;
    },
    async settle(row, settlement) {
      held -= 1;
      return store.settle(row, settlement);
    },
  };
  return {
    tap,
    pause: (on: boolean) => {
      isPaused = on;
    },
    async idle() {
      const isBusy = async () =>
        held > 0 ||
        (await store.due(now(), 'case', 1)).length > 0 ||
        (await store.due(now(), 'bulk', 1)).length > 0;
      const until = performance.now() + GIVE_UP_MS;
      while (await isBusy()) {
        if (performance.now() > until) throw new Error('Due work was not done in a minute');
        await wait(20);
      }
    },
  };
}

async function signpost(kind: Kind, options: StartOptions): Promise<Running & { readonly ms: number }> {
  const { compose } = await import('../../src/compose.ts');
  const from = performance.now();
  const app = await compose(configOf(kind, options), { root: process.cwd() });
  const ms = performance.now() - from;
  const { tap, pause, idle } = tapped(app.deps.store);
  Object.assign(app.deps, { store: tap });
  return { url: app.url, ms, pause, idle, stop: app.stop };
}

async function start(kind: Kind, options: StartOptions): Promise<Running & { readonly ms?: number }> {
  if (kind === 'signpost-slack' || kind === 'signpost-teams') return signpost(kind, options);
  const { bareBolt, bareBotbuilder } = await import('./bare.ts');
  return bare(await (kind === 'bolt' ? bareBolt() : bareBotbuilder()));
}

const [kind, options] = process.argv.slice(2);
const running = await start(kind as Kind, JSON.parse(options ?? '{}'));
const session = new Session();

async function profile(file: string | undefined): Promise<void> {
  if (file === undefined) {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile: found } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(found));
}

async function obey(ask: Ask): Promise<void> {
  if (ask.do === 'pause') running.pause(true);
  if (ask.do === 'resume') running.pause(false);
  if (ask.do === 'idle') await running.idle();
  if (ask.do === 'profile') await profile(ask.file);
  if (ask.do === 'stop') await running.stop();
  const { user, system } = process.cpuUsage();
  process.send?.({ done: ask.id, cpuMs: (user + system) / 1000 } satisfies Told);
  if (ask.do === 'stop') process.exit(0);
}
process.on('message', (ask: Ask) => void obey(ask));
process.once('disconnect', () => process.exit(1));
process.send?.({
  url: running.url,
  composeMs: running.ms ?? 0,
  rss: process.memoryUsage.rss(),
} satisfies Started);
