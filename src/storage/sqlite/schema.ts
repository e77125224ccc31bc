import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE records (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL, tokens TEXT NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX open_cases ON records (id) WHERE status = 'open';
CREATE TABLE events (
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE, seq INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (record, seq)
) STRICT;
CREATE TABLE deliveries (
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE, id TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (record, id)
) STRICT;
CREATE TABLE due (
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE, id TEXT NOT NULL,
  lane TEXT NOT NULL, at TEXT NOT NULL, attempt INTEGER NOT NULL,
  epoch INTEGER NOT NULL, owner TEXT NOT NULL, held_until TEXT NOT NULL,
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_by_time ON due (lane, at);
CREATE TABLE tokens (
  token TEXT NOT NULL, record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  PRIMARY KEY (token, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of_record ON tokens (record);
`;

/**
 * Bodies leave the heads, which become small: SQLite would otherwise walk through every page of a body to reach the
 * brief behind it, or to pass from one head to the next.
 */
const briefs = `
CREATE TABLE bodies (
  record TEXT PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE, body TEXT NOT NULL
) STRICT;
INSERT INTO bodies (record, body) SELECT id, body FROM records;
ALTER TABLE records DROP COLUMN body;
ALTER TABLE records ADD COLUMN brief TEXT;
`;

/** From each version to the next. A new folder takes every step too, so there is one schema and not two. */
const steps: readonly string[] = [first, briefs];
const SCHEMA_VERSION = steps.length;

const Version = z.object({ user_version: z.int() });
const Meta = z.object({ value: z.string() });

export function migrate(db: DatabaseSync, file: string, organisation: string): void {
  const found = Version.parse(db.prepare('PRAGMA user_version').get()).user_version;
  if (found > SCHEMA_VERSION) {
    throw new Error(
      `${file} was written by a newer Signpost (schema ${found}; this one knows ${SCHEMA_VERSION}). Start the newer version, or restore the backup from before the upgrade.`,
    );
  }
  if (found > 0) checkOwner(db, file, organisation);
  if (found < SCHEMA_VERSION) upgrade(db, found, organisation);
}

function checkOwner(db: DatabaseSync, file: string, organisation: string): void {
  const owner = Meta.parse(db.prepare("SELECT value FROM meta WHERE key = 'organisation'").get()).value;
  if (owner !== organisation) {
    throw new Error(
      `${file} belongs to the organisation "${owner}", not to "${organisation}". Set DATA_DIR or ORG_DIR so that they belong together.`,
    );
  }
}

function upgrade(db: DatabaseSync, found: number, organisation: string): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(found)) db.exec(step);
    if (found === 0) db.prepare("INSERT INTO meta (key, value) VALUES ('organisation', ?)").run(organisation);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
