import { z } from 'zod';
import { assertNever, Instant, PersonId } from '../../ids.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { act, actOf, fact, isBlank, words } from '../act.ts';
import type { Act, Refusal } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';

export const MeetingKind = z.enum(['strategy', 'conference', 'core-group', 'review', 'family', 'other']);
export type MeetingKind = z.infer<typeof MeetingKind>;

/** A meeting about this case. What was said there is a note. */
export const Meeting = z.strictObject({
  kind: MeetingKind,
  when: Instant,
  where: words,
  /** Who goes, and who else is asked. */
  who: words,
  by: PersonId,
  standing: z.enum(['planned', 'held', 'cancelled']),
  /** When somebody was asked how it was, because nothing was written down. */
  askedAt: Instant.optional(),
});
export type Meeting = z.infer<typeof Meeting>;

export const MEETING_EVENTS = [
  z.strictObject({
    type: z.literal('MeetingPlanned'),
    ...act,
    kind: MeetingKind,
    when: Instant,
    where: words,
    who: words,
  }),
  z.strictObject({
    type: z.literal('MeetingEnded'),
    ...act,
    meeting: z.int().nonnegative(),
    /** False: it did not take place. */
    held: z.boolean(),
    text: words,
  }),
  /** It is over, and nobody has written down what came of it. */
  z.strictObject({
    type: z.literal('MeetingsUnrecorded'),
    ...fact,
    meetings: z.array(z.int().nonnegative()),
  }),
] as const;
type MeetingEvent = z.infer<(typeof MEETING_EVENTS)[number]>;

export type MeetingCommand =
  | (Act & { type: 'PlanMeeting'; kind: MeetingKind; when: Instant; where: string; who: string })
  | (Act & { type: 'EndMeeting'; meeting: number; held: boolean; text: string });

export function decideMeeting(
  command: MeetingCommand,
  state: CaseState,
): Result<readonly CaseEvent[], Refusal> {
  switch (command.type) {
    case 'PlanMeeting': {
      const { kind, when, where, who } = command;
      return ok([{ type: 'MeetingPlanned', ...actOf(command), kind, when, where, who }]);
    }
    case 'EndMeeting': {
      const found = state.meetings[command.meeting];
      if (found === undefined) return refuse({ reason: 'no-such-step' });
      if (found.standing !== 'planned') return refuse({ reason: 'already-done' });
      // What came of it, or why it was not held.
      if (isBlank(command.text)) return refuse({ reason: 'needs-words' });
      const { meeting, held, text } = command;
      return ok([{ type: 'MeetingEnded', ...actOf(command), meeting, held, text }]);
    }
    default:
      return assertNever(command, 'meeting command');
  }
}

export function evolveMeeting(meetings: readonly Meeting[], event: MeetingEvent): Meeting[] {
  switch (event.type) {
    case 'MeetingPlanned': {
      const { kind, when, where, who, by } = event;
      return [...meetings, { kind, when, where, who, by, standing: 'planned' }];
    }
    case 'MeetingEnded':
      return meetings.map((each, n) =>
        n === event.meeting ? { ...each, standing: event.held ? 'held' : 'cancelled' } : each,
      );
    case 'MeetingsUnrecorded':
      return meetings.map((each, n) => (event.meetings.includes(n) ? { ...each, askedAt: event.at } : each));
    default:
      return assertNever(event, 'meeting event');
  }
}
