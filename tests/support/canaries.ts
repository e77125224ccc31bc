import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function bytesOf(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name))] : [],
    ),
  );
}

/** Every way in which a text could lie about in a file. */
export function encodingsOf(text: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(text, 'utf8');
  const hex = utf8.toString('hex');
  const encodings = new Map<string, Buffer>([
    ['raw', utf8],
    ['utf16le', Buffer.from(text, 'utf16le')],
    ['utf16be', Buffer.from(text, 'utf16le').swap16()],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ['url', Buffer.from(encodeURIComponent(text))],
    ['json', Buffer.from(JSON.stringify(text).slice(1, -1))],
  ]);
  for (const offset of [0, 1, 2]) {
    // Only the characters that do not mix with what stands before and after.
    const base64 = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64');
    const from = Math.ceil((offset * 8) / 6);
    const upTo = Math.floor(((offset + utf8.length) * 8) / 6);
    const kept = base64.slice(from, upTo);
    encodings.set(`base64+${offset}`, Buffer.from(kept));
    encodings.set(`base64url+${offset}`, Buffer.from(kept.replaceAll('+', '-').replaceAll('/', '_')));
  }
  return encodings;
}

/** The encodings in which the text is there. */
export const foundIn = (bytes: Buffer, text: string): readonly string[] =>
  [...encodingsOf(text)].filter(([, encoded]) => bytes.includes(encoded)).map(([name]) => name);
