import type { Commit } from '../application/ports.ts';

/** A head always follows the version it was decided on: anything else is a fault of the caller, not a conflict. */
export function checkCommit(change: Commit<unknown>): void {
  if (!Number.isInteger(change.expected) || change.expected < 0) {
    throw new Error('A commit names the version it was decided on as a whole number, 0 for a new record');
  }
  if (change.type === 'write' && change.head.version !== change.expected + 1) {
    throw new Error(
      `Record ${change.head.id}: the head says version ${change.head.version}, but ${change.expected + 1} follows ${change.expected}`,
    );
  }
}
