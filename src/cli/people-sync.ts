import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Deps } from '../application/deps.ts';
import { applySync, previewSync, readOn } from '../application/people/sync.ts';
import { NEW_RUN, type SyncRun } from '../application/people/sync-run.ts';
import { assemble } from '../compose/assemble.ts';
import { readConfig } from '../config.ts';
import type { SyncedPeople } from '../domain/people/accounts.ts';
import { listed } from './people-preview.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const quiet = { write: () => undefined };

/** Reads every list to its end, with the pauses that the platforms ask for. */
async function readAll(deps: Deps): Promise<SyncRun> {
  let run = NEW_RUN;
  for (;;) {
    const step = await readOn(deps, run);
    run = step.run;
    if (step.type === 'done') return run;
    if (step.type === 'wait') await pause(step.ms);
    if (step.type === 'failed')
      throw new Error(
        `The list of accounts on ${deps.accounts?.[run.list]?.platform} could not be read (${step.code}): see docs/people.md for what it needs`,
      );
  }
}

const textOf = ({ found }: SyncRun, { filled, leaves, stays }: SyncedPeople): string =>
  [
    `Accounts read: ${found.seen}; of nobody who is listed: ${found.unlisted}; another than in people.csv: ${found.differs}`,
    ...listed('Gets an account', filled),
    ...listed('Leaves', leaves),
    ...listed('Stays, because nobody else has a role of theirs', stays),
  ]
    .map((line) => `${line}\n`)
    .join('');

async function syncNow(yes: boolean): Promise<void> {
  const { deps, raw } = await assemble(
    readConfig(process.env),
    { root: ROOT, destination: quiet },
    () => undefined,
    () => undefined,
  );
  try {
    if ((deps.accounts ?? []).length === 0)
      throw new Error('No list of accounts is configured: set SLACK_SYNC or GRAPH_SYNC to on');
    const run = await readAll(deps);
    const synced = await previewSync(deps, run);
    process.stdout.write(textOf(run, synced));
    if (synced.isRefused)
      throw new Error(
        'Nothing was changed: more than a fifth of the people would leave. Look at the accounts; if it is right, import people.csv without them.',
      );
    if (synced.filled.length + synced.leaves.length === 0) {
      process.stdout.write('There is nothing to change.\n');
      return;
    }
    if (!yes) {
      process.stdout.write('Nothing was changed. Run it again with --yes to put this in place.\n');
      return;
    }
    await applySync(deps, run);
    process.stdout.write('Done.\n');
  } finally {
    await raw.close();
  }
}

async function run({ yes }: { readonly yes?: true }): Promise<void> {
  try {
    await syncNow(yes === true);
  } catch (fault) {
    // Errors of the start are ours: they name a variable, a file or a line, and the cure.
    process.stderr.write(`${fault instanceof Error ? fault.message : 'The synchronisation failed'}\n`);
    process.exitCode = 1;
  }
}

export const peopleSync = (): Command =>
  new Command('sync')
    .description('fill in accounts from Slack and Microsoft 365, and let whoever has none left leave')
    .option('--yes', 'change it, after a first run that only says what would change')
    .action(run);
