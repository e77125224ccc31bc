import type { SlotData } from '../cards/fill.ts';
import { chooseGuards } from '../domain/policy/procedure.ts';
import type { Deps } from './deps.ts';
import type { Answer } from './intent.ts';

/** Numbers of the pack's contacts, the organisation's own where the pack leaves them open. */
export function contactSlots(deps: Deps, only?: readonly string[]): readonly SlotData[] {
  return deps.policy.contacts
    .filter(({ id }) => only === undefined || only.includes(id))
    .flatMap((contact) => {
      const local = deps.organisation.contacts[contact.id];
      const reach = contact.phone ?? local?.phone ?? contact.web;
      return reach === undefined ? [] : [{ name: contact.name, for: contact.for, reach }];
    });
}

export const contacts = (deps: Deps): Answer => ({
  type: 'card',
  card: deps.cards.show('contacts', {
    contacts: contactSlots(deps),
    sites: deps.organisation.sites.map(({ name, phone }) => ({
      name,
      number: phone.number,
      who: phone.label,
    })),
  }),
});

export const help = (deps: Deps): Answer => ({
  type: 'card',
  card: deps.cards.show('help', { organisation: deps.organisation.name }),
});

/** What always holds, whatever the concern: what to do and what never to do. */
export const whatToDo = (deps: Deps): Answer => ({
  type: 'card',
  card: deps.cards.show('what-to-do', {
    guards: chooseGuards(deps.policy, {}).map(({ text, source }) => ({ text, why: source })),
  }),
});
