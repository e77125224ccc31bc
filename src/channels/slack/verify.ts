import type { IncomingHttpHeaders } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';

/** Slack's own window for a timestamp, and ours into the future: Bolt checks the past only (5.1.0, read 2026-11-21). */
const WINDOW_SECONDS = 5 * 60;

/**
 * Says whether Slack signed these bytes just now and for the first time. The memory is this process's own: what makes a
 * second delivery harmless everywhere is that every intent can be handled twice.
 */
export function signatureCheck(
  signingSecret: string,
  now: () => number,
): (headers: IncomingHttpHeaders, body: string) => boolean {
  const seen = new Map<string, number>();
  return (headers, body) => {
    const signature = headers['x-slack-signature'];
    const written = headers['x-slack-request-timestamp'];
    if (typeof signature !== 'string' || typeof written !== 'string' || !/^\d+$/.test(written)) return false;
    const [at, milliseconds] = [Number(written), now()];
    if (at > milliseconds / 1000 + WINDOW_SECONDS) return false;
    const signed = isValidSlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': at },
      nowMilliseconds: milliseconds,
    });
    if (!signed) return false;
    for (const [old, until] of seen) if (until < milliseconds / 1000) seen.delete(old);
    if (seen.has(signature)) return false;
    seen.set(signature, at + WINDOW_SECONDS + 1);
    return true;
  };
}
