import type { SiteId } from '../../domain/ids.ts';
import type { Contact } from '../../domain/policy/advice.ts';
import type { Deps } from '../deps.ts';

export interface Phone {
  readonly who: string;
  readonly number: string;
}

/** The number that is answered here. */
export function sitePhone(deps: Deps, site: SiteId): Phone {
  const phone = (deps.organisation.sites.find(({ id }) => id === site) ?? deps.organisation.sites[0])?.phone;
  return { number: phone?.number ?? '999', who: phone?.label ?? 'emergency' };
}

/** Contacts outside that can be phoned, in the order asked for. 999 stands on every card by itself. */
export const outsidePhones = (deps: Deps, ids: readonly string[]): readonly Phone[] =>
  ids.flatMap((id) => {
    const contact = deps.policy.contacts.find((each) => each.id === id);
    const number = contact?.phone ?? deps.organisation.contacts[id]?.phone;
    return contact === undefined || number === undefined || number === '999'
      ? []
      : [{ who: contact.name, number }];
  });

/** A slot of a card: what it is called, what it is for, and how to reach it. */
export type Reach = Readonly<Record<'name' | 'for' | 'reach', string>>;

/** One contact and how to reach it: the organisation's own number where the pack leaves it open. */
export function contactSlot(deps: Deps, contact: Contact): Reach | undefined {
  const reach = contact.phone ?? deps.organisation.contacts[contact.id]?.phone ?? contact.web;
  return reach === undefined ? undefined : { name: contact.name, for: contact.for, reach };
}

/** Contacts of the pack that can be reached, in its order. */
export const contactSlots = (deps: Deps, only: readonly string[]): readonly Reach[] =>
  deps.policy.contacts
    .filter(({ id }) => only.includes(id))
    .flatMap((contact) => contactSlot(deps, contact) ?? []);
