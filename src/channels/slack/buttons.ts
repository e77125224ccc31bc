import type { types } from '@slack/bolt';
import type { ActionExecute, ActionOpenUrl } from '../../cards/model.ts';
import { bare, plain } from './inputs.ts';
import { LIMITS, within } from './limits.ts';
import { paragraphs } from './rich-text.ts';

/** Counts the buttons of one card: Slack wants every `action_id` of a block to differ. */
export interface Numbered {
  next: number;
}

/** A press on one of these brings what was typed; on the other it does not (Back, Hide). */
export const WITH_INPUTS = 'press';
export const WITHOUT_INPUTS = 'press-bare';

/** The same few fields on both platforms, signed, and nothing that gives a right. */
export function dataOf({ data }: ActionExecute): string {
  const { do: verb, record, arg, actionId, sig } = data;
  return JSON.stringify({ do: verb, record, arg, actionId, sig });
}

/** The buttons of one set without the view's submit. Words too long for a button stand in full above it. */
export function actionsBlocks(
  actions: readonly (ActionExecute | ActionOpenUrl)[],
  numbered: Numbered,
  submit: ActionExecute | undefined,
): readonly types.KnownBlock[] {
  const shown = actions.filter((action) => action !== submit);
  if (shown.length === 0) return [];
  const long = shown.filter(({ title }) => bare(title).length > LIMITS.buttonText);
  return [
    ...long.flatMap(({ title }) => paragraphs([{ text: title, bold: true }])),
    { type: 'actions', elements: shown.map((action) => button(action, numbered)) },
  ];
}

function button(action: ActionExecute | ActionOpenUrl, numbered: Numbered): types.Button {
  if (bare(action.title) === '') throw new Error('A button in a card has no words on it');
  if (action.type === 'Action.OpenUrl') return link(action, numbered);
  const kind = action.associatedInputs === 'none' ? WITHOUT_INPUTS : WITH_INPUTS;
  numbered.next += 1;
  return {
    type: 'button',
    action_id: `${kind}.${numbered.next}`,
    text: plain(action.title, LIMITS.buttonText),
    value: within(dataOf(action), LIMITS.buttonValue, 'the data of a button'),
    ...(action.style === 'positive' && { style: 'primary' }),
    ...(action.style === 'destructive' && { style: 'danger' }),
  };
}

/** Slack reports a press on a link too: it means nothing to us, and is acknowledged like any other. */
export const LINK = 'link';

function link({ title, url }: ActionOpenUrl, numbered: Numbered): types.Button {
  numbered.next += 1;
  return {
    type: 'button',
    action_id: `${LINK}.${numbered.next}`,
    text: plain(title, LIMITS.buttonText),
    url: within(url, LIMITS.buttonUrl, 'the address of a link'),
  };
}
