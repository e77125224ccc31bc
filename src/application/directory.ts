import type { Directory } from '../domain/people/directory.ts';
import type { Deps } from './deps.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

/** The directory as it is now: `access` for opening, approving and export reads it afresh each time. */
export async function readDirectory(deps: Deps): Promise<Directory> {
  const snapshot = await deps.store.read(deps.keyring.recordId('directory'));
  if (snapshot === undefined)
    throw new Error('The store holds no directory: start Signpost once with people.csv in ORG_DIR');
  const body = RecordBody.parse(snapshot.head.body);
  if (body.kind !== 'directory')
    throw new Error('The directory record holds something else: restore the store from a backup');
  return body.directory;
}

/** Seeds an empty store, once; later changes go through `signpost people import`. */
export async function seedDirectory(deps: Deps, directory: Directory): Promise<'seeded' | 'kept'> {
  const id = deps.keyring.recordId('directory');
  if ((await deps.store.read(id)) !== undefined) return 'kept';
  const result = await writeRecord(deps, id, 0, { kind: 'directory', directory });
  return result === 'committed' ? 'seeded' : 'kept';
}
