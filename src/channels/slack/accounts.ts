import { z } from 'zod';
import type { Accounts } from '../../application/accounts.ts';
import { failureOf } from './send-result.ts';
import { webClient } from './web-client.ts';

/** Slack recommends no more than 200 a page for `users.list`, and takes 20 calls a minute (tier 2). */
const PAGE = 200;
const TIMEOUT = 10_000;
/** Slack's own helper is in every workspace, and not marked as a bot. */
const SLACKBOT = 'USLACKBOT';

const Member = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
});

export interface SlackAccountsOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  /** Workspaces whose people are ours. */
  readonly teams: readonly string[];
}

/** Members of the workspace. Needs the scopes `users:read` and `users:read.email`: without the second nobody is found. */
export function slackAccounts({ botToken, apiUrl, teams }: SlackAccountsOptions): Accounts {
  const client = webClient(botToken, apiUrl, TIMEOUT);
  const isOurs = ({ id, team_id, is_bot, is_stranger }: z.infer<typeof Member>): boolean =>
    id !== SLACKBOT &&
    is_bot !== true &&
    is_stranger !== true &&
    (team_id === undefined || teams.some((team) => team === team_id || team.startsWith('E')));
  return {
    platform: 'slack',
    async page(cursor) {
      try {
        const { members, response_metadata } = await client.users.list({
          limit: PAGE,
          ...(cursor !== undefined && { cursor }),
        });
        const accounts = z
          .array(Member)
          .parse(members)
          .filter(isOurs)
          .map(({ id, deleted, profile }) => ({
            id,
            emails: profile?.email === undefined ? [] : [profile.email.toLowerCase()],
            isOpen: deleted !== true,
          }));
        const next = response_metadata?.next_cursor;
        return { type: 'page', accounts, ...(next !== undefined && next !== '' && { next }) };
      } catch (error) {
        const failure = failureOf(error);
        return failure.type === 'throttled'
          ? { type: 'wait', ms: failure.retryAfterMs }
          : { type: 'failed', code: failure.code };
      }
    },
  };
}
