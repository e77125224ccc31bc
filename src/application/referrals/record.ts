import type { CaseCommand } from '../../domain/case/commands.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { Consent, Outcome } from '../../domain/case/work/referrals.ts';
import type { Instant } from '../../domain/ids.ts';
import { endOfReply, stageAfter } from '../../domain/policy/referrals.ts';
import type { Agency } from '../../domain/policy/step.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../intent.ts';

type Inputs = Press['inputs'];
type Act = Pick<Extract<CaseCommand, { type: 'ChaseReferrals' }>, 'at' | 'by' | 'action'>;

const LONGEST = 3000;
export const typedIn = (inputs: Inputs, id: string): string => (inputs[id] ?? '').slice(0, LONGEST).trim();

/** What was answered about consent; undefined: nothing, which stops no referral. */
export function consentIn(inputs: Inputs): Consent | undefined {
  const answer = Consent.shape.answer.safeParse(inputs.consent);
  return answer.success ? { answer: answer.data, why: typedIn(inputs, 'why') } : undefined;
}

/** Whether a reason for going on without consent is still worth asking for. */
const wantsWhy = (inputs: Inputs): boolean => {
  const consent = consentIn(inputs);
  return (consent?.answer === 'refused' || consent?.answer === 'not-sought') && consent.why === '';
};

/** What is said once it is saved: a reason that is missing is asked for, and never waited for. */
export const savedAs = ({ do: verb, inputs }: Press): string =>
  verb === 'case.refer' && wantsWhy(inputs) ? 'referral-say-why' : 'saved';

const endOf = ({ clock, calendar }: Deps, { plan }: CaseState, wait: string): Instant =>
  endOfReply(clock.now(), wait, plan.urgency, calendar);

/** Consent, and until when a reply is waited for: what a referral is recorded with. */
export function besideReferral(
  deps: Deps,
  state: CaseState,
  agency: Agency,
  inputs: Inputs,
): { readonly consent?: Consent; readonly due?: Instant } {
  const consent = consentIn(inputs);
  const { silent, reply } = deps.policy.referrals;
  return {
    ...(consent && { consent }),
    ...(!silent.includes(agency) && { due: endOf(deps, state, reply) }),
  };
}

/** "They replied": where more was asked, the wait starts anew. */
export function replyCommand(
  deps: Deps,
  state: CaseState,
  referral: number,
  inputs: Inputs,
  act: Act,
): CaseCommand | undefined {
  const outcome = Outcome.safeParse(inputs.outcome);
  if (!outcome.success) return undefined;
  return {
    type: 'RecordReply',
    ...act,
    referral,
    outcome: outcome.data,
    text: typedIn(inputs, 'text'),
    ...(outcome.data === 'more-asked' && { due: endOf(deps, state, deps.policy.referrals.reply) }),
  };
}

/** "Take it further": the next step of the local way to settle it, with its own time. */
export function furtherCommand(
  deps: Deps,
  state: CaseState,
  referral: number,
  inputs: Inputs,
  act: Act,
): CaseCommand | undefined {
  const found = state.referrals[referral];
  const stage = found && stageAfter(deps.policy.referrals, found.agency, found.stages.length);
  if (stage === undefined) return undefined;
  return {
    type: 'EscalateReferral',
    ...act,
    referral,
    stage: stage.title,
    who: typedIn(inputs, 'who'),
    text: typedIn(inputs, 'text'),
    ...(stage.within !== undefined && { due: endOf(deps, state, stage.within) }),
  };
}
