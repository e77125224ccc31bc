import { z } from 'zod';
import type { Address, Message, Messenger, SendResult } from '../../application/messenger.ts';
import { readMembers } from './audience.ts';
import { CARD } from './bot.ts';
import type { Connector } from './connector.ts';
import { BULK } from './limits.ts';
import { type Failure, failureOf } from './send-result.ts';

/** Runs something with a client for that address. Rejects only before anything is sent. */
export type WithConnector = <Result>(
  to: { readonly serviceUrl: string; readonly bot: string },
  use: (connector: Connector) => Promise<Result>,
) => Promise<Result>;

const Common = z.object({ serviceUrl: z.string(), tenant: z.string(), bot: z.string() });
const Person = Common.extend({ user: z.string(), conversation: z.string().optional() });
const Place = Common.extend({ conversation: z.string() });
type Person = z.infer<typeof Person>;
type Place = z.infer<typeof Place>;

const POISON = { type: 'poison', code: 'bad-address' } as const;

export function teamsMessenger(connect: WithConnector): Messenger {
  /** Every way to fail, as a value. */
  const attempt = async <Result>(
    to: z.infer<typeof Common>,
    use: (connector: Connector) => Promise<Result>,
  ): Promise<Result | Failure> => {
    try {
      return await connect(to, (connector) => use(connector).catch(failureOf));
    } catch {
      return { type: 'not-sent', code: 'no-connector' };
    }
  };

  return {
    platform: 'teams',
    bulk: BULK,

    async send({ to }, message): Promise<SendResult> {
      const person = Person.safeParse(to);
      if (person.success) return attempt(person.data, (client) => toPerson(client, person.data, message));
      const place = Place.safeParse(to);
      return place.success ? attempt(place.data, (client) => newThread(client, place.data, message)) : POISON;
    },

    async update({ to }, messageId, message) {
      const place = Place.safeParse(to);
      if (!place.success) return POISON;
      const { conversation } = place.data;
      const result = await attempt(place.data, async ({ conversations }) => {
        await conversations.updateActivity(conversation, messageId, {
          ...activityOf(message),
          id: messageId,
        });
        return { type: 'updated' } as const;
      });
      return result.type === 'unreachable' && result.code === 'http-404' ? { type: 'card-gone' } : result;
    },

    async members({ to }) {
      const place = Place.safeParse(to);
      if (!place.success) return undefined;
      const { conversation, tenant } = place.data;
      const found = await attempt(place.data, async (client) => ({
        type: 'members' as const,
        members: await readMembers(client, channelOf(conversation), tenant),
      }));
      return found.type === 'members' ? found.members : undefined;
    },
  };
}

/** To ask for a conversation with the same person again gives the same one, and posts nothing. */
async function toPerson({ conversations }: Connector, to: Person, message: Message): Promise<SendResult> {
  const { tenant, bot, user } = to;
  const conversation =
    to.conversation ??
    (
      await conversations.createConversation({
        isGroup: false,
        bot: { id: bot },
        members: [{ id: user }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      })
    ).id;
  if (!conversation) return { type: 'not-sent', code: 'no-conversation' };
  const { id } = await conversations.sendToConversation(conversation, activityOf(message));
  return sent(id, { ...to, conversation });
}

async function newThread({ conversations }: Connector, to: Place, message: Message): Promise<SendResult> {
  const { tenant, bot, conversation } = to;
  const { id, activityId } = await conversations.createConversation({
    isGroup: true,
    bot: { id: bot },
    tenantId: tenant,
    channelData: { channel: { id: channelOf(conversation) }, tenant: { id: tenant } },
    activity: activityOf(message),
  });
  return sent(activityId, { ...to, conversation: id ?? conversation });
}

const sent = (messageId: string | undefined, to: Address['to']): SendResult =>
  messageId
    ? { type: 'sent', messageId, address: { platform: 'teams', to } }
    : { type: 'ambiguous', code: 'no-message-id' };

/** A thread's id is the channel's, a semicolon, and the message it hangs from. */
const channelOf = (conversation: string): string => conversation.split(';')[0] ?? conversation;

/** The card and nothing else: `text` would stand above it, and in every search and export of the chat. */
const activityOf = ({ card, notification, silent }: Message) => ({
  type: 'message',
  summary: notification,
  attachments: [{ contentType: CARD, content: card }],
  ...(!silent && { channelData: { notification: { alert: true } } }),
});
