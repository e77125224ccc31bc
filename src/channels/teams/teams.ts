import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Messenger } from '../../application/messenger.ts';
import { type AppCredentials, teamsAdapter } from './adapter.ts';
import { type BotOptions, CARD, type PressAnswer, teamsBot } from './bot.ts';
import { connectorOf } from './connector.ts';
import { teamsMessenger, type WithConnector } from './messenger.ts';

export interface TeamsOptions extends BotOptions {
  readonly app: AppCredentials;
  /** How long one request to Teams may take. */
  readonly timeoutMs?: number;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Teams {
  /** For `POST /api/messages`: the parsed body and the Authorization header. Never throws. */
  readonly receive: (body: unknown, authorization: string) => Promise<Reply>;
  readonly messenger: Messenger;
}

/** As much as botbuilder touches before our own reading begins. */
const Envelope = z.object({
  type: z.string().min(1),
  channelId: z.string(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.object({ id: z.string() }),
  from: z.object({ id: z.string() }),
  recipient: z.object({ id: z.string() }),
});
const isActivity = (body: unknown): body is Activity => Envelope.safeParse(body).success;
const isLoopback = (url: string): boolean => ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);

export function teams(options: TeamsOptions): Teams {
  const { app, log, fault } = options;
  const { adapter, authentication } = teamsAdapter(app, log, options.timeoutMs);
  const bot = teamsBot(options);
  const failed: PressAnswer = { statusCode: 200, type: CARD, value: fault };

  /**
   * In two steps, and not by `adapter.process`: that one prints errors whole and answers with their text, and both may
   * quote what was said (botbuilder 4.23.3, 2026-11-21).
   */
  async function receive(body: unknown, authorization: string): Promise<Reply> {
    if (!isActivity(body)) return { status: 400 };
    // Nobody is authenticated in local mode, so nothing may be sent anywhere else.
    if (app.type === 'local' && !isLoopback(body.serviceUrl)) return { status: 403 };
    const caller = await authentication.authenticateRequest(body, authorization).catch(() => undefined);
    if (caller === undefined) {
      log.warn({ event: 'teams-request-refused' });
      return { status: 401 };
    }
    const isInvoke = body.type === 'invoke';
    let answer: PressAnswer | undefined;
    try {
      await adapter.processActivityDirect(caller, body, async (context) => {
        answer = await bot(context);
      });
    } catch {
      log.error({ event: 'teams-turn-failed' });
    }
    return isInvoke ? { status: 200, body: answer ?? failed } : { status: 200 };
  }

  const appId = app.type === 'local' ? '' : app.id;
  const connect: WithConnector = async ({ serviceUrl, bot: id }, use) => {
    let run: { readonly result: Awaited<ReturnType<typeof use>> } | undefined;
    const reference = { channelId: 'msteams', serviceUrl, bot: { id, name: '' }, conversation: nowhere };
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      run = { result: await use(connectorOf(context, adapter.ConnectorClientKey)) };
    });
    if (run === undefined) throw new Error('Teams could not be called: the turn failed before it began.');
    return run.result;
  };

  return { receive, messenger: teamsMessenger(connect) };
}

/** The conversation is named in each call; botbuilder only wants that there is one. */
const nowhere = { id: '', isGroup: false, conversationType: '', name: '' };
