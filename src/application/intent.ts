import type { Card } from '../cards/model.ts';
import type { Address, Platform } from './messenger.ts';

/** Who did it, as the platform vouches for it (signed request, allow-listed tenant or workspace). */
export interface Sender {
  readonly platform: Platform;
  /** Teams: the Entra object id; Slack: the member id. The directory's column for that platform. */
  readonly account: string;
  /** Their one-to-one conversation with the bot, where the request tells. */
  readonly address?: Address;
}

/** Where it was done: in a shared place only a neutral line may be answered, unless a private view is open. */
export type Place = { readonly type: 'private' } | { readonly type: 'shared'; readonly channel: Address };

interface Asked {
  readonly from: Sender;
  readonly place: Place;
  /**
   * A private view takes the answer at once: a Slack modal, or the invoke answer in a Teams one-to-one chat.
   * False: the answer becomes a message (Teams, a typed command) or a line that others may see (Teams, a channel).
   */
  readonly view: boolean;
}

/** What a channel understood. It has parsed and authenticated; it has decided nothing. */
export type Intent =
  /** `text` is lower-cased, mention and slash removed, spaces collapsed ("report concern"). */
  | ({
      readonly type: 'say';
      readonly text: string;
      /** More stood behind "report concern" than is taken. */
      readonly more?: boolean;
    } & Asked)
  /** A file or a picture was sent. Nothing of it is taken: not its name, and not where it is. */
  | ({ readonly type: 'upload' } & Asked)
  | ({ readonly type: 'press'; readonly press: Press } & Asked)
  /** The bot was added for a person or a channel: their address is known from now on. */
  | { readonly type: 'installed'; readonly from?: Sender; readonly place: Place }
  /** Slack App Home was opened. */
  | { readonly type: 'home'; readonly from: Sender };

export interface Press {
  readonly do: string;
  readonly record?: string;
  readonly arg?: string;
  readonly actionId?: string;
  readonly sig?: string;
  /** Input id → what was typed or chosen; a multi-select is joined by commas; what was left empty is absent. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What the person who spoke or pressed sees, and nobody else. */
export type Answer =
  | { readonly type: 'card'; readonly card: Card }
  /** Something is wrong with what was typed, or it could not be saved: an open form stays open with its text. */
  | { readonly type: 'keep-form'; readonly card: Card }
  /** What there is to see comes by message. */
  | { readonly type: 'nothing' };

export type HandleIntent = (intent: Intent) => Promise<Answer>;
