import { z } from 'zod';
import { manned, mayBeTold } from '../../domain/access.ts';
import type { CaseCommand } from '../../domain/case/commands.ts';
import { isSearch } from '../../domain/case/search.ts';
import { type CaseState, stepOf } from '../../domain/case/state.ts';
import { PersonId, StepId } from '../../domain/ids.ts';
import { personById } from '../../domain/people/directory.ts';
import type { Facts } from '../../domain/policy/facts.ts';
import { planFor } from '../../domain/policy/plan.ts';
import { Agency } from '../../domain/policy/step.ts';
import { besideReferral } from '../referrals/record.ts';
import { SEARCH } from '../search/report.ts';
import { readWork } from '../tasks/commands.ts';
import type { CaseRecord } from './case-store.ts';
import type { Pressed } from './work-case.ts';

const LONGEST = 3000;
const text = (inputs: Readonly<Record<string, string>>, id: string): string =>
  (inputs[id] ?? '').slice(0, LONGEST).trim();

const moment = (inputs: Readonly<Record<string, string>>): string =>
  `${text(inputs, 'date')} ${text(inputs, 'time')}`.trim().slice(0, 60);

/** "nudes.tell-parents@3": a step, and the decision version that the person saw. */
export function stepArg(
  arg: string | undefined,
): { readonly step: StepId; readonly seen: number } | undefined {
  const [step, seen] = (arg ?? '').split('@');
  const id = StepId.safeParse(step);
  return id.success ? { step: id.data, seen: Number(seen ?? '-1') } : undefined;
}

/** Whether there is anybody who may read it now. */
function heard(
  { directory, person }: Pressed,
  { state }: CaseRecord,
  step: StepId,
): { readonly nobody?: true } {
  const to = stepOf(state, step)?.step.to ?? [];
  return mayBeTold(state, directory, to, person.id).length > 0 ? {} : { nobody: true };
}

/** The lead corrects what the rules may ask about; the policy then says anew who and what. */
function triage(
  pressed: Pressed,
  { state }: CaseRecord,
): Pick<Extract<CaseCommand, { type: 'Triage' }>, 'facts' | 'plan' | 'manned'> {
  const { deps, directory, press } = pressed;
  const adult = z.enum(['no', 'same']).catch('same').parse(press.inputs.adult);
  const category = press.inputs.category;
  // A search that was begun is gone through to its end, whatever kind of case it turns out to be.
  const searched = isSearch(state) && !category?.split(',').includes(SEARCH) ? [SEARCH] : [];
  const offence = z.enum(['yes', 'no', 'unsure']).optional().catch(undefined).parse(press.inputs.offence);
  const facts: Facts = {
    ...state.facts,
    ...(adult === 'no' && { adult: ['no'], 'adult-role': [], 'may-involve-lead': ['no'] }),
    ...(category !== undefined && category !== '' && { category: [...category.split(','), ...searched] }),
    ...(offence !== undefined && { offence: [offence] }),
  };
  const plan = planFor(deps.policy, facts, state.plan.urgency);
  const conflict = conflictOf(state, facts);
  return { facts, ...manned({ ...conflict, plan }, directory) };
}

const conflictOf = (state: CaseState, facts: Facts) => ({
  site: state.site,
  report: state.report,
  conflicted: state.conflicted,
  mayInvolveLead:
    facts.adult?.includes('unsure') === true || facts['may-involve-lead']?.includes('yes') === true,
});

/** The command that this press means on this case, if it means any. */
export function commandOf(pressed: Pressed, record: CaseRecord): CaseCommand | undefined {
  const { deps, person, press } = pressed;
  const { inputs } = press;
  const act = {
    at: deps.clock.now(),
    by: person.id,
    ...(press.actionId !== undefined && { action: press.actionId }),
  };
  const at = stepArg(press.arg);
  const agency = () => Agency.catch('other').parse(inputs.agency);
  switch (press.do) {
    case 'case.ask':
      return { type: 'AskReporter', ...act, question: text(inputs, 'question') };
    case 'case.refer':
      return {
        type: 'RecordReferral',
        ...act,
        ...(at !== undefined && { step: at.step }),
        agency: agency(),
        who: text(inputs, 'who'),
        when: moment(inputs),
        reference: text(inputs, 'reference'),
        ...besideReferral(deps, record.state, agency(), inputs),
      };
    case 'case.done':
      return (
        at && {
          type: 'DoStep',
          ...act,
          step: at.step,
          answer: text(inputs, 'answer'),
          note: [text(inputs, 'who'), moment(inputs), text(inputs, 'note')]
            .filter(Boolean)
            .join(': ')
            .slice(0, LONGEST),
        }
      );
    case 'case.inform':
      return (
        at && {
          type: 'Inform',
          ...act,
          step: at.step,
          text: text(inputs, 'text'),
          ...heard(pressed, record, at.step),
        }
      );
    case 'case.skip':
      return at && { type: 'ReasonAway', ...act, step: at.step, reason: text(inputs, 'reason') };
    case 'case.decide':
      return (
        at && {
          type: 'Decide',
          ...act,
          ...at,
          answer: text(inputs, 'answer'),
          reason: text(inputs, 'reason'),
        }
      );
    case 'case.involved': {
      const chosen = PersonId.safeParse(inputs.person);
      const named = chosen.success ? personById(pressed.directory, chosen.data) : undefined;
      return named && { type: 'NamePersonInvolved', ...act, person: named.id };
    }
    case 'case.triage':
      return { type: 'Triage', ...act, ...triage(pressed, record) };
    case 'case.close':
      return {
        type: 'Close',
        ...act,
        reason: text(inputs, 'reason'),
        line: text(inputs, 'line').slice(0, 200),
        reference: text(inputs, 'reference'),
        needsReference: deps.organisation.record === 'elsewhere',
        confirmed: inputs.confirmed === 'yes',
        seen: Number(press.arg ?? '-1'),
      };
    case 'case.reopen':
      return { type: 'Reopen', ...act, reason: text(inputs, 'reason') };
    default: {
      const read = readWork(pressed, record);
      return read !== undefined && 'command' in read ? read.command : undefined;
    }
  }
}
