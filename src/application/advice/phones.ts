import type { SiteId } from '../../domain/ids.ts';
import { halfAt } from '../../domain/people/duty.ts';
import type { Contact } from '../../domain/policy/advice.ts';
import type { Deps } from '../deps.ts';

export interface Phone {
  readonly who: string;
  readonly number: string;
}

const numberOf = ({ number, label }: { readonly number: string; readonly label: string }): Phone => ({
  number,
  who: label,
});

/** Numbers that are answered at a site, the one that is answered now first. */
export function sitePhones(deps: Deps, site: SiteId): readonly Phone[] {
  const found = deps.organisation.sites.find(({ id }) => id === site) ?? deps.organisation.sites[0];
  if (found === undefined) return [];
  const isShut = halfAt(deps.clock.now(), deps.calendar) === undefined;
  const night = isShut && found.outOfHours !== undefined ? [found.outOfHours] : [];
  return [...night, found.phone].map(numberOf);
}

/** The number that is answered here, now. */
export const sitePhone = (deps: Deps, site: SiteId): Phone =>
  sitePhones(deps, site)[0] ?? { number: '999', who: 'emergency' };

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
