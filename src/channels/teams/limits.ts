import type { Allowance } from '../../application/messenger.ts';

/**
 * Teams lets an app ask 50 times a second in one tenant, whatever it asks for
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, 2026-11-21). A new card may take two requests (the
 * conversation, then the card), an update takes one: that is 20 a second, and a few may come together.
 */
export const BULK: Allowance = { sends: 8 * 60, updates: 4 * 60 };
