import { z } from 'zod';
import { Report } from '../../domain/case/report.ts';
import { Instant, PersonId, SiteId } from '../../domain/ids.ts';

/**
 * The steps of the form, in order, and the last page. `danger` and `adult` are asked only when an answer calls for them,
 * `origin` (for somebody else, or on paper first) only of whoever asks for it on the last page.
 */
export const FormStep = z.enum([
  'right-now',
  'danger',
  'who',
  'adult',
  'what',
  'what-happened',
  'origin',
  'check',
]);
export type FormStep = z.infer<typeof FormStep>;

/** A report in the making: sealed, one a person, not a record. Its id is a keyed hash of the person. */
export const Draft = z.strictObject({
  person: PersonId,
  site: SiteId,
  /** Minted when the form opened; the case's id derives from it. */
  submission: z.string(),
  /** The first step that is not completed yet. */
  step: FormStep,
  answers: Report.partial(),
  /** What was typed in a step that is not completed, when it is too much to be shown back in one card. */
  typed: z.record(z.string(), z.string()).optional(),
  startedAt: Instant,
  changedAt: Instant,
  /** Set once an alert was raised from this form. */
  alertedAt: Instant.optional(),
  platform: z.enum(['teams', 'slack']),
  /** When a message that carries the form was last asked for, or due as a prompt: each time a new one is sent. */
  askedAt: Instant.optional(),
  /** Nothing of it is left; the messages that carried it still have to say so. */
  thrownAway: z.literal(true).optional(),
});
export type Draft = z.infer<typeof Draft>;
