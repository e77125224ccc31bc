import type { Press } from '../../src/application/intent.ts';
import type { ActionExecute, Card } from '../../src/cards/model.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { buttonsOf, press } from '../support/press.ts';
import { PEOPLE, platformOf } from './school.ts';

type Typed = Readonly<Record<string, string>>;

/** Everybody at one client of their own. */
export function clientsOf(org: Organisation): (person: string) => Client {
  const clients = new Map<string, Client>();
  return (person) => {
    const index = PEOPLE.people.findIndex(({ id }) => id === person);
    const client = clients.get(person) ?? org.at(person, platformOf(index));
    clients.set(person, client);
    return client;
  };
}

/** What is open on the screen; undefined: nothing is. */
export const onScreen = (client: Client): Card | undefined => {
  const answer = client.answer();
  return answer.type === 'nothing' ? undefined : answer.card;
};

/** A press as the platform sends it: what the button carries, and what was typed. */
const pressOf = (
  { do: verb, record, arg, actionId, sig }: ActionExecute['data'],
  inputs: Typed = {},
): Press => ({
  do: verb,
  ...(record !== undefined && { record }),
  ...(arg !== undefined && { arg }),
  ...(actionId !== undefined && { actionId }),
  ...(sig !== undefined && { sig }),
  inputs,
});

/** Presses the first button for which this holds, in what is open. */
export async function pressWhere(
  client: Client,
  isIt: (button: ActionExecute) => boolean,
  typed: Typed = {},
): Promise<boolean> {
  const card = onScreen(client);
  const button = card && buttonsOf(card).find(isIt);
  if (card === undefined || button === undefined) return false;
  const { data } = button;
  // By its words, as a person does; of several with the same words, the one that is meant.
  const { inputs } = press(card, button.title, typed);
  await client.send(pressOf(data, inputs));
  return true;
}
export const pressIfThere = (client: Client, title: string, typed: Typed = {}): Promise<boolean> =>
  pressWhere(client, (button) => button.title === title, typed);

/** Opens a case from a message, else from Today, else from the list of cases; false: this person has no way to it. */
export async function openCase(client: Client, id: RecordId): Promise<boolean> {
  const opens = ({ data }: ActionExecute) => data.do === 'case.open' && data.record === id;
  const message = client.inbox().findLast(({ message: { card } }) => buttonsOf(card).some(opens));
  const button = message && buttonsOf(message.message.card).find(opens);
  if (message !== undefined && button !== undefined) await client.send(pressOf(button.data));
  else {
    await client.say('today');
    if (!(await pressWhere(client, opens))) {
      await client.say('cases');
      await pressIfThere(client, 'Show these', { status: 'all' });
      while (!(await pressWhere(client, opens)))
        if (!(await pressIfThere(client, 'Earlier cases'))) return false;
    }
  }
  await pressIfThere(client, 'Read the record');
  return client.titles().includes('What has been done');
}

const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;
/** A signature may look like one by chance. */
const SIGNATURE = /"(sig|actionId)":"[^"]*"/g;
export const referencesIn = (value: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(value).replace(SIGNATURE, '').matchAll(REFERENCE)].map(([ref]) => ref)),
];

/** Every reference of the whole list of cases, page by page. */
export async function casesListed(client: Client): Promise<readonly string[]> {
  await client.say('cases');
  await pressIfThere(client, 'Show these', { status: 'all' });
  const refs = [...referencesIn(onScreen(client))];
  while (await pressIfThere(client, 'Earlier cases')) refs.push(...referencesIn(onScreen(client)));
  return [...new Set(refs)];
}

/** Every reference of Today, also those of a group that shows only the first of it. */
export async function todayListed(client: Client): Promise<readonly string[]> {
  await client.say('today');
  const card = onScreen(client);
  const refs = [...referencesIn(card)];
  const more = card ? buttonsOf(card).filter(({ title }) => title.startsWith('See all ')) : [];
  for (const button of more) {
    await client.send(pressOf(button.data));
    refs.push(...referencesIn(onScreen(client)));
    while (await pressIfThere(client, 'Earlier cases')) refs.push(...referencesIn(onScreen(client)));
  }
  return [...new Set(refs)];
}
