import { z } from 'zod';
import { assertNever, Instant, PersonId } from '../../ids.ts';
import { Agency } from '../../policy/step.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf, fact, isBlank, words } from '../act.ts';
import type { Act, Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';

/** Whether whoever has parental responsibility, or the child, agreed. A missing yes stops no referral. */
export const Consent = z.strictObject({
  answer: z.enum(['given', 'refused', 'asked', 'not-sought']),
  why: words,
});
export type Consent = z.infer<typeof Consent>;

export const Outcome = z.enum(['accepted', 'advice', 'not-accepted', 'more-asked']);
export type Outcome = z.infer<typeof Outcome>;

/** A referral outside, and what came of it. `due`: until when a reply is waited for; absent once one came. */
export const Referral = z.strictObject({
  agency: Agency,
  who: words,
  when: z.string().max(60),
  reference: words,
  by: PersonId,
  at: Instant,
  consent: Consent.optional(),
  due: Instant.optional(),
  /** How often its time was over without a reply. */
  chased: z.int(),
  /** Its time is over, and whoever has the case was told so: until a reply comes, or it is taken further. */
  late: z.literal(true).optional(),
  /** Steps of the local escalation protocol that were taken, in order. */
  stages: z.array(z.strictObject({ stage: z.string(), who: words, text: words, by: PersonId, at: Instant })),
  replies: z.array(z.strictObject({ outcome: Outcome, text: words, by: PersonId, at: Instant })),
});
export type Referral = z.infer<typeof Referral>;

const referral = z.int().nonnegative();
export const REFERRAL_EVENTS = [
  z.strictObject({
    type: z.literal('ReferralReplied'),
    ...act,
    referral,
    outcome: Outcome,
    text: words,
    due: Instant.optional(),
  }),
  z.strictObject({
    type: z.literal('ReferralEscalated'),
    ...act,
    referral,
    stage: z.string(),
    who: words,
    text: words,
    due: Instant.optional(),
  }),
  /** Nobody replied in time. */
  z.strictObject({ type: z.literal('ReferralsChased'), ...fact, referrals: z.array(referral) }),
] as const;
type ReferralEvent = z.infer<(typeof REFERRAL_EVENTS)[number]>;

export type ReferralCommand =
  /** `due`: more was asked, and the wait starts anew. */
  | (Act & { type: 'RecordReply'; referral: number; outcome: Outcome; text: string; due?: Instant })
  | (Act & {
      type: 'EscalateReferral';
      referral: number;
      stage: string;
      who: string;
      text: string;
      due?: Instant;
    })
  | (Act & { type: 'ChaseReferrals' });

type Referrals = Pick<CaseState, 'referrals'>;

/** Whether a reply is still waited for. */
export const isAwaited = ({ due }: Pick<Referral, 'due'>): boolean => due !== undefined;

/** Whether one of them should have been answered by now. */
export const hasNoReply = ({ referrals }: Referrals): boolean => referrals.some(({ late }) => late === true);

/** Referrals whose time is over and of which nobody was told yet. */
export const unanswered = ({ referrals }: Referrals, at: Instant): readonly number[] =>
  referrals.flatMap(({ due, late }, n) => (due !== undefined && due <= at && late === undefined ? [n] : []));

/** When the next one's time is over. */
export const nextUnanswered = ({ referrals }: Referrals): Instant | undefined =>
  referrals.flatMap(({ due, late }) => (due !== undefined && late === undefined ? [due] : [])).sort()[0];

export function decideReferral(
  command: ReferralCommand,
  state: CaseState,
): Result<readonly CaseEvent[], Refusal> {
  const { at } = command;
  if (command.type === 'ChaseReferrals') {
    const late = unanswered(state, at);
    return late.length === 0
      ? refuse({ reason: 'already-done' })
      : ok([{ type: 'ReferralsChased', at, referrals: [...late] }]);
  }
  const found = state.referrals[command.referral];
  if (found === undefined) return refuse({ reason: 'no-such-step' });
  const due = command.due === undefined ? {} : { due: command.due };
  const said = { ...actOf(command), referral: command.referral, ...due };
  switch (command.type) {
    case 'RecordReply': {
      const { outcome, text } = command;
      // A yes speaks for itself; anything else is worth a word.
      if (outcome !== 'accepted' && isBlank(text)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'ReferralReplied', ...said, outcome, text }]);
    }
    case 'EscalateReferral': {
      const { stage, who, text } = command;
      if (isBlank(who)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'ReferralEscalated', ...said, stage, who, text }]);
    }
    default:
      return assertNever(command, 'referral command');
  }
}

/** A referral as it begins. */
export function madeBy(event: Extract<CaseEvent, { type: 'ReferralRecorded' }>): Referral {
  const { agency, who, when, reference, by, at, consent, due } = event;
  const said = { agency, who, when, reference, by, at, ...(consent && { consent }), ...(due && { due }) };
  return { ...said, chased: 0, stages: [], replies: [] };
}

const changed = (all: readonly Referral[], at: number, change: (each: Referral) => Referral): Referral[] =>
  all.map((each, n) => (n === at ? change(each) : each));

export function evolveReferral(referrals: readonly Referral[], event: ReferralEvent): Referral[] {
  switch (event.type) {
    case 'ReferralReplied':
      return changed(referrals, event.referral, ({ due: _, late: __, ...each }) => {
        const { outcome, text, by, at, due } = event;
        return { ...each, ...(due && { due }), replies: [...each.replies, { outcome, text, by, at }] };
      });
    case 'ReferralEscalated':
      return changed(referrals, event.referral, ({ due: _, late: __, ...each }) => {
        const { stage, who, text, by, at, due } = event;
        return { ...each, ...(due && { due }), stages: [...each.stages, { stage, who, text, by, at }] };
      });
    case 'ReferralsChased':
      return referrals.map((each, n) =>
        event.referrals.includes(n) ? { ...each, chased: each.chased + 1, late: true } : each,
      );
    default:
      return assertNever(event, 'referral event');
  }
}
