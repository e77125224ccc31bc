import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Deps } from './application/deps.ts';
import { seedDirectory } from './application/directory.ts';
import { intentHandler } from './application/handle-intent.ts';
import type { HandleIntent } from './application/intent.ts';
import { startCalendar } from './application/people.ts';
import type { Clock, Messenger, Platform } from './application/ports.ts';
import { stamper } from './application/sign.ts';
import { cardsFrom } from './cards/catalog.ts';
import { type Slack, slack } from './channels/slack/slack.ts';
import { type Teams, teams } from './channels/teams/teams.ts';
import { openStore } from './compose/open-store.ts';
import { loadOrganisationFolder } from './compose/organisation.ts';
import { type Worker, worker } from './compose/worker.ts';
import type { Config } from './config.ts';
import { instantOf } from './domain/time/working-time.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { createLogger, type LoggerOptions } from './logging/logger.ts';
import { loadCards } from './storage/files/load-cards.ts';

export interface App {
  readonly url: string;
  /** For tests that drive the use cases without a channel. */
  readonly deps: Deps;
  readonly handle: HandleIntent;
  stop(): Promise<void>;
}

export interface Surroundings extends LoggerOptions {
  /** The checkout: where `cards/` and `policies/` are. */
  readonly root: string;
  /** Tests turn it; otherwise it is the machine's. */
  readonly clock?: Clock;
}

const machineClock: Clock = {
  now: () => instantOf(Temporal.Now.instant()),
  elapsed: () => performance.now(),
};

/** What a local client's tenant is called (see `playground/`). */
export const LOCAL_TENANT = '00000000-0000-0000-0000-0000000000001';

/** Puts everything together, starts the loop and listens. The only place that sees every folder. */
export async function compose(
  config: Config,
  { root, clock = machineClock, ...logging }: Surroundings,
): Promise<App> {
  const log = createLogger(logging);
  const { organisation, policy, directory } = await loadOrganisationFolder(
    config.orgDir,
    join(root, 'policies'),
  );
  const { store, keyring, raw } = await openStore(config, organisation.id);
  const ids = { random: () => randomBytes(16).toString('base64url') };
  const messengers: Partial<Record<Platform, Messenger>> = {};
  let loop: Worker | undefined;
  const deps: Deps = {
    store,
    keyring,
    clock,
    ids,
    log,
    policy,
    organisation,
    calendar: { ...organisation.working, timezone: organisation.timezone, closures: organisation.closures },
    cards: cardsFrom(loadCards(join(root, 'cards')), stamper(keyring, ids)),
    messengers,
    kick: () => loop?.kick(),
  };
  const handle = intentHandler(deps);
  const onTeams = teamsFor(config, deps, handle);
  const onSlack = slackFor(config, deps, handle);
  if (onTeams !== undefined) messengers.teams = onTeams.messenger;
  if (onSlack !== undefined) messengers.slack = onSlack.messenger;
  log.info({ event: `directory-${await seedDirectory(deps, directory)}` });
  await startCalendar(deps);
  loop = worker(deps, randomUUID());
  let server: RunningServer;
  try {
    server = await startServer({
      host: config.host,
      port: config.port,
      local: config.mode === 'local',
      ...(onTeams && { teams: onTeams.receive }),
      ...(onSlack && { slack: onSlack.handler }),
      probe: () => store.probe(),
      counts: () => log.counts(),
      log,
    });
  } catch (fault) {
    await raw.close();
    throw fault;
  }
  loop.start();
  log.info({ event: 'ready' });
  return {
    url: server.url,
    deps,
    handle,
    async stop() {
      await server.stop();
      await onSlack?.idle();
      await loop.stop();
      await raw.close();
    },
  };
}

function teamsFor(config: Config, deps: Deps, handle: HandleIntent): Teams | undefined {
  const { cards, log } = deps;
  const phone = deps.organisation.sites[0]?.phone;
  const told = {
    handle,
    log,
    comesByMessage: cards.say('in-your-chat'),
    nothingHere: cards.say('nothing-here'),
    fault: cards.show('line', {
      text: cards.say('fault', { number: phone?.number ?? '999', who: phone?.label ?? '' }),
    }),
  };
  if (config.mode === 'local') return teams({ ...told, app: { type: 'local' }, tenants: [LOCAL_TENANT] });
  return config.teams && teams({ ...told, ...config.teams });
}

function slackFor(config: Config, deps: Deps, handle: HandleIntent): Slack | undefined {
  if (config.mode === 'local' || config.slack === undefined) return undefined;
  return slack({ ...config.slack, handle, log: deps.log, now: () => Date.parse(deps.clock.now()) });
}
