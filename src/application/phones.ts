import type { SiteId } from '../domain/ids.ts';
import type { Deps } from './deps.ts';

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
