import type { Allowance } from '../../application/messenger.ts';

/**
 * What Slack documents as the most it takes. Source: the reference comments of @slack/types 3.2.0 and
 * docs.slack.dev/block-kit, read 2026-11-21, unless a line says otherwise. Neither the types nor the API's local
 * stand-in enforce them, so `validate.ts` does.
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** docs.slack.dev/reference/methods/views.open, 2026-11-21: `view_too_large` above 250 KB. */
  viewBytes: 250_000,
  blockId: 255,
  actionId: 255,
  callbackId: 255,
  privateMetadata: 3000,
  /** Title, submit and close of a modal. */
  viewTitle: 24,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  /** Any text object without a smaller limit of its own. Rich text has none documented; we hold it to the same. */
  text: 3000,
  inputLabel: 2000,
  placeholder: 150,
  plainTextInput: 3000,
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  optionText: 75,
  optionDescription: 75,
  /** The reference page says 150 since 2024; older copies say 75, and our ids are far shorter. */
  optionValue: 75,
  selectOptions: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  /** Radio buttons and checkboxes. */
  tickOptions: 10,
  /** docs.slack.dev/reference/methods/chat.postMessage, 2026-11-21: recommended; cut at 40,000. */
  messageText: 4000,
} as const;

/**
 * How often a workspace lets an app call a method, in a minute (docs.slack.dev/apis/web-api/rate-limits, 2026-11-21).
 * chat.postMessage: "several hundred" in a workspace, which we read as three, and one a second in a channel.
 * chat.update: tier 3.
 */
const RATES = { 'chat.postMessage': 300, 'chat.update': 50 } as const;

/** Half of it. */
export const BULK: Allowance = { sends: RATES['chat.postMessage'] / 2, updates: RATES['chat.update'] / 2 };

/** Prose over a limit is shortened so that anybody can see it was. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, wholeCharacters(text, max - 1))}…`;
}

/** Where to cut so that no surrogate pair is split: at most `max`. */
export function wholeCharacters(text: string, max: number): number {
  const last = text.charCodeAt(max - 1);
  return last >= 0xd800 && last <= 0xdbff ? max - 1 : max;
}

/** Ids and values are never shortened: half an id is another id. The error names the place, not the content. */
export function within(text: string, max: number, what: string): string {
  if (text.length > max) {
    throw new Error(
      `Slack takes at most ${max} characters as ${what} and this has ${text.length}: shorten it in the card`,
    );
  }
  return text;
}
