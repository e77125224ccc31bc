import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../../domain/ids.ts';
import { Role } from '../../domain/policy/facts.ts';
import { BoardReport } from './document.ts';

/** As pages, or as a page for a browser. */
export const ReportForm = z.enum(['pdf', 'page']);
export type ReportForm = z.infer<typeof ReportForm>;

/** One report: asked for, drafted by the bot, released by whoever leads. Once drafted its figures do not change. */
export const ReportState = z.strictObject({
  sites: z.array(SiteId).min(1),
  period: z.strictObject({ from: z.iso.date(), until: z.iso.date() }),
  /** Absent in `by`: the calendar asked. */
  asked: z.strictObject({ by: PersonId.optional(), at: Instant }),
  /** Who looks at the draft and releases it: what they may see is what is counted. */
  writer: PersonId,
  /** Who gets it, as the policy says when it is asked for. */
  to: z.array(Role).min(1),
  progress: z.discriminatedUnion('standing', [
    z.strictObject({ standing: z.literal('asked') }),
    z.strictObject({ standing: z.literal('drafted'), at: Instant, report: BoardReport }),
    z.strictObject({ standing: z.literal('released'), at: Instant, by: PersonId, report: BoardReport }),
    z.strictObject({ standing: z.literal('withdrawn'), at: Instant, by: PersonId }),
  ]),
  /** Who opened it, in which form. */
  openings: z.array(z.strictObject({ by: PersonId, at: Instant, form: ReportForm })),
  events: z.int(),
});
export type ReportState = z.infer<typeof ReportState>;

const act = { by: PersonId, at: Instant };

export const ReportEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ReportAsked'), by: PersonId.optional(), at: Instant }),
  z.strictObject({ type: z.literal('ReportDrafted'), at: Instant }),
  z.strictObject({ type: z.literal('ReportReleased'), ...act }),
  z.strictObject({ type: z.literal('ReportWithdrawn'), ...act }),
  z.strictObject({ type: z.literal('ReportOpened'), form: ReportForm, ...act }),
]);
export type ReportEvent = z.infer<typeof ReportEvent>;
