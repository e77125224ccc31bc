import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

// The only file that may name a cipher: nothing else can forget the tag's length or read before `final()`.

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** Lengths tell stories too ("no concerns" or four pages): only the bucket shows. */
const BUCKET = 256;

export const KEY_BYTES = 32;
export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** Encrypts bytes; `bound` is authenticated and not stored, so the result opens only where it belongs. */
export function sealBytes(key: Buffer, plain: Buffer, bound: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const sealed = cipher.update(plain);
  const last = cipher.final();
  return Buffer.concat([iv, sealed, last, cipher.getAuthTag()]).toString('base64url');
}

/** `undefined`: the key, the place or a single bit is not what it was. Nothing is released before the tag was checked. */
export function openBytes(key: Buffer, sealed: string, bound: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const tagAt = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(bytes.subarray(tagAt));
  const plain = decipher.update(bytes.subarray(IV_BYTES, tagAt));
  try {
    // It checks the tag and, in this mode, has no bytes left to give.
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

/**
 * Only the directory of a large organisation is so long, and Cosmos takes no item above 2 MB: it is packed first. A story
 * never is, for how well a text packs would tell something about it.
 */
const PACK_FROM_BYTES = 256 * 1024;
/** The first bit of the length: what follows is packed. */
const PACKED = 0x80000000;

/** Seals a text, padded so that its length says little. */
export function sealText(key: Buffer, text: string, bound: string): string {
  const plain = Buffer.from(text, 'utf8');
  const isLong = plain.length >= PACK_FROM_BYTES;
  const content = isLong ? deflateRawSync(plain) : plain;
  const padded = Buffer.alloc(Math.ceil((LENGTH_BYTES + content.length) / BUCKET) * BUCKET);
  padded.writeUInt32BE(content.length + (isLong ? PACKED : 0), 0);
  content.copy(padded, LENGTH_BYTES);
  return sealBytes(key, padded, bound);
}

export function openText(key: Buffer, sealed: string, bound: string): string | undefined {
  const padded = openBytes(key, sealed, bound);
  if (padded === undefined) return undefined;
  const length = padded.readUInt32BE(0);
  const isPacked = length >= PACKED;
  const content = padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length - (isPacked ? PACKED : 0));
  return (isPacked ? inflateRawSync(content) : content).toString('utf8');
}
