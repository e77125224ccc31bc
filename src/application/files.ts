import { assertNever, type PersonId, type RecordId } from '../domain/ids.ts';
import { type Directory, type Person, personById } from '../domain/people/directory.ts';
import { later } from '../domain/time/working-time.ts';
import { accountsTable } from './agreements/gate.ts';
import { reportFile } from './board-report/file.ts';
import { casesOfLog, logTable } from './case/incident-log.ts';
import { complianceTable } from './compliance/table.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { makeFile } from './hand-out/make.ts';
import { WaitingFile, type Wanted } from './waiting-file.ts';
import { writeRecord } from './write-record.ts';

/** A link is good for one download, this long. */
const OPEN_FOR = { minutes: 10 } as const;

/** A table, pages, or a page for the browser. */
export interface MadeFile {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly pdf?: Uint8Array;
  readonly page?: string;
}

/** Only whoever holds the link knows the secret; the store knows a keyed hash of it. */
const recordOf = (deps: Deps, secret: string): RecordId => deps.keyring.recordId(`file|${secret}`);

/** The address that gives this person the file, once; undefined where this server has no address of its own. */
export async function linkTo(deps: Deps, person: PersonId, wanted: Wanted): Promise<string | undefined> {
  const base = deps.publicUrl();
  if (base === undefined) return undefined;
  const secret = deps.ids.random();
  const askedAt = deps.clock.now();
  const until = later(askedAt, OPEN_FOR);
  await writeRecord(deps, recordOf(deps, secret), 0, { kind: 'file', for: person, wanted, askedAt, until });
  return `${base}/files/${secret}`;
}

async function waiting(deps: Deps, secret: string) {
  const snapshot = await deps.store.read(recordOf(deps, secret));
  const file = snapshot === undefined ? undefined : WaitingFile.safeParse(snapshot.head.body).data;
  const isOver = file === undefined || file.fetchedAt !== undefined || file.until < deps.clock.now();
  return snapshot === undefined || file === undefined || isOver ? undefined : { head: snapshot.head, file };
}

/** Whether something is there to be fetched. Looking takes nothing: chat platforms look at links by themselves. */
export const isWaiting = async (deps: Deps, secret: string): Promise<boolean> =>
  (await waiting(deps, secret)) !== undefined;

/** The file, made now and under what its owner may see now. The first to ask gets it, and nobody after. */
export async function fetchFile(deps: Deps, secret: string): Promise<MadeFile | undefined> {
  const found = await waiting(deps, secret);
  if (found === undefined) return undefined;
  const directory = await readDirectory(deps);
  const person = personById(directory, found.file.for);
  if (person === undefined) return undefined;
  const { id, version } = found.head;
  const fetched = { ...found.file, fetchedAt: deps.clock.now() };
  if ((await writeRecord(deps, id, version, fetched)) === 'conflict') return undefined;
  const made = await make(deps, directory, person, fetched.wanted, fetched.fetchedAt.slice(0, 10));
  deps.log.info({ event: made === undefined ? 'file-refused' : 'file-fetched', record: id });
  return made;
}

async function make(
  deps: Deps,
  directory: Directory,
  person: Person,
  wanted: Wanted,
  day: string,
): Promise<MadeFile | undefined> {
  switch (wanted.kind) {
    case 'incident-log': {
      const records = await casesOfLog(deps, directory, person, wanted.since);
      return { name: `incident-log-${day}`, rows: logTable(deps, directory, records) };
    }
    case 'accounts': {
      const rows = await accountsTable(deps, directory, person);
      return rows && { name: `accounts-${day}`, rows };
    }
    case 'compliance': {
      const rows = await complianceTable(deps, directory, person);
      return rows && { name: `training-${day}`, rows };
    }
    case 'hand-out': {
      const made = await makeFile(deps, directory, person, wanted.record, wanted.options);
      return made && { ...made, rows: [] };
    }
    case 'board-report': {
      const made = await reportFile(deps, directory, person, wanted.record, wanted.form);
      return made && { ...made, rows: [] };
    }
    default:
      return assertNever(wanted, 'file');
  }
}
