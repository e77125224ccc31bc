import type { Cards } from '../cards/catalog.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Policy } from '../domain/policy/pack.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import type { Accounts } from './accounts.ts';
import type { Messenger, Platform } from './messenger.ts';
import type { Clock, Documents, Ids, Keyring, Log, Store } from './ports.ts';

/** What the use cases need, handed to each as its first argument. */
export interface Deps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly cards: Cards;
  readonly policy: Policy;
  readonly organisation: Organisation;
  readonly calendar: Calendar;
  readonly documents: Documents;
  readonly messengers: Partial<Readonly<Record<Platform, Messenger>>>;
  /** The platforms' own lists of accounts, where they are to be read; empty or absent: nowhere. */
  readonly accounts?: readonly Accounts[];
  /** Where browsers reach this server ("https://signpost.example"); undefined: no link can be given. */
  readonly publicUrl: () => string | undefined;
  /** Says that something is due now, so that the worker need not wait for its next look. */
  readonly kick: () => void;
}
