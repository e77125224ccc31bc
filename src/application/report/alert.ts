import { adultRoles, isAnyone, perhapsInvolved } from '../../domain/case/report.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Facts } from '../../domain/policy/facts.ts';
import { sitePhone } from '../advice/phones.ts';
import { readCase, runCase } from '../case/case-store.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import type { Draft } from './draft.ts';
import { caseIdOf } from './draft-store.ts';
import { rolesInWords, rolesOnRung, routed, type Situation } from './routing.ts';

/** What is known when somebody calls for help: the danger, and any adult already named. */
export function alertSituation(directory: Directory, draft: Draft, involvesLead: boolean): Situation {
  const { danger, adult, adults = [] } = draft.answers;
  const roles = adultRoles({ adults }, directory);
  const mayBeAnyone = involvesLead || isAnyone({ adults }, directory);
  const asked = [...(adult === undefined ? [] : [adult]), ...(mayBeAnyone ? ['unsure'] : [])];
  const facts: Facts = {
    danger: [danger ?? 'unsure'],
    'may-involve-lead': [involvesLead ? 'yes' : 'no'],
    ...(asked.length > 0 && { adult: [...new Set(asked)] }),
    ...(roles.length > 0 && { 'adult-role': [...roles] }),
  };
  const picked = adults.flatMap((each) => ('person' in each ? [each.person] : []));
  const named = [...picked, ...perhapsInvolved({ adults }, directory)];
  return { site: draft.site, facts, conflicted: [...named, ...(draft.answers.connected ?? [])] };
}

interface Alert {
  readonly draft: Draft;
  readonly involvesLead: boolean;
  readonly byItself: boolean;
  readonly action?: string | undefined;
}

/** Calls for help before the report is written. A second call changes nothing; the case as it then stands. */
export async function raiseAlert(
  deps: Deps,
  directory: Directory,
  { draft, involvesLead, byItself, action }: Alert,
): Promise<CaseState> {
  const id = caseIdOf(deps, draft.submission);
  const { where = '', callback = '' } = draft.answers;
  const situation = alertSituation(directory, draft, involvesLead);
  const raised = await runCase(
    deps,
    id,
    () => ({
      type: 'RaiseAlert',
      at: deps.clock.now(),
      by: draft.person,
      ...(action !== undefined && { action }),
      site: draft.site,
      mayInvolveLead: involvesLead,
      byItself,
      involved: situation.conflicted ?? [],
      where,
      callback,
      ...routed(deps, directory, situation),
    }),
    { isNew: true },
  );
  const state = raised.ok ? raised.value : (await readCase(deps, id))?.state;
  if (state === undefined) throw new Error(`Case ${id} refused an alert and is not there`);
  return state;
}

/** "by 14:10", "by tomorrow 09:00" */
export const byTime = (deps: Deps, at: Instant): string => clockTime(deps, at).replace(/^today /, '');

/** Who was told, and until when to wait before phoning. */
export function toldLine(deps: Deps, directory: Directory, state: CaseState): string {
  const phone = sitePhone(deps, state.site);
  const slots = { number: phone.number, who: phone.who };
  const roles = rolesOnRung(state, directory, state.rung);
  if (state.clock === undefined || roles.length === 0) return deps.cards.say('form-told-nobody', slots);
  return deps.cards.say('form-told', {
    ...slots,
    roles: rolesInWords(deps.policy, roles),
    time: clockTime(deps, state.alert?.at ?? state.reportedAt),
    by: byTime(deps, state.clock.at),
  });
}
