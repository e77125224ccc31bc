import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { importChildren, registerChange } from '../application/children/import-children.ts';
import { assemble } from '../compose/assemble.ts';
import { childrenIn } from '../compose/children.ts';
import { readConfig } from '../config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const quiet = { write: () => undefined };

const counted = (what: string, count: number): string => (count === 0 ? '' : `${what}: ${count}\n`);

async function run({ yes }: { readonly yes?: true }): Promise<void> {
  try {
    const config = readConfig(process.env);
    const { deps, raw } = await assemble(
      config,
      { root: ROOT, destination: quiet },
      () => undefined,
      () => undefined,
    );
    try {
      const list = await childrenIn(config.orgDir, deps.organisation);
      const { joins, changes, gone } = await registerChange(deps, list);
      const text = counted('Join', joins) + counted('Change', changes);
      const kept = counted('No longer on the list, and kept', gone);
      process.stdout.write(text === '' ? `The register says what children.csv says.\n${kept}` : text + kept);
      if (text === '') return;
      if (yes !== true) {
        process.stdout.write('Nothing was changed. Run it again with --yes to put this in place.\n');
        return;
      }
      await importChildren(deps, list);
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

export const childrenImport = (): Command =>
  new Command('import')
    .description('put children.csv of ORG_DIR into the register; with SQLite, stop Signpost first')
    .option('--yes', 'change it, after a first run that only says what would change')
    .action(run);
