import type { DatabaseSync } from 'node:sqlite';
import { isBusy, notSaved } from './faults.ts';

const GIVE_UP_AFTER_MS = 2_000;
const RETRY_EVERY_MS = 25;

interface Job {
  readonly run: () => void;
  readonly succeed: () => void;
  readonly fail: (error: unknown) => void;
}

export interface Writer {
  /** Runs `work` in a transaction shared with whatever else arrived in this turn; resolves once it is on the disk. */
  write<T>(work: () => T): Promise<T>;
  /** Refuses further work and resolves when the last accepted one has been answered. */
  drain(): Promise<void>;
}

export function groupCommit(db: DatabaseSync, file: string): Writer {
  let waiting: Job[] = [];
  let deadline = 0;
  let drained: (() => void) | undefined;
  let closed = false;

  function flush(): void {
    const jobs = waiting;
    try {
      db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      if (isBusy(error) && performance.now() < deadline) {
        setTimeout(flush, RETRY_EVERY_MS);
        return;
      }
      waiting = [];
      for (const job of jobs) job.fail(notSaved(error, file));
      drained?.();
      return;
    }
    waiting = [];
    commitTogether(db, file, jobs);
    if (waiting.length === 0) drained?.();
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('Nothing was saved: the store is closed'));
          return;
        }
        let answer = (): void => {};
        waiting.push({
          run: () => {
            const value = work();
            answer = () => resolve(value);
          },
          succeed: () => answer(),
          fail: reject,
        });
        if (waiting.length > 1) return;
        deadline = performance.now() + GIVE_UP_AFTER_MS;
        setImmediate(flush);
      }),
    drain: () =>
      new Promise((resolve) => {
        closed = true;
        if (waiting.length === 0) resolve();
        else drained = resolve;
      }),
  };
}

/** Expects an open transaction. One job that fails takes back only its own part. */
function commitTogether(db: DatabaseSync, file: string, jobs: readonly Job[]): void {
  const done: Job[] = [];
  const failed: (() => void)[] = [];
  try {
    for (const job of jobs) {
      const error = attempt(db, job);
      if (error === undefined) done.push(job);
      else failed.push(() => job.fail(notSaved(error.cause, file)));
      // A full disk can end the whole transaction (https://sqlite.org/lang_transaction.html §3).
      if (!db.isTransaction) throw error?.cause;
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    for (const job of jobs) job.fail(notSaved(error, file));
    return;
  }
  for (const job of done) job.succeed();
  for (const report of failed) report();
}

function attempt(db: DatabaseSync, job: Job): { readonly cause: unknown } | undefined {
  db.exec('SAVEPOINT one');
  try {
    job.run();
    db.exec('RELEASE one');
    return undefined;
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK TO one; RELEASE one');
    return { cause };
  }
}
