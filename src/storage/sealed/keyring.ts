import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../../application/ports.ts';
import { RecordId } from '../../domain/ids.ts';
import { KEY_BYTES, newKey, openBytes, sealBytes } from './seal.ts';

/** What the sealed store needs on top of what the application may ask for. */
export interface SealingKeyring extends Keyring {
  /** A fresh key for one record, and the form in which it may be stored. */
  newDataKey(record: RecordId): { readonly key: Buffer; readonly wrapped: string };
  /** `undefined`: it was wrapped for another record or organisation, or changed since. */
  unwrapDataKey(record: RecordId, wrapped: string): Buffer | undefined;
  /** One link of a record's chain. Keyed: whoever can write to the database still cannot forge a link. */
  link(text: string): string;
}

/** Crockford's base32, the alphabet of `RecordId`. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RECORD_ID_LENGTH = 26;
const TOKEN_BYTES = 16;

/** One key for each purpose, all derived from the organisation's working key. */
export function keyringFrom(workingKey: Buffer, organisation: string): SealingKeyring {
  if (workingKey.length !== KEY_BYTES) throw new Error(`A working key has ${KEY_BYTES} bytes`);
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', workingKey, '', `signpost|v1|${purpose}|${organisation}`, KEY_BYTES));
  const keys = {
    record: derive('record-id'),
    token: derive('token'),
    signature: derive('signature'),
    wrapping: derive('wrapping'),
    chain: derive('chain'),
  };
  const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();
  const place = (record: RecordId): string => `v1|${organisation}|${record}|data-key`;
  const sign = (text: string): string => hmac(keys.signature, text).toString('base64url');

  return {
    recordId: (name) => RecordId.parse(crockford(hmac(keys.record, name))),
    token: (purpose, subject) =>
      hmac(keys.token, `${purpose}|${subject}`).toString('base64url', 0, TOKEN_BYTES),
    sign,
    verify(text, signature) {
      const expected = Buffer.from(sign(text), 'utf8');
      const given = Buffer.from(signature, 'utf8');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    newDataKey(record) {
      const key = newKey();
      return { key, wrapped: sealBytes(keys.wrapping, key, place(record)) };
    },
    unwrapDataKey: (record, wrapped) => openBytes(keys.wrapping, wrapped, place(record)),
    link: (text) => hmac(keys.chain, text).toString('base64url'),
  };
}

function crockford(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5 && text.length < RECORD_ID_LENGTH) {
      held -= 5;
      text += ALPHABET.charAt((bits >> held) & 31);
    }
    bits &= (1 << held) - 1;
  }
  return text;
}
