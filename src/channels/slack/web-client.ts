import { webApi } from '@slack/bolt';
import { quietLogger } from './quiet-logger.ts';

/** Slack asks for its own pause; without one (a proxy's 429) we wait this long. */
const PAUSE_SECONDS = '30';

/**
 * One attempt, in time, whatever happens: by default the library waits for ever, tries for half an hour, and stops its whole
 * queue on a 429 (read in @slack/web-api 8.2.0, 2026-11-21). Trying again is the due-work loop's.
 */
export const webClient = (token: string, slackApiUrl: string, timeout: number): webApi.WebClient =>
  new webApi.WebClient(token, {
    slackApiUrl,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: quietLogger,
    fetch: async (url, init) => {
      const response = await fetch(url, init).catch((error: unknown) => {
        throw new Error('Slack was not reached', { cause: error });
      });
      if (response.status !== 429 || response.headers.has('retry-after')) return response;
      return new Response(null, { status: 429, headers: { 'retry-after': PAUSE_SECONDS } });
    },
  });
