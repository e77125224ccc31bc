import type { Account } from '../domain/people/accounts.ts';
import type { Platform } from './messenger.ts';

/** One page of a platform's list of accounts, or why there is none now. */
export type AccountsPage =
  | {
      readonly type: 'page';
      readonly accounts: readonly Account[];
      /** Where the next page begins; absent on the last. */
      readonly next?: string;
    }
  /** The platform asks for a pause. */
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'failed'; readonly code: string };

/** Everybody who has an account on a platform, closed ones included where it lists them. */
export interface Accounts {
  readonly platform: Platform;
  page(cursor: string | undefined): Promise<AccountsPage>;
}
