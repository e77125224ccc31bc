import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { SendResult } from '../../application/messenger.ts';

export type Failure = Exclude<SendResult, { type: 'sent' }>;

/** Without a pause in Slack's answer (a `ratelimited` with status 200) we wait this long. */
const PAUSE_SECONDS = 30;

/**
 * Slack's error words by what we have to do about them (docs.slack.dev/reference/methods/chat.postMessage, chat.update
 * and views.open, 2026-11-21). `account_inactive` is about our own token, not about the person.
 * What is not listed counts as ambiguous: sent again, never kept silent.
 */
const KINDS: Readonly<Record<'unreachable' | 'credentials' | 'poison' | 'throttled', readonly string[]>> = {
  unreachable: [
    'user_not_found',
    'users_not_found',
    'user_disabled',
    'user_not_visible',
    'user_not_in_channel',
    'channel_not_found',
    'is_archived',
    'is_inactive',
    'not_in_channel',
    'cannot_dm',
    'cannot_dm_bot',
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'team_access_not_granted',
  ],
  credentials: [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'access_denied',
    'org_login_required',
    'ekm_access_denied',
  ],
  poison: [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_too_long',
    'msg_blocks_too_long',
    'no_text',
    'invalid_arguments',
    'invalid_array_arg',
    'invalid_form_data',
    'invalid_post_type',
    'metadata_too_large',
  ],
  throttled: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
};

/** The name resolution, the connection or the certificate failed: nothing of the request left. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const Refused = z.object({ data: z.object({ error: z.string() }) });
const Coded = z.object({ code: z.string() });
/** Ours around `fetch`'s around the connection's: only the last one has a code. */
const Caused = z.object({ original: z.object({ cause: z.object({ cause: Coded }) }) });

/** What a failed call means for the message; only codes, because texts may quote what was sent. */
export function failureOf(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { type: 'throttled', retryAfterMs: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return { type: error.statusCode < 500 ? 'not-sent' : 'ambiguous', code: `http-${error.statusCode}` };
  }
  const code = errorCode(error);
  if (code !== undefined) return ofCode(code);
  const caused = Caused.safeParse(error);
  if (caused.success) {
    const { code: cause } = caused.data.original.cause.cause;
    return { type: NOT_SENT.has(cause) ? 'not-sent' : 'ambiguous', code: cause };
  }
  return { type: 'ambiguous', code: 'no-answer' };
}

/** The word with which Slack refused, if Slack answered at all. */
export function errorCode(error: unknown): string | undefined {
  const refused = Refused.safeParse(error);
  if (!refused.success) return undefined;
  return /^[a-z_]{1,60}$/.test(refused.data.data.error) ? refused.data.data.error : 'unknown';
}

function ofCode(code: string): Failure {
  if (KINDS.throttled.includes(code)) return { type: 'throttled', retryAfterMs: PAUSE_SECONDS * 1000 };
  if (KINDS.unreachable.includes(code)) return { type: 'unreachable', code };
  if (KINDS.credentials.includes(code)) return { type: 'credentials', code };
  if (KINDS.poison.includes(code)) return { type: 'poison', code };
  return { type: 'ambiguous', code };
}
