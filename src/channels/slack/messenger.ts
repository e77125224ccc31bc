import type { types, webApi } from '@slack/bolt';
import type { Message, Messenger, SendResult, UpdateResult } from '../../application/messenger.ts';
import { channelMembers } from './audience.ts';
import { escapeMrkdwn } from './escape.ts';
import { BULK, LIMITS, shorten } from './limits.ts';
import { messageBlocks } from './render.ts';
import { errorCode, failureOf } from './send-result.ts';
import { findings } from './validate.ts';

/** The card of this message is gone for good, wherever it was: there is nothing to bring up to date. */
const CARD_GONE = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_archived',
  'is_inactive',
];

/**
 * `silent` has no counterpart: Slack has no message without a notification. That is why a notification never says anything
 * that a bystander could use.
 */
export function slackMessenger(client: webApi.WebClient): Messenger {
  const members = channelMembers(client);
  return {
    platform: 'slack',
    bulk: BULK,

    async send(address, message) {
      const drawn = draw(message);
      if (drawn.type === 'poison') return drawn;
      // A person's id is as good as a channel's: their conversation is opened by it, and the answer says which it is.
      const to = address.to.channel ?? address.to.user;
      if (to === undefined) return { type: 'poison', code: 'no-user' };
      try {
        const { ts, channel = to } = await client.chat.postMessage({
          channel: to,
          ...drawn.content,
          unfurl_links: false,
          unfurl_media: false,
        });
        if (ts === undefined) return { type: 'ambiguous', code: 'no-message-id' };
        return { type: 'sent', messageId: ts, address: { ...address, to: { ...address.to, channel } } };
      } catch (error) {
        return failureOf(error);
      }
    },

    async update(address, messageId, message): Promise<UpdateResult> {
      const drawn = draw(message);
      if (drawn.type === 'poison') return drawn;
      const { channel } = address.to;
      if (channel === undefined) return { type: 'poison', code: 'no-channel' };
      try {
        await client.chat.update({ channel, ts: messageId, ...drawn.content });
        return { type: 'updated' };
      } catch (error) {
        return CARD_GONE.includes(errorCode(error) ?? '') ? { type: 'card-gone' } : failureOf(error);
      }
    },

    members,
  };
}

interface Content {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

type Drawn = { readonly type: 'drawn'; readonly content: Content } | Extract<SendResult, { type: 'poison' }>;

function draw({ card, notification }: Message): Drawn {
  try {
    const blocks = messageBlocks(card);
    if (findings(blocks).length > 0) return { type: 'poison', code: 'card-over-limits' };
    return {
      type: 'drawn',
      content: { text: shorten(escapeMrkdwn(notification), LIMITS.messageText), blocks },
    };
  } catch {
    return { type: 'poison', code: 'card-not-drawn' };
  }
}
