import { z } from 'zod';
import { Report } from '../domain/case/report.ts';
import { Instant, PersonId, SiteId } from '../domain/ids.ts';

/** The five steps of the form, in order, and the last page. */
export const FormStep = z.enum(['right-now', 'danger', 'who', 'what', 'what-happened', 'check']);
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
  startedAt: Instant,
  changedAt: Instant,
  /** Set once an alert was raised from this form. */
  alerted: z.boolean(),
  /** Set on Teams: a message carries the form there. On Slack the modal does. */
  platform: z.enum(['teams', 'slack']),
});
export type Draft = z.infer<typeof Draft>;
