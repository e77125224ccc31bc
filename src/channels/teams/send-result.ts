import { z } from 'zod';
import type { SendResult } from '../../application/messenger.ts';

export type Failure = Exclude<SendResult, { type: 'sent' }>;

/** Where Teams names no pause. */
const PAUSE_MS = 2_000;

/** The name resolution, the connection or the certificate failed: nothing of the request left. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Entra's words for a secret or an app registration that it does not accept. */
const REFUSED_APP = new Set(['invalid_client', 'unauthorized_client', 'invalid_resource', 'access_denied']);

const Answered = z.object({ statusCode: z.int() });
const Headers = z.object({ response: z.object({ headers: z.object({ get: z.function() }) }) });
const TokenRefused = z.object({ errorCode: z.string() });
const Coded = z.object({ code: z.string() });
const Aborted = z.object({ name: z.literal('AbortError') });

/** What a failed call means for the message; only codes, because texts may quote what was sent. */
export function failureOf(error: unknown): Failure {
  const answered = Answered.safeParse(error);
  if (answered.success) return ofStatus(answered.data.statusCode, error);
  if (Aborted.safeParse(error).success) return { type: 'ambiguous', code: 'timeout' };
  const token = TokenRefused.safeParse(error);
  // Signing comes before sending, so nothing reached Teams.
  if (token.success) {
    const refused = REFUSED_APP.has(token.data.errorCode);
    return { type: refused ? 'credentials' : 'not-sent', code: 'token' };
  }
  const coded = Coded.safeParse(error);
  if (!coded.success) return { type: 'ambiguous', code: 'no-answer' };
  const { code } = coded.data;
  return { type: NOT_SENT.has(code) ? 'not-sent' : 'ambiguous', code: nameOf(code) };
}

function ofStatus(status: number, error: unknown): Failure {
  const code = `http-${status}`;
  if (status === 401) return { type: 'credentials', code };
  if (status === 403 || status === 404) return { type: 'unreachable', code };
  // 412 is how Teams says "not now" about a conversation that is busy; nothing was posted.
  if (status === 429 || status === 412) return { type: 'throttled', retryAfterMs: pauseIn(error) };
  if (status === 408 || status >= 500 || status < 400) return { type: 'ambiguous', code };
  return { type: 'poison', code };
}

function pauseIn(error: unknown): number {
  if (!Headers.safeParse(error).success) return PAUSE_MS;
  const { response }: { response?: { headers?: { get(name: string): unknown } } } = Object(error);
  const seconds = Number(response?.headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : PAUSE_MS;
}

/** A code of Node's own, as a log line accepts it. */
const nameOf = (code: string): string =>
  /^[A-Z0-9_]{1,60}$/.test(code) ? code.toLowerCase().replaceAll('_', '-') : 'no-answer';
