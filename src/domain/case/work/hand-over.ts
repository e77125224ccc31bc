import { z } from 'zod';
import { assertNever, PersonId } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf, isBlank, words } from '../act.ts';
import type { Act, Refusal, Rules } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { clockFor } from '../ladder.ts';
import { LadderClock } from '../ladder-clock.ts';
import { type CaseState, ownerOf } from '../state.ts';

export const HAND_OVER_EVENTS = [
  /** It is owned again when the other person says "I have this"; until then the ladder waits for them. */
  z.strictObject({ type: z.literal('HandedOver'), ...act, to: PersonId, note: words, clock: LadderClock }),
  /** The owner is away, and gave it to nobody. */
  z.strictObject({ type: z.literal('DutyLeft'), ...act, clock: LadderClock }),
] as const;

export type HandOverCommand =
  | (Act & { type: 'HandOver'; to: PersonId; note: string })
  | (Act & { type: 'LeaveDuty' });

export function decideHandOver(
  command: HandOverCommand,
  state: CaseState,
  rules: Rules,
): Result<readonly CaseEvent[], Refusal> {
  if (ownerOf(state) !== command.by) return refuse({ reason: 'not-owner' });
  const clock = (waitsFor: 'open' | 'own') => clockFor(waitsFor, command.at, state.plan, rules);
  switch (command.type) {
    case 'HandOver': {
      const { to, note } = command;
      if (to === command.by) return refuse({ reason: 'already-done' });
      if (isBlank(note)) return refuse({ reason: 'needs-words' });
      return ok([{ type: 'HandedOver', ...actOf(command), to, note, clock: clock('own') }]);
    }
    case 'LeaveDuty':
      return ok([{ type: 'DutyLeft', ...actOf(command), clock: clock('open') }]);
    default:
      return assertNever(command, 'hand-over command');
  }
}
