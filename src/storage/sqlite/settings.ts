import type { DatabaseSync } from 'node:sqlite';

/** A synchronous wait stops everybody: longer waits are asynchronous retries in `group-commit.ts`. */
const BUSY_TIMEOUT_MS = 50;

/** Pragma → what SQLite must say when asked (https://sqlite.org/pragma.html). */
const settings: Readonly<Record<string, { readonly set: string; readonly is: string | number }>> = {
  journal_mode: { set: 'WAL', is: 'wal' },
  // NORMAL lost acknowledged writes in half of all simulated power cuts.
  synchronous: { set: 'FULL', is: 2 },
  // Without it a deleted key stays readable in the file.
  secure_delete: { set: 'ON', is: 1 },
  temp_store: { set: 'MEMORY', is: 2 },
  foreign_keys: { set: 'ON', is: 1 },
  trusted_schema: { set: 'OFF', is: 0 },
  busy_timeout: { set: String(BUSY_TIMEOUT_MS), is: BUSY_TIMEOUT_MS },
};

export function applySettings(db: DatabaseSync): void {
  for (const [pragma, { set }] of Object.entries(settings)) db.exec(`PRAGMA ${pragma} = ${set}`);
}

/** SQLite ignores a pragma it cannot honour, so each one is read back. */
export function assertSettings(db: DatabaseSync, file: string): void {
  for (const [pragma, { is }] of Object.entries(settings)) {
    const row = db.prepare(`PRAGMA ${pragma}`).get();
    const found = row === undefined ? undefined : Object.values(row)[0];
    if (found !== is) {
      throw new Error(
        `${file}: SQLite runs with ${pragma} = ${String(found)}, and only ${is} is safe. Put DATA_DIR on a local disk (WAL does not work on network drives).`,
      );
    }
  }
}
