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
  attachments: z.array(z.unknown()).nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  value: z.unknown().optional(),
});
export type Activity = z.infer<typeof Activity>;

/** Every tenant that the activity names: each must be ours. */
export const tenantsOf = ({ from, conversation, channelData }: Activity): readonly string[] =>
  [conversation.tenantId, channelData?.tenant?.id, from.tenantId].filter((id) => typeof id === 'string');

/** What kind of thing was sent along. Where it lies, and how it is called, is not read. */
const Attachment = z.object({ contentType: z.string(), content: z.unknown().optional() });
/** The same words once more with their markup, cards, and messages that are quoted are not files. */
const NO_FILE =
  /^(text\/(html|plain)|application\/vnd\.microsoft\.(teams\.)?card\.\S+|\w*messageReference)$/i;
/** An emoji is a picture too, as Teams writes it. */
const EMOJI = /<img\b[^>]*itemtype="http:\/\/schema\.skype\.com\/Emoji"[^>]*>/gi;
/** The number of an attachment within the words is a quoted message's; a file has an id of another kind. */
const IN_WORDS = /<(img|video|audio|object)\b|<attachment\b(?![^>]*\bid="\d+")/i;

/** Whether a file or a picture came with it, on its own or within the words. */
export const hasUpload = ({ attachments }: Activity): boolean =>
  (attachments ?? []).some((each) => {
    const attachment = Attachment.safeParse(each);
    if (!attachment.success) return false;
    const { contentType, content } = attachment.data;
    if (contentType !== 'text/html') return !NO_FILE.test(contentType);
    return typeof content === 'string' && IN_WORDS.test(content.replace(EMOJI, ''));
  });

export const isPersonal = ({ conversation }: Activity): boolean =>
  conversation.conversationType === 'personal';
