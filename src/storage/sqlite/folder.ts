import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

/** `errstr` is SQLite's fixed sentence for a result code. */
const Coded = z.object({ code: z.string(), errstr: z.string().optional() });

/** What the operating system or SQLite calls the trouble ("ENOTDIR"); never its message, which may quote. */
export function codeOf(error: unknown): string {
  const coded = Coded.safeParse(error);
  return coded.success ? (coded.data.errstr ?? coded.data.code) : 'unknown';
}

export function unusableFolder(folder: string, code: string, cause: unknown): Error {
  return new Error(
    `The data folder "${folder}" cannot be used (${code}). Set DATA_DIR to a folder that this process can read and write, or give it the rights to this one.`,
    { cause },
  );
}

export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusableFolder(folder, codeOf(error), error);
  }
}

/** A file whose directory entry was never synced can vanish in a power cut, with everything that was synced into it. */
export function syncFolder(folder: string): void {
  // Windows has no handle for a directory to sync; NTFS journals the entry itself.
  if (platform() === 'win32') return;
  for (const path of [folder, dirname(resolve(folder))]) {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
