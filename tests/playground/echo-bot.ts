import type { AddressInfo } from 'node:net';
import {
  type Activity,
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  type Request,
  TurnContext,
} from 'botbuilder';
import * as restify from 'restify';

/** A throw-away bot: "card" brings a form, a press of its button shows back what arrived. */
export interface EchoBot {
  readonly url: string;
  readonly activities: readonly Activity[];
  /** Resolves with the first activity that fits, arrived already or later. */
  activity(fits: (activity: Activity) => boolean): Promise<Activity>;
  /** Replaces the newest card that was sent, as another person's action would. */
  replaceNewestCard(text: string): Promise<void>;
  /** A message where the newest card was sent, as due work would bring. */
  interrupt(text: string): Promise<void>;
  stop(): Promise<void>;
}

const EXECUTE = { type: 'Action.Execute' } as const;
const CARD = 'application/vnd.microsoft.card.adaptive';
const TEXT = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

const choices = (...titles: readonly string[]) =>
  titles.map((title) => ({ title, value: title.toLowerCase() }));

const card = (body: readonly unknown[], actions: readonly unknown[] = []) => ({
  contentType: CARD,
  content: { type: 'AdaptiveCard', version: '1.5', body, actions },
});

const form = (greeting: string) =>
  card(
    [
      { type: 'TextBlock', text: greeting },
      { type: 'Input.Text', id: 'who', label: 'Who', isRequired: true, errorMessage: 'Say who' },
      { type: 'Input.Text', id: 'what', label: 'What', isMultiline: true },
      { type: 'Input.Text', id: 'bare', placeholder: 'No label' },
      { type: 'Input.ChoiceSet', id: 'when', label: 'When', choices: choices('Now', 'Later') },
      {
        type: 'Input.ChoiceSet',
        id: 'sure',
        label: 'Sure',
        style: 'expanded',
        choices: choices('Yes', 'No'),
      },
      {
        type: 'Input.ChoiceSet',
        id: 'ticks',
        label: 'Ticks',
        style: 'expanded',
        isMultiSelect: true,
        choices: choices('Apple', 'Bread'),
      },
      { type: 'Input.Date', id: 'day', label: 'Day' },
      { type: 'Input.Time', id: 'hour', label: 'Hour' },
      { type: 'Input.Toggle', id: 'agreed', title: 'Agreed', valueOn: 'yes', valueOff: 'no' },
    ],
    [
      { ...EXECUTE, title: 'Send', verb: 'send', data: { ref: 'r1' } },
      { ...EXECUTE, title: 'Fail', verb: 'fail', associatedInputs: 'none' },
      { ...EXECUTE, title: 'Whisper', verb: 'whisper', associatedInputs: 'none' },
      {
        type: 'Action.ShowCard',
        title: 'More',
        card: {
          type: 'AdaptiveCard',
          body: [{ type: 'Input.Text', id: 'why', label: 'Why' }],
          actions: [{ ...EXECUTE, title: 'Send inner', verb: 'send', data: { ref: 'r2' } }],
        },
      },
    ],
  );

function answer({ value, from }: Activity): unknown {
  const { verb, data } = value.action;
  if (verb === 'fail')
    return { statusCode: 400, type: ERROR, value: { code: '400', message: 'It was not saved' } };
  if (verb === 'whisper') return { statusCode: 200, type: TEXT, value: 'Only a line' };
  const { ref: _, ...inputs } = data;
  const words = `Received from ${from.name}: ${JSON.stringify(inputs)}`;
  return {
    statusCode: 200,
    type: CARD,
    // A run: a TextBlock is Markdown, which takes backslashes away.
    value: card([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: words }] }]).content,
  };
}

export async function startEchoBot(): Promise<EchoBot> {
  const activities: Activity[] = [];
  const waiting = new Set<() => void>();
  let newest: { readonly id: string; readonly reference: Partial<ConversationReference> } | undefined;

  class Echo extends ActivityHandler {
    protected override async onInvokeActivity({ activity }: TurnContext): Promise<InvokeResponse> {
      return { status: 200, body: answer(activity) };
    }
  }
  const bot = new Echo();
  bot.onMessage(async (context) => {
    const said = TurnContext.removeRecipientMention(context.activity) || context.activity.text;
    if (said.trim() !== 'card') {
      await context.sendActivity(`${context.activity.from.name} said ${said}`);
      return;
    }
    const sent = await context.sendActivity({ attachments: [form(`For ${context.activity.from.name}`)] });
    newest = { id: sent?.id ?? '', reference: TurnContext.getConversationReference(context.activity) };
  });

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  const body = [restify.plugins.bodyParser({ mapParams: false })].flat();
  server.post('/api/messages', ...body, async (req, res) => {
    await adapter.process(req as unknown as Request, res, async (context) => {
      activities.push(structuredClone(context.activity));
      for (const look of waiting) look();
      await bot.run(context);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    activities,
    activity: (fits) =>
      new Promise((found) => {
        const look = (): void => {
          const one = activities.find(fits);
          if (one === undefined) return;
          waiting.delete(look);
          found(one);
        };
        waiting.add(look);
        look();
      }),
    async replaceNewestCard(text) {
      const { id = '', reference } = newest ?? {};
      await adapter.continueConversationAsync('', reference as ConversationReference, async (context) => {
        const attachments = [CardFactory.adaptiveCard(card([{ type: 'TextBlock', text }]).content)];
        await context.updateActivity({ type: 'message', id, attachments });
      });
    },
    interrupt: (text) =>
      adapter.continueConversationAsync('', newest?.reference as ConversationReference, async (context) => {
        await context.sendActivity(text);
      }),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.server.closeAllConnections();
      }),
  };
}
