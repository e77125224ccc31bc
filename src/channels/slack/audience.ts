import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Address, ChannelMember } from '../../application/messenger.ts';

/** More people than any channel of leads has; to ask about each of them would use up the rate limit of `users.info`. */
const MOST_MEMBERS = 100;
const PAGE = 200;

const Channel = z.object({
  is_ext_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
});
const User = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
});

/**
 * Who can read a channel now. Anything that is not a full answer, and any channel shared with another organisation, is
 * `undefined`: then nobody is trusted. Other apps in the channel are members like anybody, because they can read it too.
 */
export function channelMembers(
  client: webApi.WebClient,
): (channel: Address) => Promise<readonly ChannelMember[] | undefined> {
  let self: string | undefined;

  async function ourselves(): Promise<string | undefined> {
    self ??= (await client.auth.test()).user_id;
    return self;
  }

  async function memberIds(channel: string): Promise<readonly string[] | undefined> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) });
      ids.push(...(page.members ?? []));
      cursor = page.response_metadata?.next_cursor;
    } while (cursor && ids.length <= MOST_MEMBERS);
    return ids.length <= MOST_MEMBERS ? ids : undefined;
  }

  async function member(user: string, team: string | undefined): Promise<readonly ChannelMember[]> {
    const known = User.parse((await client.users.info({ user })).user);
    if (known.deleted === true) return [];
    const elsewhere = team !== undefined && known.team_id !== undefined && known.team_id !== team;
    const limited = known.is_restricted === true || known.is_ultra_restricted === true;
    return [{ account: known.id, guest: limited || known.is_stranger === true || elsewhere }];
  }

  return async ({ to }) => {
    const { channel, team } = to;
    if (channel === undefined) return undefined;
    try {
      const info = Channel.parse((await client.conversations.info({ channel })).channel);
      if (info.is_ext_shared === true || info.is_pending_ext_shared === true) return undefined;
      const ids = await memberIds(channel);
      const us = await ourselves();
      if (ids === undefined || us === undefined) return undefined;
      const members = await Promise.all(ids.filter((id) => id !== us).map((id) => member(id, team)));
      return members.flat();
    } catch {
      return undefined;
    }
  };
}
