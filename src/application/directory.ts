import type { Directory } from '../domain/people/directory.ts';
import type { Deps } from './deps.ts';
import type { Json } from './ports.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

/** The directory as it is now: `access` for opening, approving and export reads it afresh each time. */
export async function readDirectory(deps: Deps): Promise<Directory> {
  const snapshot = await deps.store.read(deps.keyring.recordId('directory'));
  if (snapshot === undefined)
    throw new Error('The store holds no directory: start Signpost once with people.csv in ORG_DIR');
  return directoryIn(snapshot.head.body);
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
