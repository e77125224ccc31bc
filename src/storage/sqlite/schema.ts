import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const SCHEMA_VERSION = 1;

const schema = `
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

const Version = z.object({ user_version: z.int() });
const Meta = z.object({ value: z.string() });

export function migrate(db: DatabaseSync, file: string, organisation: string): void {
  const found = Version.parse(db.prepare('PRAGMA user_version').get()).user_version;
  if (found > SCHEMA_VERSION) {
    throw new Error(
      `${file} was written by a newer Signpost (schema ${found}; this one knows ${SCHEMA_VERSION}). Start the newer version, or restore the backup from before the upgrade.`,
    );
  }
  if (found === 0) create(db, organisation);
  const owner = Meta.parse(db.prepare("SELECT value FROM meta WHERE key = 'organisation'").get()).value;
  if (owner !== organisation) {
    throw new Error(
      `${file} belongs to the organisation "${owner}", not to "${organisation}". Set DATA_DIR or ORG_DIR so that they belong together.`,
    );
  }
}

function create(db: DatabaseSync, organisation: string): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(schema);
    db.prepare("INSERT INTO meta (key, value) VALUES ('organisation', ?)").run(organisation);
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
