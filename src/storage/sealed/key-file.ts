import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { KEY_BYTES, newKey, openBytes, sealBytes } from './seal.ts';
import type { Kek } from './working-key.ts';

export interface KeyFileOptions {
  readonly file: string;
  /** The key may not lie beside what it protects: one stolen backup would hold both. */
  readonly dataFolder: string;
  /** Local mode's first start only. */
  readonly create: boolean;
}

/** A key-encryption key in a file of 32 bytes that only its owner can read. */
export function keyFile({ file, dataFolder, create }: KeyFileOptions): Kek {
  const path = resolve(file);
  const fromData = relative(resolve(dataFolder), path);
  // Another drive on Windows gives an absolute path.
  if (!fromData.startsWith(`..${sep}`) && !isAbsolute(fromData)) {
    throw new Error(
      `KEY_FILE "${path}" lies inside the data folder. Move it elsewhere, and back it up apart from the data.`,
    );
  }
  if (create) createOnce(path);
  const key = readKey(path);
  return {
    wrap: async (working, organisation) => sealBytes(key, working, place(organisation)),
    async unwrap(wrapped, organisation) {
      const working = openBytes(key, wrapped, place(organisation));
      if (working !== undefined) return working;
      throw new Error(
        `KEY_FILE "${path}" is not the key that sealed these records for "${organisation}". Put back the file from when they were first written (your separate backup), or point DATA_DIR and ORG_DIR at the data that belongs to this key.`,
      );
    },
  };
}

const AlreadyThere = z.object({ code: z.literal('EEXIST') });

const place = (organisation: string): string => `v1|${organisation}|working-key`;

function createOnce(path: string): void {
  try {
    writeFileSync(path, newKey(), { flag: 'wx', mode: 0o400, flush: true });
  } catch (error) {
    if (AlreadyThere.safeParse(error).success) return;
    throw new Error(
      `KEY_FILE "${path}" could not be created. Set it to a path in an existing folder that this process can write to.`,
      {
        cause: error,
      },
    );
  }
}

function readKey(path: string): Buffer {
  let key: Buffer;
  let mode: number;
  try {
    key = readFileSync(path);
    mode = statSync(path).mode;
  } catch (error) {
    throw new Error(
      `KEY_FILE "${path}" cannot be read. The records cannot be opened without it: put the file back from your separate backup, readable by this process. Never had one? Make it: head -c 32 /dev/urandom > "${path}" && chmod 400 "${path}"`,
      { cause: error },
    );
  }
  if (key.length !== KEY_BYTES) {
    throw new Error(
      `KEY_FILE "${path}" has ${key.length} bytes, and a key has ${KEY_BYTES}. Put the file back from your separate backup.`,
    );
  }
  // Windows keeps rights elsewhere and reports nothing useful here.
  if (platform() !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`KEY_FILE "${path}" can be read by others on this machine. Run: chmod 400 "${path}"`);
  }
  return key;
}
