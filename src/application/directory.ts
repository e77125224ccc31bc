import type { Directory } from '../domain/people/directory.ts';
import { directoryAt } from '../domain/people/duty.ts';
import type { Deps } from './deps.ts';
import type { Json } from './ports.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

/** The directory as it is now, with who is away: `access` for opening, approving and export reads it afresh each time. */
export async function readDirectory(deps: Deps): Promise<Directory> {
  return directoryAt((await storedDirectory(deps)).directory, deps.clock.now());
}

/** As it is written down: who is away at one moment is not part of it. */
async function storedDirectory(
  deps: Deps,
): Promise<{ readonly version: number; readonly directory: Directory }> {
  const snapshot = await deps.store.read(deps.keyring.recordId('directory'));
  if (snapshot === undefined)
    throw new Error('The store holds no directory: start Signpost once with people.csv in ORG_DIR');
  return { version: snapshot.head.version, directory: directoryIn(snapshot.head.body) };
}

/** The sealed store gives the same object for as long as the record is the same: read each time, parsed once. */
const parsed = new WeakMap<object, Directory>();

function directoryIn(json: Json): Directory {
  const place = typeof json === 'object' && json !== null ? json : {};
  const known = parsed.get(place);
  if (known !== undefined) return known;
  const body = RecordBody.parse(json);
  if (body.kind !== 'directory')
    throw new Error('The directory record holds something else: restore the store from a backup');
  parsed.set(place, body.directory);
  return body.directory;
}

/** Seeds an empty store, once; later changes go through `signpost people import`. */
export async function seedDirectory(deps: Deps, directory: Directory): Promise<'seeded' | 'kept'> {
  const id = deps.keyring.recordId('directory');
  if ((await deps.store.read(id)) !== undefined) return 'kept';
  const result = await writeRecord(deps, id, 0, { kind: 'directory', directory });
  return result === 'committed' ? 'seeded' : 'kept';
}

const ATTEMPTS = 6;

/**
 * Changes who is away or on duty, or whatever else is written in the directory; it wakes at once, for what follows from
 * that. Undefined: nothing is to be changed. Somebody else's change in between is read and decided again.
 */
export async function changeDirectory(
  deps: Deps,
  change: (stored: Directory) => Directory | undefined,
): Promise<'changed' | 'kept'> {
  const id = deps.keyring.recordId('directory');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { version, directory: stored } = await storedDirectory(deps);
    const directory = change(stored);
    if (directory === undefined) return 'kept';
    const wakes = [{ lane: 'case', at: deps.clock.now() }] as const;
    if ((await writeRecord(deps, id, version, { kind: 'directory', directory }, wakes)) === 'committed') {
      deps.kick();
      return 'changed';
    }
  }
  throw new Error(
    `The directory changed ${ATTEMPTS} times while one press was handled: let them press again`,
  );
}
