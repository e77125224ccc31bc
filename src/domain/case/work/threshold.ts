import { z } from 'zod';
import { Instant, PersonId, RecordId } from '../../ids.ts';
import { act, fact, words } from '../act.ts';
import type { Act } from '../commands.ts';
import type { CaseState } from '../state.ts';

/** The four limbs of the harm threshold. */
export const Limb = z.enum(['harmed', 'offence', 'risk', 'unsuitable']);
export type Limb = z.infer<typeof Limb>;

const judged = {
  limbs: z.array(Limb),
  outcome: z.enum(['met', 'not-met', 'unsure']),
  reason: words,
  /** Whether the LADO was asked, when, and what they advised. */
  lado: z.strictObject({ asked: z.enum(['yes', 'no']), when: z.string().max(60), advice: words }),
  /** What was done about it: kept with a low-level concern. */
  done: words.default(''),
  /** Whose conduct it is, of those whom the report names. Absent: all of them. */
  adults: z.array(PersonId).optional(),
};

/** What the case manager made of a worry about an adult; the latest counts, all are kept as events. */
export const Threshold = z.strictObject({
  ...judged,
  by: PersonId,
  at: Instant,
  /** What follows from it for the low-level concerns is done. */
  kept: z.literal(true).optional(),
});
export type Threshold = z.infer<typeof Threshold>;

export const THRESHOLD_EVENTS = [
  z.strictObject({ type: z.literal('ThresholdDecided'), ...act, ...judged }),
  /** It stands in the store for low-level concerns too. */
  z.strictObject({ type: z.literal('LowLevelKept'), ...fact, record: RecordId }),
] as const;

export type ThresholdCommand =
  | (Act & { type: 'DecideThreshold' } & Omit<Threshold, 'by' | 'at' | 'kept'>)
  | (Act & { type: 'KeepLowLevel'; record: RecordId });

/** Whether a case is judged by this: a worry about an adult, in the record that is about them. */
export const isJudged = ({ plan, beside }: CaseState): boolean =>
  plan.route.about === 'adult' && beside?.side !== 'child';
