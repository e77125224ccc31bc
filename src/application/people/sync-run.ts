import { z } from 'zod';
import { FoundAccounts, NOTHING_FOUND } from '../../domain/people/accounts.ts';

/** How far the lists of accounts were read: kept between pages, because a long list takes minutes. */
export const SyncRun = z.strictObject({
  /** Which of the configured lists, in order. */
  list: z.int(),
  /** Where its next page begins; absent: at the beginning. */
  cursor: z.string().optional(),
  found: FoundAccounts,
  /** Times that it failed in a row. */
  failures: z.int(),
});
export type SyncRun = z.infer<typeof SyncRun>;

export const NEW_RUN: SyncRun = { list: 0, found: NOTHING_FOUND, failures: 0 };
