import type { SlackClient } from './slack-client.ts';
import type { SlackJourney } from './slack-journey.ts';
import type { PostedMessage } from './slack-requests.ts';
import type { Screen } from './slack-screen.ts';

type Inputs = Readonly<Record<string, string>>;

export const DANGER = {
  now: 'In danger now',
  tonight: 'Tonight, or should not go home yet',
  no: 'Not today',
  unsure: 'I am not sure',
} as const;

export const CHILD: Inputs = { 'name-1': 'Robin Valence', 'year-1': 'Class 4B' };
export const STORY: Inputs = {
  seen: 'She came in late and would not take her coat off.',
  heard: 'saw',
  when: 'about',
  'child-words': '"I do not want to go home tonight."',
  where: 'The cloakroom by the hall',
  opinion: 'She looked frightened to me.',
};

export interface Told {
  readonly danger?: keyof typeof DANGER;
  readonly adult?: 'no' | 'yes' | 'unsure';
  /** Typed or picked on the page about adults. */
  readonly adults?: Inputs;
  readonly ticks?: Inputs;
  readonly story?: Inputs;
}

/** Sends a step of the form and gives the next one; a form that closes or stays is a failure here. */
export async function onwards(
  people: SlackClient,
  user: string,
  form: Screen,
  inputs: Inputs = {},
): Promise<Screen> {
  const next = await people.submit(user, form, inputs);
  if (next === undefined) throw new Error('The form closed');
  if (Object.keys(next.errors).length > 0)
    throw new Error(`The form stayed: ${Object.values(next.errors).join(' ')}`);
  return next;
}

/** One tap, wherever Slack put the words: on a button, or on the button that sends the window. */
export const tap = (
  people: SlackClient,
  user: string,
  where: Screen | PostedMessage,
  title: string,
  inputs: Inputs = {},
): Promise<Screen> =>
  where.submit === title ? onwards(people, user, where, inputs) : people.press(user, where, title, inputs);

export const begin = async (
  people: SlackClient,
  user: string,
  danger: keyof typeof DANGER,
): Promise<Screen> => people.press(user, await people.command(user, '/report', 'concern'), DANGER[danger]);

/** From the page about the child to the one with the ticks. */
export async function nameThem(
  people: SlackClient,
  user: string,
  who: Screen,
  { adult = 'no', adults = {} }: Told,
): Promise<Screen> {
  const next = await onwards(people, user, who, { ...CHILD, adult });
  return adult === 'no' ? next : onwards(people, user, next, adults);
}

/** From the ticks to the last page. */
export async function tellStory(
  people: SlackClient,
  user: string,
  what: Screen,
  { ticks = { about: 'told' }, story = STORY }: Told,
) {
  return onwards(people, user, await onwards(people, user, what, ticks), story);
}

/** The form up to its last page. */
export async function toLastPage(people: SlackClient, user: string, told: Told = {}): Promise<Screen> {
  const { danger = 'no' } = told;
  const first = await begin(people, user, danger);
  const who = danger === 'no' ? first : await onwards(people, user, first);
  return tellStory(people, user, await nameThem(people, user, who, told), told);
}

/** The whole form: the receipt. */
export const report = async (people: SlackClient, user: string, told: Told = {}): Promise<Screen> =>
  onwards(people, user, await toLastPage(people, user, told));

export function refIn(text: string): string {
  const found = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0];
  if (found === undefined) throw new Error(`No reference in: ${text}`);
  return found;
}

/** What the bot sent this person about cases: nudges about training and reviews, and the card of a morning, are not. */
export async function cardsOf({ people }: SlackJourney, user: string): Promise<readonly PostedMessage[]> {
  return (await people.messages({ user })).filter(
    ({ notification, buttons }) =>
      !/^(Training|Reviews|Agreements):/.test(notification) && !buttons.includes('Open Today'),
  );
}

/** Opens a case from a card, past the page that says who is in it. */
export async function openRecord(people: SlackClient, user: string, card: PostedMessage): Promise<Screen> {
  const first = await people.press(user, card, 'Open');
  return first.text.includes('who is in it') ? tap(people, user, first, 'Read the record') : first;
}

export function only<Item>(items: readonly Item[], what: string): Item {
  const [first, ...rest] = items;
  if (first === undefined || rest.length > 0) throw new Error(`${items.length} of ${what}, and not one`);
  return first;
}
