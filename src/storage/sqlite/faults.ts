import { z } from 'zod';

// https://sqlite.org/rescode.html
const BUSY = 5;
const FULL = 13;
const NOT_A_DATABASE = 26;
const CORRUPT = 11;

const SqliteFault = z.object({ errcode: z.int() });

/** The primary result code, or `undefined` when it was not SQLite that failed. */
function resultCode(error: unknown): number | undefined {
  const fault = SqliteFault.safeParse(error);
  return fault.success ? fault.data.errcode & 0xff : undefined;
}

export const isSqliteFault = (error: unknown): boolean => resultCode(error) !== undefined;
export const isBusy = (error: unknown): boolean => resultCode(error) === BUSY;

export const isDamaged = (error: unknown): boolean => {
  const code = resultCode(error);
  return code === NOT_A_DATABASE || code === CORRUPT;
};

/** Nothing of SQLite's own text goes on: it could quote what somebody typed. */
export function notSaved(error: unknown, file: string): Error {
  const code = resultCode(error);
  if (code === undefined) return error instanceof Error ? error : new Error('Nothing was saved');
  if (code === FULL) {
    return new Error(`Nothing was saved: the disk (or the page limit) of ${file} is full. Free some space.`, {
      cause: error,
    });
  }
  if (code === BUSY) {
    return new Error(`Nothing was saved: another program has locked ${file}. Close it and try again.`, {
      cause: error,
    });
  }
  return new Error(`Nothing was saved: SQLite answered with code ${code} for ${file}.`, { cause: error });
}
