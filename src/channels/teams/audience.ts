import { z } from 'zod';
import type { ChannelMember } from '../../application/messenger.ts';
import type { Connector } from './connector.ts';

const PAGE = 200;
/** More pages than any channel of leads has; without an end a looping answer would hold the worker. */
const MOST_PAGES = 5;

const Member = z.object({
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  email: z.string().nullish(),
});
const Members = z.object({ members: z.array(Member), continuationToken: z.string().nullish() });

/** Everybody who can read the channel; `undefined` where the answer is not whole. */
export async function readMembers(
  { conversations }: Connector,
  channel: string,
  tenant: string,
): Promise<readonly ChannelMember[] | undefined> {
  const found: ChannelMember[] = [];
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await conversations.getConversationPagedMembers(channel, {
      pageSize: PAGE,
      ...(continuationToken && { continuationToken }),
    });
    const { members, continuationToken: next } = Members.parse(answer);
    found.push(...members.map((member) => readMember(member, tenant)));
    if (!next) return found;
    continuationToken = next;
  }
  return undefined;
}

function readMember(member: z.infer<typeof Member>, tenant: string): ChannelMember {
  const { tenantId, userRole, userPrincipalName, email } = member;
  const account = member.aadObjectId ?? member.objectId;
  // A guest's principal name carries the mark of their home tenant.
  const invited = [userPrincipalName, email].some((name) => name?.toUpperCase().includes('#EXT#'));
  const elsewhere = tenantId != null && tenantId !== tenant;
  const known = account != null && account !== '';
  return {
    account: account ?? '',
    guest: !known || invited || elsewhere || (userRole != null && userRole !== 'user'),
  };
}
