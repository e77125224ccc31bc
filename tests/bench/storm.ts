import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { freePort } from '../support/free-port.ts';
import { freshFolder } from '../support/stores.ts';
import type { Line } from './limited-server.ts';
import { percentile, type Row, round } from './numbers.ts';

const SCRIPT = join(import.meta.dirname, 'storm-once.ts');
const Delays = z.array(z.number());

interface Size {
  readonly nudges: number;
  readonly alerts: number;
}

const args = (what: string, folder: string, port: number, ...counts: readonly number[]): string[] => [
  '--no-warnings',
  SCRIPT,
  what,
  folder,
  ...[port, ...counts].map(String),
];

function linesIn(folder: string): readonly Line[] {
  const ledger = join(folder, 'ledger.jsonl');
  if (!existsSync(ledger)) return [];
  const whole = readFileSync(ledger, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => JSON.parse(line));
}

/** Ends the process the hard way once so many requests have come in; true if it was still running. */
async function killAt(bot: ChildProcess, folder: string, requests: number): Promise<boolean> {
  while (bot.exitCode === null) {
    if (linesIn(folder).length >= requests) return bot.kill('SIGKILL');
    await pause(200);
  }
  return false;
}

/** The most requests in any span of so many milliseconds. */
function most(lines: readonly Line[], ms: number): number {
  let from = 0;
  let found = 0;
  for (const [n, { at }] of lines.entries()) {
    while ((lines[from]?.at ?? at) <= at - ms) from += 1;
    found = Math.max(found, n - from + 1);
  }
  return found;
}

function outcome(lines: readonly Line[], nudges: number, kills: number): readonly Row[] {
  const taken = lines.filter(({ refused }) => !refused);
  const cards = taken.filter(({ record }) => record !== undefined);
  const hours = ((lines.at(-1)?.at ?? 0) - (lines[0]?.at ?? 0)) / 3_600_000;
  return (['slack', 'teams'] as const).map((platform) => {
    const mine = lines.filter((line) => line.platform === platform);
    const sent = cards.filter((line) => line.platform === platform);
    const people = new Set(sent.map(({ to }) => to)).size;
    return {
      platform,
      nudges: Math.ceil(platform === 'slack' ? nudges / 2 : Math.floor(nudges / 2)),
      reached: people,
      'repeats (aim 0)': sent.length - people,
      'refused by limit (aim 0)': mine.filter(({ refused }) => refused).length,
      'most requests a second': most(mine, 1_000),
      'a minute': most(mine, 60_000),
      documented: platform === 'slack' ? 'several hundred a minute' : '50 a second',
      kills,
      hours: round(hours, 2),
    };
  });
}

/** All nudges over both platforms, the bot killed three times on the way, time passing as fast as it can. */
async function throughKills({ nudges }: Size): Promise<readonly Row[]> {
  const folder = freshFolder();
  const port = await freePort();
  try {
    execFileSync(process.execPath, args('seed', folder, port, nudges, nudges));
    let kills = 0;
    for (const part of [0.25, 0.5, 0.75, Number.POSITIVE_INFINITY]) {
      const bot = spawn(process.execPath, args('run', folder, port, nudges, nudges), { stdio: 'inherit' });
      const ended = once(bot, 'exit');
      // Teams takes two requests a card.
      if (await killAt(bot, folder, part * nudges * 1.5)) kills += 1;
      await ended;
      if (bot.exitCode !== 0 && bot.signalCode !== 'SIGKILL') throw new Error('The bot ended by itself');
    }
    return outcome(linesIn(folder), nudges, kills);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How long an urgent card takes from the commit to the platform, with so many nudges waiting. */
async function alertsBeside(nudges: number, { nudges: people, alerts }: Size): Promise<Row> {
  const folder = freshFolder();
  try {
    const port = await freePort();
    const told = execFileSync(process.execPath, args('alerts', folder, port, people, nudges, alerts), {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    });
    const delays = Delays.parse(JSON.parse(told));
    const lines = linesIn(folder);
    return {
      'urgent alert': nudges === 0 ? 'at rest' : `during a storm of ${nudges}`,
      alerts: delays.length,
      'p50 ms': round(percentile(delays, 0.5)),
      'p99 ms': round(percentile(delays, 0.99)),
      'max ms': round(Math.max(...delays)),
      'requests meanwhile': lines.length,
      'refused (aim 0)': lines.filter(({ refused }) => refused).length,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const stormCosts = async (size: Size): Promise<readonly Row[]> => throughKills(size);

export async function alertCosts(size: Size): Promise<readonly Row[]> {
  return [await alertsBeside(0, size), await alertsBeside(size.nudges, size)];
}
