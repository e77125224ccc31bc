import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { reportOnRecord } from '../application/board-report/on-record.ts';
import { documentOnRecord, type OnRecord, textOnRecord } from '../application/hand-out/on-record.ts';
import { assemble } from '../compose/assemble.ts';
import { readConfig } from '../config.ts';
import { type Checked, checkFile } from '../documents/check.ts';
import { refOf } from '../domain/ids.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const quiet = { write: () => undefined };

/** 0: nothing was changed. 1: something was, or it is no file of ours. 2: the records do not have it. */
export interface Verdict {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

const CHANGED = {
  data: 'The data in this file were changed after Signpost made it.',
  pages: 'The pages of this file are not those that Signpost makes of its data. Do not rely on them.',
  text: 'This text is not the one that its hash is of: something was changed, added or left out.',
} as const;
const COMPARE = 'Compare the hash with the one on paper, or run it with --store.';

type Carried = Extract<Checked, { type: 'whole-file' }>['document'];

/** What it is, for whom, from when, and under which reference. */
function saidOf(document: Carried): string {
  const what = `This is the ${document.kind.replace('-', ' ')} that Signpost`;
  return document.kind === 'board-report'
    ? `${what} made for ${document.organisation} on ${document.at} (${document.period}), reference ${refOf(document.record)}`
    : `${what} handed out for ${document.organisation} on ${document.made.at}, reference ${document.reference}`;
}

/** What the file itself says, with nothing else at hand. */
export function verdictOf(checked: Checked): Verdict {
  switch (checked.type) {
    case 'not-ours':
      return { code: 1, text: 'This is not a file that Signpost handed out: it carries no hash.' };
    case 'changed':
      return { code: 1, text: CHANGED[checked.what] };
    case 'whole-text':
      return {
        code: 0,
        text: `This text agrees with the hash at its end.\nSHA-256 ${checked.hash}\n${COMPARE}`,
      };
    case 'whole-file':
    case 'other-version': {
      const what = saidOf(checked.document);
      return checked.type === 'whole-file'
        ? { code: 0, text: `${what}; nothing was changed.\nSHA-256 ${checked.hash}\n${COMPARE}` }
        : {
            code: 1,
            text: `${what}.\nAnother version of Signpost drew its pages: only the data in it could be checked.\nSHA-256 ${checked.hash}`,
          };
    }
  }
}

/** What the records say of it. */
export function recordedVerdict(found: OnRecord): Verdict {
  switch (found.type) {
    case 'handed-out':
      return {
        code: 0,
        text: `The records have it: ${found.records} of ${found.records}, each with a whole chain.`,
      };
    case 'never':
      return { code: 2, text: `Record ${found.record} is whole, and no copy with this hash was made of it.` };
    case 'other-events':
      return { code: 2, text: `Record ${found.record} begins with other events than those in this file.` };
    case 'no-such-record':
      return { code: 2, text: `There is no record ${found.record} in this store.` };
  }
}

const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/u;

async function fromStore(checked: Checked, bytes: Uint8Array): Promise<Verdict | undefined> {
  if (checked.type === 'changed' || checked.type === 'not-ours') return undefined;
  const { deps, raw } = await assemble(
    readConfig(process.env),
    { root: ROOT, destination: quiet },
    () => undefined,
    () => undefined,
  );
  try {
    if (checked.type !== 'whole-text') {
      const { document, hash } = checked;
      return recordedVerdict(
        document.kind === 'board-report'
          ? await reportOnRecord(deps, document)
          : await documentOnRecord(deps, document, hash),
      );
    }
    const reference = REFERENCE.exec(new TextDecoder().decode(bytes))?.[0] ?? '';
    return recordedVerdict(await textOnRecord(deps, reference, checked.hash));
  } finally {
    await raw.close();
  }
}

async function run(file: string, { store }: { readonly store?: true }): Promise<void> {
  try {
    const bytes = await readFile(file);
    const checked = await checkFile(bytes);
    const verdicts = [verdictOf(checked), store === true ? await fromStore(checked, bytes) : undefined];
    for (const verdict of verdicts) if (verdict !== undefined) process.stdout.write(`${verdict.text}\n`);
    process.exitCode = Math.max(...verdicts.map((verdict) => verdict?.code ?? 0));
  } catch (fault) {
    // Errors of the start and of the store are ours: they name a variable, a file or a record, and the cure.
    process.stderr.write(`${fault instanceof Error ? fault.message : 'It could not be checked'}\n`);
    process.exitCode = 2;
  }
}

export const verify = (): Command =>
  new Command('verify')
    .description('whether a file or a copied text that Signpost handed out is unchanged; needs no server')
    .argument('<file>', 'the PDF, or the copied text as a text file')
    .option('--store', 'also ask the records (with SQLite, stop Signpost first)')
    .action(run);
