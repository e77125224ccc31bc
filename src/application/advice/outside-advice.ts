import type { CaseState } from '../../domain/case/state.ts';
import { listOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import { contactSlot } from './phones.ts';

const isForStaff = ({ id, topics = [] }: Deps['policy']['contacts'][number]): boolean =>
  topics.includes('whistleblowing') || id.endsWith('whistleblowing');

/**
 * Where somebody who worries about an adult here can turn outside. Asked of what the reporter said themselves: what the
 * leads found out later must not be read off their receipt.
 */
export function outsideAdvice(deps: Deps, { report, plan }: CaseState): string | undefined {
  const isAboutAdult =
    report !== undefined &&
    (report.adult !== 'no' || report.mayInvolveLead || report.harms.includes('adult-behaviour'));
  if (!isAboutAdult) return undefined;
  const contacts = deps.policy.contacts
    .filter((contact) => plan.route.outside.includes(contact.id) && isForStaff(contact))
    .flatMap((contact) => contactSlot(deps, contact) ?? [])
    .map(({ name, reach }) => `${name}, ${reach}`);
  return contacts.length === 0 ? undefined : deps.cards.say('outside-advice', { contacts: listOf(contacts) });
}
