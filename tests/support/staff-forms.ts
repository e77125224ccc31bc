import type { Deps } from '../../src/application/deps.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import type { StaffForm } from '../../src/domain/policy/staff-form.ts';
import { RequestEvent } from '../../src/domain/request/events.ts';
import { type Client, type Options, type Organisation, organisation } from './organisation.ts';
import { buttonsOf, press } from './press.ts';

/** Two invented forms: one wants a yes or a no until a day, the other is a task. */
export const BYPASS: StaffForm = {
  id: 'bypass',
  title: 'Ask for a page to be opened',
  words: ['open a page', 'unblock'],
  lines: [
    { kind: 'do', text: 'Say what you will teach with it.' },
    { kind: 'never', text: 'Do not go around the filter.' },
  ],
  fields: [
    { id: 'site', label: 'Which page?', kind: 'text', needed: true },
    { id: 'purpose', label: 'What is it for?', kind: 'text', needed: false },
    { id: 'until', label: 'Until when?', kind: 'date', needed: true },
  ],
  answer: 'approve',
  by: ['it-lead', 'dsl'],
  reason: 'on-decline',
  until: 'until',
  source: 'Invented policy, section 3.5',
};
export const LOST: StaffForm = {
  id: 'lost',
  title: 'Pass on a lost or stolen device',
  words: ['lost device', 'stolen device'],
  lines: [{ kind: 'do', text: 'Phone the office too.' }],
  fields: [
    { id: 'what', label: 'What is lost?', kind: 'text', needed: true },
    { id: 'when', label: 'Since when?', kind: 'date', needed: false },
  ],
  answer: 'do',
  by: ['it-lead'],
  reason: 'on-decline',
  source: 'Invented policy, section 9',
};

/** The policy with these forms and no others. */
export const withForms =
  (...forms: readonly StaffForm[]) =>
  (deps: Deps): Deps => ({ ...deps, policy: { ...deps.policy, forms: [...forms] } });

/** Everything that this person asked for, with what happened to it. */
export async function requestsOf(
  org: Organisation,
  person: string,
): Promise<readonly { readonly id: RecordId; readonly events: readonly RequestEvent[] }[]> {
  const { store, keyring } = org.deps();
  const { items } = await store.byToken(keyring.token('asker', PersonId.parse(person)));
  return Promise.all(
    items.map(async ({ id }) => {
      const found = await store.read(id, { events: true });
      return { id, events: (found?.events ?? []).map(({ body }) => RequestEvent.parse(body)) };
    }),
  );
}

export const typesOf = (events: readonly RequestEvent[]) => events.map(({ type }) => type);

export const PAGE = { 'field-site': 'A page on whales', 'field-until': '2026-11-26' };
/** IT is Ivo at both schools; Iris leads safeguarding at north, Owen at south. */
export const twoSchools = (options: Options = {}) =>
  organisation('two-schools', { doctor: withForms(BYPASS, LOST), ...options });

export async function asks(
  org: Organisation,
  who = 'p-ada',
  typed: Readonly<Record<string, string>> = PAGE,
): Promise<Client> {
  const client = org.at(who);
  await client.say('unblock');
  await client.press('Send', typed);
  await org.settle();
  return client;
}

/** Opens the newest message that has a button, whatever is on the screen. */
export async function opens(client: Client): Promise<Client> {
  const message = client.inbox().findLast(({ message: { card } }) => buttonsOf(card).length > 0);
  if (message === undefined) throw new Error('No message with a button');
  await client.send(press(message.message.card, 'Open'));
  return client;
}
