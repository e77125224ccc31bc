import { z } from 'zod';
import { Instant, PersonId, RecordId } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf, fact, isBlank, words } from '../act.ts';
import type { Act, Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
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
};

/** What the case manager made of a worry about an adult; the latest counts, all are kept as events. */
export const Threshold = z.strictObject({ ...judged, by: PersonId, at: Instant });
export type Threshold = z.infer<typeof Threshold>;

export const THRESHOLD_EVENTS = [
  z.strictObject({ type: z.literal('ThresholdDecided'), ...act, ...judged }),
  /** It stands in the store for low-level concerns too. */
  z.strictObject({ type: z.literal('LowLevelKept'), ...fact, record: RecordId }),
] as const;

export type ThresholdCommand =
  | (Act & { type: 'DecideThreshold' } & Omit<Threshold, 'by' | 'at'>)
  | (Act & { type: 'KeepLowLevel'; record: RecordId });

/** Whether a case is judged by this: a worry about an adult, in the record that is about them. */
export const isJudged = ({ plan, beside }: CaseState): boolean =>
  plan.route.about === 'adult' && beside?.side !== 'child';

export function decideThreshold(
  command: ThresholdCommand,
  state: CaseState,
): Result<readonly CaseEvent[], Refusal> {
  if (!isJudged(state)) return refuse({ reason: 'no-such-step' });
  if (command.type === 'KeepLowLevel')
    return ok([{ type: 'LowLevelKept', at: command.at, record: command.record }]);
  const { limbs, outcome, reason, lado } = command;
  if (isBlank(reason)) return refuse({ reason: 'needs-words' });
  // A limb that holds is the threshold; without one there is nothing to be met.
  if ((outcome === 'met') !== limbs.length > 0 && outcome !== 'unsure')
    return refuse({ reason: 'limbs-differ' });
  return ok([{ type: 'ThresholdDecided', ...actOf(command), limbs: [...limbs], outcome, reason, lado }]);
}
