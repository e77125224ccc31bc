import { z } from 'zod';
import type { Intent, Place, Press, Sender } from '../../application/intent.ts';
import { ActionData } from '../../cards/model.ts';
import { Activity, hasUpload, isPersonal, tenantsOf } from './activity.ts';

export const PRESS = 'adaptiveCard/action';

/** `undefined`: nothing that we act on, or not something that Teams sends to us. */
export function readActivity(raw: unknown): Intent | undefined {
  const parsed = Activity.safeParse(raw);
  if (!parsed.success) return undefined;
  const activity = parsed.data;
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readPress(activity);
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? readInstalled(activity) : undefined;
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id)
        ? readInstalled(activity)
        : undefined;
    default:
      return undefined;
  }
}

function readMessage(activity: Activity): Intent | undefined {
  const [from, place] = [senderOf(activity), placeOf(activity)];
  // A message without text and with a value is the submit button of somebody else's card.
  if (from === undefined || place === undefined || (!activity.text && activity.value != null))
    return undefined;
  if (hasUpload(activity)) return { type: 'upload', from, place, view: false };
  return { type: 'say', ...said(activity), from, place, view: false };
}

function readInstalled(activity: Activity): Intent | undefined {
  const [from, place] = [senderOf(activity), placeOf(activity)];
  return place && { type: 'installed', ...(from !== undefined && { from }), place };
}

const Pressed = z.object({ action: z.object({ data: z.record(z.string(), z.unknown()) }) });

function readPress(activity: Activity): Intent | undefined {
  const [from, place] = [senderOf(activity), placeOf(activity)];
  const pressed = Pressed.safeParse(activity.value);
  if (activity.name !== PRESS || from === undefined || place === undefined || !pressed.success)
    return undefined;
  const { do: verb, record, arg, actionId, sig, ...typed } = pressed.data.action.data;
  const button = ActionData.safeParse({ do: verb, record, arg, actionId, sig });
  if (!button.success) return undefined;
  const press: Press = { ...present(button.data), do: button.data.do, inputs: inputsOf(typed) };
  return { type: 'press', press, from, place, view: isPersonal(activity) };
}

const present = ({ record, arg, actionId, sig }: ActionData): Omit<Press, 'do' | 'inputs'> => ({
  ...(record !== undefined && { record }),
  ...(arg !== undefined && { arg }),
  ...(actionId !== undefined && { actionId }),
  ...(sig !== undefined && { sig }),
});

/** Teams mixes what was typed into the button's own data. What was left empty is absent. */
function inputsOf(typed: Readonly<Record<string, unknown>>): Press['inputs'] {
  const entries = Object.entries(typed).flatMap(([id, value]): readonly (readonly [string, string])[] => {
    const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return scalar && value !== '' ? [[id, String(value)]] : [];
  });
  return Object.fromEntries(entries);
}

function senderOf(activity: Activity): Sender | undefined {
  const { from, conversation, recipient, serviceUrl } = activity;
  const [tenant] = tenantsOf(activity);
  if (!from.aadObjectId || tenant === undefined) return undefined;
  // Without a conversation the messenger creates one: that is how a report begun in a channel goes on in private.
  const chat = isPersonal(activity) ? { conversation: conversation.id } : {};
  const to = { serviceUrl, ...chat, tenant, bot: recipient.id, user: from.id };
  return {
    platform: 'teams',
    // `from.id` is another one for each bot; the directory knows the Entra object id.
    account: from.aadObjectId,
    address: { platform: 'teams', to },
  };
}

/** Whatever is not surely a personal chat has more people in it. */
function placeOf(activity: Activity): Place | undefined {
  if (isPersonal(activity)) return { type: 'private' };
  const { conversation, recipient, serviceUrl } = activity;
  const [tenant] = tenantsOf(activity);
  // A thread's id is the channel's, a semicolon, and the message it hangs from.
  const [channel] = conversation.id.split(';');
  if (!channel || tenant === undefined) return undefined;
  const to = { serviceUrl, conversation: channel, tenant, bot: recipient.id };
  return { type: 'shared', channel: { platform: 'teams', to } };
}

const Mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  text: z.string().min(1),
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};

/**
 * "<at>Signpost</at> /Report  concern" is "report concern". With more behind it that is still all we take: what a hurried
 * person types there is likely to be about a child.
 */
function said({ text, entities, recipient }: Activity): { readonly text: string; readonly more?: true } {
  const mentions = (entities ?? []).flatMap((entity) => {
    const mention = Mention.safeParse(entity);
    return mention.success && mention.data.mentioned.id === recipient.id ? [mention.data.text] : [];
  });
  const plain = mentions
    .reduce((left, mention) => left.replaceAll(mention, ' '), text ?? '')
    .replace(/&(nbsp|amp|lt|gt|quot|apos|#39|#160);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\s\u200b-\u200d\u2060]+/g, ' ')
    .trim()
    .replace(/^\/ ?/, '')
    .toLowerCase();
  if (!/^(report|(report )?concern\b.*)$/.test(plain)) return { text: plain };
  const isMore = !/^(report|(report )?concern\W*)$/.test(plain);
  return { text: 'report concern', ...(isMore && { more: true }) };
}
