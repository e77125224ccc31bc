import type { Card } from '../cards/model.ts';

export type Platform = 'teams' | 'slack';

/**
 * Where a message can be sent: what the channel needs and nothing else, as JSON that only that channel reads
 * (Teams: serviceUrl, conversation, tenant; Slack: team and channel or user).
 */
export interface Address {
  readonly platform: Platform;
  readonly to: { readonly [key: string]: string };
}

/** The whole list of what a locked screen can show (words in `cards/notifications.json`). */
export type Notification =
  | 'needs-you'
  | 'urgent'
  | 'something-to-read'
  | 'question'
  /** Something that a colleague asked for or passed on: no worry about a child. */
  | 'request'
  | 'training'
  | 'reviews'
  | 'agreements';

export interface Message {
  readonly card: Card;
  /** Notification text, already filled from the fixed list. */
  readonly notification: string;
  /** True: no sound, no banner where the platform can (everything to a reporter). */
  readonly silent: boolean;
}

export type SendResult =
  /** `messageId` with `address` is what an update needs. */
  | { readonly type: 'sent'; readonly messageId: string; readonly address: Address }
  /** The platform asked us to wait this long. */
  | { readonly type: 'throttled'; readonly retryAfterMs: number }
  /** Nothing left this machine. */
  | { readonly type: 'not-sent'; readonly code: string }
  /** Bytes left and no answer came: it may have arrived. Never choose silence. */
  | { readonly type: 'ambiguous'; readonly code: string }
  /** Blocked, uninstalled, gone: the next person, now. */
  | { readonly type: 'unreachable'; readonly code: string }
  /** Our credentials are refused: an administrator must act. */
  | { readonly type: 'credentials'; readonly code: string }
  /** The platform refuses this very card: our bug. */
  | { readonly type: 'poison'; readonly code: string };

export type UpdateResult =
  | Exclude<SendResult, { type: 'sent' }>
  | { readonly type: 'updated' }
  | { readonly type: 'card-gone' };

/** A member of a channel as the platform knows them; `account` matches the directory's column for that platform. */
export interface ChannelMember {
  readonly account: string;
  readonly guest: boolean;
}

/** How many messages a minute may be sent and changed. */
export interface Allowance {
  readonly sends: number;
  readonly updates: number;
}

export interface Messenger {
  readonly platform: Platform;
  /** What the bulk lane keeps to: half of what the platform documents, so that a card of a case always finds room. */
  readonly bulk?: Allowance;
  send(address: Address, message: Message): Promise<SendResult>;
  update(address: Address, messageId: string, message: Message): Promise<UpdateResult>;
  /** Who can read the channel now; `undefined` when the platform would not say (then nobody is trusted). */
  members(channel: Address): Promise<readonly ChannelMember[] | undefined>;
}
