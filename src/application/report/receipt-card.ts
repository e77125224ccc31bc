import type { Card } from '../../cards/model.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { type RecordId, refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { outsideAdvice } from '../advice/outside-advice.ts';
import { outsidePhones, sitePhone } from '../advice/phones.ts';
import { readCase } from '../case/case-store.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import { byTime } from './alert.ts';
import { rolesInWords, rolesOnRung } from './routing.ts';

const isAboutAdult = ({ facts }: CaseState): boolean =>
  facts.adult?.some((value) => value !== 'no') === true ||
  facts['may-involve-lead']?.includes('yes') === true;

const called = (deps: Deps, directory: Directory, state: CaseState): string =>
  rolesInWords(deps.policy, rolesOnRung(state, directory, state.rung));

function way(deps: Deps, directory: Directory, state: CaseState): string {
  if (state.clock === undefined) return deps.cards.say('receipt-way-nobody');
  if (state.report?.self)
    return deps.cards.say('receipt-way-self', { roles: called(deps, directory, state) });
  return isAboutAdult(state)
    ? deps.cards.say('receipt-way-other')
    : deps.cards.say('receipt-way', { roles: called(deps, directory, state) });
}

function phoneLine(deps: Deps, state: CaseState): string {
  const { number, who } = sitePhone(deps, state.site);
  return state.clock === undefined
    ? deps.cards.say('receipt-phone-now', { number, who })
    : deps.cards.say('receipt-phone', { number, who, time: byTime(deps, state.clock.at) });
}

/**
 * What happens next, in the reporter's private view: reference, who by role, by when to phone, what to do and never to do.
 * Names nobody. Not for a message: what not to do says what it is about.
 */
export function receiptCard(
  deps: Deps,
  directory: Directory,
  id: RecordId,
  state: CaseState,
  notice?: string,
): Card {
  const guards = (kind: 'do' | 'never') =>
    state.plan.guards.filter((guard) => guard.kind === kind).map(({ text }) => ({ text }));
  return deps.cards.show('receipt', {
    case: id,
    ref: refOf(id),
    notice,
    time: clockTime(deps, state.reportedAt),
    way: way(deps, directory, state),
    phone: phoneLine(deps, state),
    dosTitle: deps.cards.say('receipt-dos'),
    dos: guards('do'),
    neversTitle: deps.cards.say('receipt-nevers'),
    nevers: guards('never'),
    outside: outsideAdvice(deps, state),
    contacts: outsidePhones(deps, [...new Set(['social-care', 'police', ...state.plan.route.outside])]).map(
      ({ who, number }) => ({ name: who, number }),
    ),
  });
}

/** "Why?": each instruction with the section it comes from. */
function whyCard(deps: Deps, directory: Directory, id: RecordId, state: CaseState): Card {
  const { why } = state.plan.route;
  return deps.cards.show('form-why', {
    case: id,
    route: isAboutAdult(state)
      ? deps.cards.say('why-route-other', { why })
      : deps.cards.say('why-route', { why, roles: called(deps, directory, state) }),
    reasons: state.plan.guards.map(({ text, why: source }) => ({ text, why: source })),
  });
}

/** The receipt of one's own report, or why it says what it says; undefined for everything else. */
export async function ownReceipt(
  deps: Deps,
  directory: Directory,
  person: CaseState['reporter'],
  id: RecordId,
  options: { readonly why?: boolean; readonly notice?: string } = {},
): Promise<Card | undefined> {
  const record = await readCase(deps, id);
  if (record?.state.report === undefined || record.state.reporter !== person) return undefined;
  return options.why
    ? whyCard(deps, directory, id, record.state)
    : receiptCard(deps, directory, id, record.state, options.notice);
}
