import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import {
  ActivityHandler,
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
} from 'botbuilder';
import restify from 'restify';
import { SIGNING_SECRET } from './slack-reporter.ts';

const WORDS = 'Saved, today 14:05. Reference BENCH.';

/** A Bolt app as its own guide has it: it checks the signature, and answers a form with the next view. */
export async function bareBolt(): Promise<string> {
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, endpoints: '/slack/events' });
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bench' }) });
  const view = {
    type: 'modal',
    callback_id: 'signpost',
    title: { type: 'plain_text', text: 'Signpost' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: WORDS } }],
  } as const;
  app.view('signpost', async ({ ack }) =>
    ack({ response_action: 'update', view: { ...view, blocks: [...view.blocks] } }),
  );
  await app.start({ port: 0, host: '127.0.0.1' });
  return addressOf(Object(receiver).server.address());
}

class BareBot extends ActivityHandler {
  protected override async onInvokeActivity() {
    const body: AdaptiveCardInvokeResponse = {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: WORDS }] },
    };
    return { status: 200, body };
  }
}

/** A bot as Microsoft's samples have it: restify, its body parser, and a card for every press. */
export async function bareBotbuilder(): Promise<string> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const bot = new BareBot();
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) =>
    // restify's request has all that the adapter reads; only their types disagree.
    adapter.process(request as Request, response, (context) => bot.run(context)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return addressOf(server.address());
}

const addressOf = ({ port }: AddressInfo): string => `http://127.0.0.1:${port}`;
