import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { median, type Row, round } from './numbers.ts';
import type { School } from './school.ts';
import { SIGNING_SECRET, SLACK_TEAM } from './slack-reporter.ts';

const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 60_000;

const isReady = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });

/** Resident memory in megabytes; 0 where the system does not show it as Linux does. */
function residentMb(pid: number | undefined): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function startOnce(
  school: School,
  data: string,
): Promise<{ readonly ms: number; readonly mb: number }> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, ['src/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: data,
      ORG_DIR: school.orgDir,
      KEY_FILE: school.keyFile,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_TEAMS: SLACK_TEAM,
      // Nothing listens there: a start asks Slack for nothing.
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    },
  });
  const gone = once(child, 'exit');
  while (!(await isReady(`http://127.0.0.1:${port}/readyz`))) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode} before it was ready`);
    if (performance.now() - from > GIVE_UP_MS) throw new Error('The server was not ready within a minute');
    await wait(LOOK_EVERY_MS);
  }
  const ms = performance.now() - from;
  const mb = residentMb(child.pid);
  child.kill('SIGTERM');
  await gone;
  return { ms, mb };
}

/** From nothing to a 200 of `/readyz`: on an empty data folder, and on one that is there already. */
export async function startUps(school: School, rounds: number): Promise<readonly Row[]> {
  // In production nobody makes the key but the administrator.
  writeFileSync(school.keyFile, Buffer.alloc(32, 7), { flag: 'w', mode: 0o400 });
  const first: { readonly ms: number; readonly mb: number }[] = [];
  const again: { readonly ms: number; readonly mb: number }[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const data = school.freshData();
    first.push(await startOnce(school, data));
    again.push(await startOnce(school, data));
  }
  const row = (what: string, runs: typeof first): Row => ({
    what,
    'ready ms': round(median(runs.map(({ ms }) => ms)), 0),
    aim: '< 2000 ms',
    'RSS MB': round(median(runs.map(({ mb }) => mb)), 0),
  });
  return [row('first start, empty data folder', first), row('start on its data', again)];
}
