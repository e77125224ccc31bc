import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startGate } from './application/agreements/wake-gate.ts';
import type { Deps } from './application/deps.ts';
import { readDirectory, seedDirectory } from './application/directory.ts';
import { startCalendar } from './application/duties/mornings.ts';
import { fetchFile, isWaiting, type MadeFile } from './application/files.ts';
import { intentHandler } from './application/handle-intent.ts';
import type { HandleIntent } from './application/intent.ts';
import { noticePolicy } from './application/notices/policy-notice.ts';
import { startRoll } from './application/people/roll.ts';
import { startSync } from './application/people/wake-sync.ts';
import { paperForm } from './application/report/paper-form.ts';
import { type Slack, slack } from './channels/slack/slack.ts';
import { type Teams, teams } from './channels/teams/teams.ts';
import { assemble, type Surroundings } from './compose/assemble.ts';
import { seedChildren } from './compose/children.ts';
import { told } from './compose/organisation.ts';
import { watchPolicy } from './compose/watch-policy.ts';
import { type Worker, worker } from './compose/worker.ts';
import type { Config } from './config.ts';
import type { ServedFile } from './http/files.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { toCsv } from './storage/files/csv.ts';

export interface App {
  readonly url: string;
  /** For tests that drive the use cases without a channel. */
  readonly deps: Deps;
  readonly handle: HandleIntent;
  /** What an operator should know of the organisation's files, as lines. */
  readonly warnings: readonly string[];
  stop(): Promise<void>;
}

/** What a local client's tenant is called (see `playground/`). */
export const LOCAL_TENANT = '00000000-0000-0000-0000-0000000000001';

/** Puts everything together, starts the loop and listens. The only place that sees every folder. */
export async function compose(config: Config, surroundings: Surroundings): Promise<App> {
  let loop: Worker | undefined;
  let server: RunningServer | undefined;
  const { deps, usePolicy, messengers, log, raw, directory, warnings } = await assemble(
    config,
    surroundings,
    () => loop?.kick(),
    () => config.publicUrl ?? (config.mode === 'local' ? server?.url : undefined),
  );
  const handle = intentHandler(deps);
  const onTeams = teamsFor(config, deps, handle);
  const onSlack = slackFor(config, deps, handle);
  if (onTeams !== undefined) messengers.teams = onTeams.messenger;
  if (onSlack !== undefined) messengers.slack = onSlack.messenger;
  try {
    await seedChildren(deps, config.orgDir);
    log.info({ event: `directory-${await seedDirectory(deps, directory)}` });
    await startCalendar(deps);
    await startGate(deps);
    await startSync(deps);
    server = await startServer({
      host: config.host,
      port: config.port,
      local: config.mode === 'local',
      ...(onTeams && { teams: onTeams.receive }),
      ...(onSlack && { slack: onSlack.handler }),
      files: {
        isWaiting: (secret) => isWaiting(deps, secret),
        fetch: async (secret) => {
          const file = await fetchFile(deps, secret);
          return file && served(file);
        },
        words: {
          ready: deps.cards.say('file-ready'),
          fetch: deps.cards.say('file-fetch'),
          gone: deps.cards.say('file-gone'),
        },
      },
      paper: () => paperForm(deps),
      probe: () => deps.store.probe(),
      counts: () => log.counts(),
      log,
    });
  } catch (fault) {
    await raw.close();
    throw fault;
  }
  const unwatch = await watchPolicy({
    places: { organisation: config.orgDir, policies: join(surroundings.root, 'policies') },
    directory: () => readDirectory(deps),
    async good(policy) {
      usePolicy(policy);
      log.info({ event: 'policy-loaded', n: policy.version });
      await noticePolicy(deps, []);
      await startRoll(deps);
    },
    async bad(findings) {
      log.error({ event: 'policy-refused', n: findings.length });
      surroundings.tell?.(
        `The policy file has a mistake, so the last good one stays in use:\n${told(findings)}`,
      );
      await noticePolicy(deps, findings);
    },
  });
  loop = worker(deps, randomUUID());
  loop.start();
  log.info({ event: 'ready' });
  return {
    url: server.url,
    deps,
    handle,
    warnings,
    async stop() {
      unwatch();
      await server.stop();
      await onSlack?.idle();
      await loop.stop();
      await raw.close();
    },
  };
}

/** A table as CSV, pages as PDF, and what is read in the browser as a page. */
const served = ({ name, rows, pdf, page }: MadeFile): ServedFile => {
  if (page !== undefined)
    return { name: `${name}.html`, type: 'text/html; charset=utf-8', content: page, isShown: true };
  return pdf === undefined
    ? { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: toCsv(rows) }
    : { name: `${name}.pdf`, type: 'application/pdf', content: pdf };
};

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
