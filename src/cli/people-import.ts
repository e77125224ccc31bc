import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { readDirectory } from '../application/directory.ts';
import { changeBetween, importPeople } from '../application/import-people.ts';
import { assemble } from '../compose/assemble.ts';
import { readConfig } from '../config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const quiet = { write: () => undefined };

const listed = (what: string, ids: readonly string[]): string =>
  ids.length === 0 ? '' : `${what}: ${ids.join(', ')}\n`;

async function run({ yes }: { readonly yes?: true }): Promise<void> {
  try {
    const { deps, raw, directory } = await assemble(
      readConfig(process.env),
      { root: ROOT, destination: quiet },
      () => undefined,
      () => undefined,
    );
    try {
      const change = changeBetween(await readDirectory(deps), directory);
      const text =
        listed('Joins', change.joins) + listed('Leaves', change.leaves) + listed('Changes', change.changes);
      process.stdout.write(text === '' ? 'people.csv says what the store holds already.\n' : text);
      if (text === '') return;
      if (yes !== true) {
        process.stdout.write('Nothing was changed. Run it again with --yes to put this in place.\n');
        return;
      }
      await importPeople(deps, directory);
      process.stdout.write('Done.\n');
    } finally {
      await raw.close();
    }
  } catch (fault) {
    // Errors of the start are ours: they name a variable, a file or a line, and the cure.
    process.stderr.write(`${fault instanceof Error ? fault.message : 'The import failed'}\n`);
    process.exitCode = 1;
  }
}

export const peopleImport = (): Command =>
  new Command('import')
    .description('put people.csv of ORG_DIR in place of the directory; with SQLite, stop Signpost first')
    .option('--yes', 'change it, after a first run that only says what would change')
    .action(run);
