import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { importPeople, previewImport } from '../application/import-people.ts';
import { assemble } from '../compose/assemble.ts';
import { readConfig } from '../config.ts';
import { PersonId } from '../domain/ids.ts';
import { previewText, problemText } from './people-preview.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const quiet = { write: () => undefined };

interface Options {
  readonly yes?: true;
  readonly by?: string;
}

/** What stands behind --by, or a message without it: it may be a name. */
function personOf(typed: string): PersonId {
  const id = PersonId.safeParse(typed);
  if (!id.success) throw new Error('--by takes an id of people.csv, like p-iris');
  return id.data;
}

async function importNow({ yes, by: typed }: Options): Promise<void> {
  const { deps, raw, listed, warnings } = await assemble(
    readConfig(process.env),
    { root: ROOT, destination: quiet },
    () => undefined,
    () => undefined,
  );
  try {
    const say = (text: string) => process.stdout.write(text);
    const by = typed === undefined ? undefined : personOf(typed);
    const { summary, asks, problems } = await previewImport(deps, listed, by);
    say(warnings.map((line) => `${line}\n`).join(''));
    say(previewText({ summary, asks }));
    if (summary.isNothing && problems.length === 0) {
      say('people.csv says what the store holds already.\n');
      return;
    }
    if (problems.length > 0) {
      process.stderr.write(problems.map((each) => `${problemText(each)}\n`).join(''));
      if (yes === true) process.exitCode = 1;
    }
    if (yes !== true || problems.length > 0) {
      say('Nothing was changed. Run it again with --yes to put this in place.\n');
      return;
    }
    const done = await importPeople(deps, listed, by);
    if (!done.ok) throw new Error(done.refusal.map(problemText).join('\n'));
    say('Done.\n');
  } finally {
    await raw.close();
  }
}

async function run(options: Options): Promise<void> {
  try {
    await importNow(options);
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
    .option('--by <id>', 'who you are, where somebody gains a role that opens more to them')
    .action(run);
