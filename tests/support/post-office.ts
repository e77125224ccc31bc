import type {
  Address,
  ChannelMember,
  Message,
  Messenger,
  Platform,
  SendResult,
  UpdateResult,
} from '../../src/application/messenger.ts';
import type { Instant } from '../../src/domain/ids.ts';

/** Every byte that left, in order. */
export interface Sent {
  readonly type: 'send' | 'update';
  readonly platform: Platform;
  /** Teams: the conversation; Slack: the user or the channel. */
  readonly to: string;
  readonly messageId: string;
  readonly message: Message;
  readonly at: Instant;
}

type Fault = (to: string, platform: Platform) => SendResult | undefined;

const boxOf = ({ to }: Address): string => to.conversation ?? to.channel ?? to.user ?? '';

/** Both platforms as a school has them: they keep what they were given, also when the bot is started anew. */
export function postOffice(now: () => Instant) {
  const sent: Sent[] = [];
  /** As it stands after updates: by platform and message id. */
  const shown = new Map<string, Sent>();
  const members = new Map<string, readonly ChannelMember[]>();
  const hooks: { fault?: Fault | undefined } = {};

  function messenger(platform: Platform): Messenger {
    const keep = (type: Sent['type'], address: Address, messageId: string, message: Message): void => {
      const post = { type, platform, to: boxOf(address), messageId, message, at: now() };
      sent.push(post);
      shown.set(`${platform}|${messageId}`, post);
    };
    return {
      platform,
      async send(address, message) {
        const fault = hooks.fault?.(boxOf(address), platform);
        if (fault !== undefined && fault.type !== 'ambiguous') return fault;
        // Counted within one conversation: what somebody else got is not to be read off a message's id.
        const nth = sent.filter(({ type, to }) => type === 'send' && to === boxOf(address)).length + 1;
        const messageId = `${boxOf(address)}/${nth}`;
        keep('send', address, messageId, message);
        return fault ?? { type: 'sent', messageId, address };
      },
      async update(address, messageId, message): Promise<UpdateResult> {
        const fault = hooks.fault?.(boxOf(address), platform);
        if (fault !== undefined && fault.type !== 'sent') return fault;
        if (!shown.has(`${platform}|${messageId}`)) return { type: 'card-gone' };
        keep('update', address, messageId, message);
        return { type: 'updated' };
      },
      members: async (channel) => members.get(boxOf(channel)),
    };
  }

  return {
    sent,
    members,
    hooks,
    messengers: { teams: messenger('teams'), slack: messenger('slack') },
    /** What stands in a box now, oldest first. */
    box: (to: string): readonly Sent[] => [...shown.values()].filter((post) => post.to === to),
    /** Everything that ever reached one of these boxes, as it was then. */
    reached: (boxes: readonly string[]): readonly Sent[] => sent.filter(({ to }) => boxes.includes(to)),
  };
}
