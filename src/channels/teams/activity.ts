import { z } from 'zod';

/** What we read of an activity, whatever else Teams puts into it (shapes as Teams sent them, 2026-11-21). */
export const Activity = z.object({
  type: z.string(),
  // Another Bot Framework channel lets its caller write the sender and the tenant as they please.
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: z.object({
    id: z.string().min(1),
    aadObjectId: z.string().min(1).nullish(),
    tenantId: z.string().nullish(),
  }),
  recipient: z.object({ id: z.string().min(1) }),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish() }).nullish(),
  text: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  value: z.unknown().optional(),
});
export type Activity = z.infer<typeof Activity>;

/** Every tenant that the activity names: each must be ours. */
export const tenantsOf = ({ from, conversation, channelData }: Activity): readonly string[] =>
  [conversation.tenantId, channelData?.tenant?.id, from.tenantId].filter((id) => typeof id === 'string');

export const isPersonal = ({ conversation }: Activity): boolean =>
  conversation.conversationType === 'personal';
