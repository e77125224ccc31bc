import { z } from 'zod';
import { PolicyDate } from './dates.ts';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

const Interval = z.string().regex(/^P\d+[WM]$/);
const Checklist = z.array(z.strictObject({ id: Id, text: z.string() })).max(9);

/** What a review, a meeting or a check asks for beyond its questions. */
const wanted = {
  /** Do it as well as the owner, and hear of it as the owner does. */
  with: z.array(Role).min(1).optional(),
  /** Duties that are done since the last time, or pointed to, before this one is done. */
  needs: z.array(Id).min(1).optional(),
  /** It is done when these have it, and they get it to read. */
  share: z.array(Role).min(1).optional(),
};

/** A duty of the calendar: somebody does it, or says that it is done, every so often. */
export const Duty = z.strictObject({
  id: Id,
  title: z.string(),
  owner: Role,
  /** Null: the policy names no interval; then `otherwise` holds and the linter says so. */
  every: Interval.nullable(),
  otherwise: Interval.optional(),
  /** The first day it is due; later ones follow from the day it was last done. */
  first: PolicyDate,
  /** Not by the calendar, but once for everyone who newly holds one of these roles, on the day they do. */
  newcomers: z.array(Role).min(1).optional(),
  /** Everyone who holds the owner's role does it for themselves: the check of one's own device. */
  each: z.literal(true).optional(),
  /** Told this many days before. */
  ahead: z.int().nonnegative().default(0),
  /** Questions that are answered yes or no before it is done. */
  checklist: Checklist.default([]),
  ...wanted,
  /** A meeting: who is to be there. Its record says who was, and what was agreed. */
  meeting: z.array(Role).min(2).optional(),
  /** A meeting for which the report to the board is drafted. */
  report: z.literal(true).optional(),
  /** How many open worries there are of each kind, in numbers that name nobody. */
  shows: z.literal('open-themes').optional(),
  /** What is kept must be newer than the policy: due at once where the policy was reviewed since. */
  newer: z.literal('policy').optional(),
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

/** The policy's own review. */
export const PolicyReview = z.strictObject({
  /** Null: it gives no day. Its owner is asked for one, and until then `every` is counted from the first start. */
  due: PolicyDate.nullable(),
  every: z
    .string()
    .regex(/^P\d+M$/)
    .nullable(),
  otherwise: z
    .string()
    .regex(/^P\d+M$/)
    .optional(),
  owner: Role,
  ...wanted,
  /** Hear that it is late, and that it is done. */
  tell: z.array(Role).min(1).optional(),
  /** The leads' channel hears that it is late. */
  channel: z.literal(true).optional(),
  checklist: Checklist.optional(),
  /** What it is proposed after, ahead of its day: a closed case of these procedures, a change of the systems. */
  after: z
    .strictObject({
      procedures: z.array(Id).min(1).optional(),
      technical: z.literal(true).optional(),
      source: Source,
    })
    .optional(),
  source: Source,
});
export type PolicyReview = z.infer<typeof PolicyReview>;
