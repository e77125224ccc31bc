import type { Press } from '../../src/application/intent.ts';
import type { ActionExecute, Card } from '../../src/cards/model.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { buttonsOf, press } from '../support/press.ts';
import { platformOf } from './school.ts';

type Typed = Readonly<Record<string, string>>;
type IsIt = (button: ActionExecute) => boolean;

/** Something that was planned and that the bot did not offer: a year in which nothing happens is no success. */
class NotOffered extends Error {}

/** Everybody at the platform that they have. */
export function clientsOf(org: Organisation): (person: string) => Client {
  const clients = new Map<string, Client>();
  return (person) => {
    const client = clients.get(person) ?? org.at(person, platformOf(person) ?? 'slack');
    clients.set(person, client);
    return client;
  };
}

export const onScreen = (client: Client): Card | undefined => {
  const answer = client.answer();
  return answer.type === 'nothing' ? undefined : answer.card;
};

async function pressIn(client: Client, card: Card, button: ActionExecute, typed: Typed): Promise<void> {
  const { do: verb, record, arg, actionId, sig } = button.data;
  const { inputs } = press(card, button.title, typed);
  const sent: Press = {
    do: verb,
    ...(record !== undefined && { record }),
    ...(arg !== undefined && { arg }),
    ...(actionId !== undefined && { actionId }),
    ...(sig !== undefined && { sig }),
    inputs,
  };
  await client.send(sent);
}

/** Presses the first button for which this holds, in what is open; false: there is none. */
export async function pressIf(client: Client, isIt: IsIt, typed: Typed = {}): Promise<boolean> {
  const card = onScreen(client);
  const button = card && buttonsOf(card).find(isIt);
  if (card === undefined || button === undefined) return false;
  await pressIn(client, card, button, typed);
  return true;
}

export const does =
  (verb: string, arg?: string, record?: string): IsIt =>
  ({ data }) =>
    data.do === verb &&
    (arg === undefined || data.arg === arg) &&
    (record === undefined || data.record === record);

export async function mustPress(
  client: Client,
  verb: string,
  typed: Typed = {},
  arg?: string,
): Promise<void> {
  if (await pressIf(client, does(verb, arg), typed)) return;
  const there = client.titles().join(' · ');
  throw new NotOffered(`${client.person.id} has no ${verb} ${arg ?? ''}, but: ${there}: ${client.texts()}`);
}

/** Presses a button of the newest message that has it. */
export async function pressMessage(client: Client, isIt: IsIt): Promise<boolean> {
  for (const { message } of client.inbox().toReversed()) {
    const button = buttonsOf(message.card).find(isIt);
    if (button === undefined) continue;
    await pressIn(client, message.card, button, {});
    return true;
  }
  return false;
}

/** The ids of the boxes in what is open that begin like this. */
export const boxesIn = (client: Client, prefix: string): readonly string[] => [
  ...new Set(
    [...JSON.stringify(onScreen(client) ?? {}).matchAll(/"id":"([^"]+)"/g)].flatMap(([, id = '']) =>
      id.startsWith(prefix) ? [id] : [],
    ),
  ),
];
