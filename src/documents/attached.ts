import { inflateSync } from 'node:zlib';

const STREAM = 'stream\n';
const TYPE = '/Type /EmbeddedFile';

/** The data that a file of ours carries; undefined for anything else. */
export function attachedIn(file: Uint8Array): string | undefined {
  const bytes = Buffer.from(file);
  const at = bytes.indexOf(TYPE, 0, 'latin1');
  if (at < 0) return undefined;
  const from = bytes.indexOf(STREAM, at, 'latin1');
  const length = /\/Length (\d+)/.exec(bytes.toString('latin1', at, from < 0 ? at : from))?.[1];
  if (from < 0 || length === undefined) return undefined;
  const start = from + STREAM.length;
  try {
    return inflateSync(bytes.subarray(start, start + Number(length))).toString('utf8');
  } catch {
    return undefined;
  }
}
