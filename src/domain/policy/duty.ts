import { z } from 'zod';
import { PolicyDate } from './dates.ts';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

/** A duty of the calendar: somebody does it, or says that it is done, every so often. */
export const Duty = z.strictObject({
  id: Id,
  title: z.string(),
  owner: Role,
  /** Null: the policy names no interval; then `otherwise` holds and the linter says so. */
  every: z
    .string()
    .regex(/^P\d+[WM]$/)
    .nullable(),
  otherwise: z
    .string()
    .regex(/^P\d+[WM]$/)
    .optional(),
  /** The first day it is due; later ones follow from the day it was last done. */
  first: PolicyDate,
  /** Not by the calendar, but once for everyone who newly holds one of these roles, on the day they do. */
  newcomers: z.array(Role).min(1).optional(),
  /** Everyone who holds the owner's role does it for themselves: the check of one's own device. */
  each: z.literal(true).optional(),
  /** Told this many days before. */
  ahead: z.int().nonnegative().default(0),
  /** Questions that are answered yes or no before it is done. */
  checklist: z
    .array(z.strictObject({ id: Id, text: z.string() }))
    .max(9)
    .default([]),
  /** Who gets a task for each "no". */
  onNo: Role.optional(),
  /** Hear that it is late, and that it is done; with `each` they see how many have done it. */
  tell: z.array(Role).default([]),
  /** What national guidance expects to find among the duties. */
  about: z.literal('filtering').optional(),
  /** It is done with a word on what was done or where the evidence is. */
  evidence: z.boolean(),
  source: Source,
});
export type Duty = z.infer<typeof Duty>;
