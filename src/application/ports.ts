import type { ChildId, Instant, PersonId, RecordId, SiteId } from '../domain/ids.ts';
import type { BoardReport } from './board-report/document.ts';
import type { HandOutDocument } from './hand-out/document.ts';

/** Anything that survives JSON.stringify and back unchanged. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

// ---------------------------------------------------------------- store

/** `case` before `bulk`, always: a nudge never delays a child. */
export type Lane = 'case' | 'bulk';

/**
 * The current state of one record. `Body` is `Json` for the application and a sealed string for the stores:
 * everything outside `body` and `brief` is in the clear and says nothing about anybody.
 */
export interface Head<Body> {
  readonly id: RecordId;
  /** 1 on the first commit, then one more each. */
  readonly version: number;
  /** `open` records are listed by `openCases`; `none` is everything that is not a case. */
  readonly status: 'open' | 'closed' | 'none';
  /** Keyed hashes of purpose + person or site; never of a small enum. */
  readonly tokens: readonly string[];
  readonly body: Body;
  /** What lists show of the record, in a few hundred bytes: sealed like the body. */
  readonly brief?: Body;
}

/** A record as a list has it. */
export interface Listed<Body> {
  readonly id: RecordId;
  readonly version: number;
  readonly status: Head<Body>['status'];
  readonly brief?: Body;
}

/** One recorded fact. `seq` counts from 1 within the record and has no gaps. */
export interface StoredEvent<Body> {
  readonly seq: number;
  readonly body: Body;
}

/** A wake-up: "look at this record at this time". What is to be done then, the record's own state says. */
export interface Wake {
  readonly lane: Lane;
  readonly at: Instant;
}

/** One card sent: who has it, where it is, and which state it shows. Lives beside the head, outside its version. */
export interface Delivery<Body> {
  /** Opaque and unique within the record. */
  readonly id: string;
  readonly body: Body;
}

export interface RecordSnapshot<Body> {
  readonly head: Head<Body>;
  readonly events: readonly StoredEvent<Body>[];
  readonly deliveries: readonly Delivery<Body>[];
  /** The hash of each event in the record's chain, where the store has one and was asked for it. */
  readonly chain?: readonly string[];
}

/** One atomic change of one record. */
export type Commit<Body> =
  | {
      readonly type: 'write';
      readonly head: Head<Body>;
      /** 0 creates the record; otherwise the version this change was decided on. */
      readonly expected: number;
      readonly events: readonly StoredEvent<Body>[];
      readonly wakes: readonly Wake[];
    }
  /** Drafts only: the record with all that belongs to it is gone. */
  | { readonly type: 'erase'; readonly id: RecordId; readonly expected: number };

/** `conflict`: somebody else changed (or created) the record first; read it again. */
export type CommitResult = 'committed' | 'conflict';

/** A due wake-up. `tag` changes with each claim (ETag, or epoch), so that two workers cannot both hold it. */
export interface DueRow {
  readonly id: string;
  readonly record: RecordId;
  readonly lane: Lane;
  readonly at: Instant;
  readonly attempt: number;
  readonly tag: string;
}

export type Settlement =
  | { readonly type: 'done' }
  /** Comes back at `at` with one attempt more. */
  | { readonly type: 'again'; readonly at: Instant };

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next?: string;
}

/**
 * The closed store port. There is no `list` and no query by content: everything else is decrypted and filtered in
 * memory, after `access`. Faults are thrown; a fault during `commit` may have happened before or after it took effect.
 */
export interface Store<Body = Json> {
  /**
   * Head and deliveries; events only when asked (an action needs one point read). `known`: the version whose body the
   * caller has in memory; if it is still that one, a store may give an empty body, and need not read it.
   */
  read(
    id: RecordId,
    options?: { readonly events?: boolean; readonly chain?: boolean; readonly known?: number },
  ): Promise<RecordSnapshot<Body> | undefined>;
  commit(change: Commit<Body>): Promise<CommitResult>;
  /**
   * Adds or replaces one delivery of a record, outside the head's version. With `isNew` it is only added: false means
   * that it was there already and stays as it was.
   */
  saveDelivery(
    record: RecordId,
    delivery: Delivery<Body>,
    options?: { readonly isNew?: boolean },
  ): Promise<boolean>;
  /** Rows whose time has come and which nobody holds, oldest first, of one lane. */
  due(now: Instant, lane: Lane, n: number): Promise<readonly DueRow[]>;
  /** The row under a new tag, or `undefined` if another worker was faster or it is gone. */
  claim(row: DueRow, owner: string, until: Instant): Promise<DueRow | undefined>;
  /** False: the lease was lost meanwhile; nothing was changed. */
  settle(row: DueRow, settlement: Settlement): Promise<boolean>;
  byToken(token: string, cursor?: string): Promise<Page<Listed<Body>>>;
  openCases(cursor?: string): Promise<Page<Listed<Body>>>;
  /** A real write and read back; throws if the store cannot take a report now. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

// ---------------------------------------------------------------- clock, ids, keys

export interface Clock {
  now(): Instant;
  /** Milliseconds that never jump, for measuring how long something took. */
  elapsed(): number;
}

export interface Ids {
  /** 128 random bits as base64url. */
  random(): string;
}

/** Keyed hashes and signatures, one key each (HKDF labels): the application never sees a key. */
export interface Keyring {
  /** The record that belongs to this name ("case|submission", "draft|person", "directory"): the same name, the same record. */
  recordId(name: string): RecordId;
  /** A search token of purpose + person, site or child. */
  token(purpose: string, subject: PersonId | SiteId | ChildId): string;
  /** Signs a button or a form; constant-time check. */
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

// ---------------------------------------------------------------- documents

/** What is handed out, as a file. */
export interface Documents {
  /** The pages, which carry their own data and on each page the hash of them; the same document, the same bytes. */
  pdf(document: HandOutDocument): Promise<Uint8Array>;
  /** The pages of a report for the board, in the same way. */
  boardReport(report: BoardReport): Promise<Uint8Array>;
  /** The same report as one page for a browser, which needs nothing else: HTML, without a script. */
  boardReportPage(report: BoardReport): Promise<string>;
  /** SHA-256, in hexadecimal. */
  hash(text: string): string;
}

// ---------------------------------------------------------------- log

/** Closed on purpose: there is no field for free text, so forgetting is safe. */
export interface LogLine {
  readonly event: string;
  readonly record?: RecordId;
  readonly code?: string;
  readonly n?: number;
  readonly ms?: number;
}
export interface Log {
  info(line: LogLine): void;
  warn(line: LogLine): void;
  error(line: LogLine): void;
}
