import { z } from 'zod';
import type { Instant, PersonId } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf } from '../act.ts';
import type { Act, Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';

export const DRILL_EVENTS = [
  /** Whatever is still to do: nothing of it was real. */
  z.strictObject({ type: z.literal('DrillEnded'), ...act }),
] as const;

export type DrillCommand = Act & { type: 'EndDrill' };

export function decideDrill(
  command: DrillCommand,
  { report }: CaseState,
): Result<readonly CaseEvent[], Refusal> {
  return report?.drill === true
    ? ok([{ type: 'DrillEnded', ...actOf(command) }])
    : refuse({ reason: 'no-such-step' });
}

interface Done {
  readonly at: Instant;
  readonly by: PersonId;
}

/** How soon people answered. What is absent did not happen. */
export interface DrillTimes {
  readonly sent: Instant;
  readonly opened?: Done | undefined;
  readonly owned?: Done | undefined;
  readonly decided?: Done | undefined;
  readonly ended?: Instant | undefined;
  /** How often the next rung had to be called. */
  readonly climbed: number;
}

const DECIDES: readonly CaseEvent['type'][] = [
  'DecisionMade',
  'DecisionRecorded',
  'ReferralRecorded',
  'ThresholdDecided',
];

export function drillTimes(events: readonly CaseEvent[], sent: Instant): DrillTimes {
  const first = (types: readonly CaseEvent['type'][]): Done | undefined => {
    const found = events.find(({ type }) => types.includes(type));
    return found !== undefined && 'by' in found && found.by !== undefined
      ? { at: found.at, by: found.by }
      : undefined;
  };
  return {
    sent,
    opened: first(['RecordOpened']),
    owned: first(['CaseTaken']),
    decided: first(DECIDES),
    ended: events.find(({ type }) => type === 'DrillEnded' || type === 'CaseClosed')?.at,
    climbed: events.filter(({ type }) => type === 'EscalationRaised').length,
  };
}
