import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../../application/ports.ts';
import { checkCommit } from '../check-commit.ts';
import { LIST_PAGE } from '../list-page.ts';
import { dueStatements } from './due.ts';
import { isDamaged, isSqliteFault } from './faults.ts';
import { codeOf, prepareFolder, syncFolder, unusableFolder } from './folder.ts';
import { groupCommit } from './group-commit.ts';
import { lockFolder } from './lock.ts';
import { recordStatements } from './records.ts';
import { migrate } from './schema.ts';
import { applySettings, assertSettings } from './settings.ts';

export interface SqliteOptions {
  readonly folder: string;
  readonly organisation: string;
  /** Records per page of `byToken` and `openCases`. */
  readonly pageSize?: number;
  /** Stops the file from growing beyond this many pages of 4 KB, as a full disk would. */
  readonly pageLimit?: number;
}

export function openSqliteStore({
  folder,
  organisation,
  pageSize = LIST_PAGE,
  pageLimit,
}: SqliteOptions): Store<string> {
  prepareFolder(folder);
  const unlock = lockFolder(folder);
  const file = join(folder, 'signpost.db');
  try {
    const db = openDatabase(folder, file, organisation);
    if (pageLimit !== undefined) db.exec(`PRAGMA max_page_count = ${Math.trunc(pageLimit)}`);
    syncFolder(folder);
    return storeOver(db, file, pageSize, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openDatabase(folder: string, file: string, organisation: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    applySettings(db);
    assertSettings(db, file);
    checkIntegrity(db, file);
    migrate(db, file, organisation);
    return db;
  } catch (error) {
    db?.close();
    if (isDamaged(error)) throw damaged(file, error);
    if (isSqliteFault(error)) throw unusableFolder(folder, codeOf(error), error);
    throw error;
  }
}

function checkIntegrity(db: DatabaseSync, file: string): void {
  const row = db.prepare('PRAGMA quick_check(1)').get();
  if (row?.quick_check !== 'ok') throw damaged(file);
}

function damaged(file: string, cause?: unknown): Error {
  return new Error(
    `${file} is damaged. Keep a copy of it, then restore the last backup into the data folder.`,
    {
      cause,
    },
  );
}

function storeOver(db: DatabaseSync, file: string, pageSize: number, unlock: () => void): Store<string> {
  const records = recordStatements(db, pageSize);
  const rows = dueStatements(db);
  const { write, drain } = groupCommit(db, file);
  const saveProbe = db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('probe', ?)");
  const readProbe = db.prepare("SELECT value FROM meta WHERE key = 'probe'");
  let closing: Promise<void> | undefined;

  async function shutDown(): Promise<void> {
    await drain();
    try {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
      unlock();
    }
  }

  // Everything here is synchronous: between the pages of a long list, a report that came in has its turn.
  return {
    read: async (id, options) => records.read(id, options?.events === true, options?.known),
    async commit(change) {
      checkCommit(change);
      const result = await write(() => records.commit(change));
      // secure_delete clears the pages; the log still holds what they said until it is truncated.
      if (change.type === 'erase' && db.isOpen) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return result;
    },
    saveDelivery: (record, delivery, options) =>
      write(() => records.saveDelivery(record, delivery, options?.isNew)),
    due: async (now, lane, n) => rows.due(now, lane, n),
    claim: (row, owner, until) => write(() => rows.claim(row, owner, until)),
    settle: (row, settlement) => write(() => rows.settle(row, settlement)),
    async byToken(token, cursor) {
      if (cursor !== undefined) await turn();
      return records.byToken(token, cursor);
    },
    async openCases(cursor) {
      if (cursor !== undefined) await turn();
      return records.openCases(cursor);
    },
    async probe() {
      const mark = randomUUID();
      await write(() => saveProbe.run(mark));
      if (readProbe.get()?.value !== mark)
        throw new Error(`${file} does not give back what was written to it`);
    },
    close() {
      closing ??= shutDown();
      return closing;
    },
  };
}
