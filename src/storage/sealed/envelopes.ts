import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '../../application/ports.ts';

/** What stands where the store expects a body. Everything but `data` is in the clear and bound to it. */
export const HeadEnvelope = z.strictObject({
  v: z.literal(1),
  /** The record's data key, wrapped: erasing the record destroys it. */
  key: z.string(),
  /** Number and hash of the last event, so that a missing tail shows. */
  seq: z.int().min(0),
  last: z.string(),
  data: z.string(),
});
export type HeadEnvelope = z.infer<typeof HeadEnvelope>;

export const EventEnvelope = z.strictObject({
  v: z.literal(1),
  prev: z.string(),
  hash: z.string(),
  data: z.string(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

/** `prev` of a record's first event. */
export const GENESIS = '0';

/** The text whose keyed hash is an event's link: ids and a hash of the ciphertext, so that erasing keys leaves it valid. */
export function linkText(
  organisation: string,
  record: string,
  seq: number,
  prev: string,
  data: string,
): string {
  return `v1|${organisation}|${record}|${seq}|${prev}|${createHash('sha256').update(data).digest('base64url')}`;
}

/** JSON.parse quotes what it could not read, so its error goes no further. */
export function parseJson(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
