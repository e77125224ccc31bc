import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy } from './faults.ts';
import { codeOf, unusableFolder } from './folder.ts';

/** A connection that nobody refers to is collected, and its lock ends with it while the process goes on. */
const held = new Set<DatabaseSync>();

/**
 * One process owns the folder. The lock is the operating system's, held through an otherwise empty database: it ends
 * with the process however that dies, and needs no process ids (which mean nothing across containers).
 */
export function lockFolder(folder: string): () => void {
  const db = openLock(folder);
  try {
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw unusableFolder(folder, codeOf(error), error);
    throw new Error(
      `Another process is using the data folder "${folder}". Stop it first, or set DATA_DIR to another folder; two processes on the same records need Cosmos DB (COSMOS_ENDPOINT).`,
      { cause: error },
    );
  }
  held.add(db);
  return () => {
    held.delete(db);
    db.close();
  };
}

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, 'signpost.lock'), { timeout: 0 });
  } catch (error) {
    throw unusableFolder(folder, codeOf(error), error);
  }
}
