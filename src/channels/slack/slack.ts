import { App } from '@slack/bolt';
import type { HandleIntent } from '../../application/intent.ts';
import type { Messenger } from '../../application/messenger.ts';
import type { Log } from '../../application/ports.ts';
import { listen } from './listeners.ts';
import { slackMessenger } from './messenger.ts';
import { quietLogger } from './quiet-logger.ts';
import { type SlackHandler, slackReceiver } from './receiver.ts';
import { webClient } from './web-client.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly signingSecret: string;
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  readonly teams: readonly string[];
  readonly handle: HandleIntent;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly patience?: number;
}

export interface Slack {
  readonly handler: SlackHandler;
  readonly messenger: Messenger;
  /** Settles when everything that was acknowledged has been done as well: for stopping. */
  idle(): Promise<void>;
}

/** Opening a window must be over before Slack's three seconds are. */
const WINDOW_TIMEOUT = 2000;
const MESSAGE_TIMEOUT = 2500;
const PATIENCE = 2000;

export function slack(options: SlackOptions): Slack {
  const { botToken, apiUrl, handle, log, patience = PATIENCE } = options;
  const receiver = slackReceiver(options);
  const app = new App({
    receiver,
    // Given here, so that nothing is asked of Slack before somebody speaks to us.
    authorize: () => Promise.resolve({ botToken }),
    logger: quietLogger,
    convoStore: false,
    ignoreSelf: false,
    clientOptions: { slackApiUrl: apiUrl },
  });
  listen(app, { client: webClient(botToken, apiUrl, WINDOW_TIMEOUT), handle, log, patience });
  return {
    handler: receiver.handler,
    messenger: slackMessenger(webClient(botToken, apiUrl, MESSAGE_TIMEOUT)),
    idle: receiver.idle,
  };
}
