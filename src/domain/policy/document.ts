import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

/**
 * What the written policy is like as a document, noted while it was read into a pack: the linter tells its owner what to
 * mend at the next review. Nothing here changes what the bot does.
 */

/** What a reader notices and no rule can compute. Each has its words in `lint-noticed.ts`. */
export const Noticed = z.enum([
  'audience',
  'aup.conflict',
  'behaviour.naming',
  'confiscation.rule',
  'consent.conflict',
  'contact.personal',
  'contradiction.parents',
  'contradiction.phone',
  'cyberbullying.thin',
  'device.contact',
  'duty.mix',
  'escalation.undefined',
  'filter.owner',
  'gendered.role',
  'guard.scope',
  'identity.mismatch',
  'ks.scope',
  'multi.school',
  'numbering',
  'order.conflict',
  'parents.modality',
  'placeholder.brackets',
  'reference.stale',
  'reference.unlinked',
  'review.owner',
  'role.conflict',
  'role.undefined',
  'search.legal',
  'service.retired',
  'template.residue',
  'training.incomplete',
  'training.interval',
  'view.exception',
  'vocab.retired',
  'wellbeing',
  'wording',
]);
export type Noticed = z.infer<typeof Noticed>;

export const WrittenDocument = z.strictObject({
  /** Every day that it gives for its own next review; the earliest is the pack's `review.due`. */
  reviews: z
    .array(z.strictObject({ due: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/), source: Source }))
    .default([]),
  /** Appendices and agreements that it relies on. Without a number: one that is only mentioned. */
  appendices: z
    .array(
      z.strictObject({
        number: z.string().optional(),
        title: z.string(),
        status: z.enum(['supplied', 'under-development', 'absent']),
        /** The number by which its text calls it, and where. */
        cited: z.array(z.strictObject({ as: z.string(), source: Source })).default([]),
      }),
    )
    .default([]),
  /** How it names its people: in itself, in another policy, nowhere, or differently in different places. */
  people: z
    .array(
      z.strictObject({
        role: Role,
        named: z.enum(['here', 'elsewhere', 'nowhere', 'differently']),
        /** Every word that it has for this role. */
        words: z.array(z.string()).default([]),
        source: Source,
      }),
    )
    .default([]),
  /** Counties and bodies that it belongs to. */
  places: z.array(z.strictObject({ place: z.string(), for: z.string(), source: Source })).default([]),
  /** What its self-audit asks. */
  audit: z.strictObject({ asks: z.array(Id).min(1), source: Source }).optional(),
  noticed: z.array(z.strictObject({ what: Noticed, detail: z.string(), source: Source })).default([]),
});
export type WrittenDocument = z.infer<typeof WrittenDocument>;
