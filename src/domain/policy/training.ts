import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

/** How often: so long after the last time, once in each academic year, or once and never again. */
const Every = z.union([z.string().regex(/^P\d+[WM]$/), z.enum(['year', 'once'])]);
/** A day of each year, month first: "10-31". */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const Within = z.string().regex(/^P\d+[DWM]$/);

const recurring = {
  /** Null: the policy names no interval; then `otherwise` holds, and the linter and the cards say so. */
  every: Every.nullable(),
  otherwise: Every.optional(),
  /** With "year": the last day for it in each academic year. */
  by: MonthDay.optional(),
  /** Somebody who newly comes to one of the roles has so long. */
  within: Within.default('P28D'),
};

/** Something that whoever holds one of these roles must learn. */
export const Training = z.strictObject({
  id: Id,
  name: z.string(),
  roles: z.array(Role).min(1),
  ...recurring,
  minutes: z.int().positive(),
  /** The last refresher that people.csv knows of ("trained") counts for it. */
  refresher: z.literal(true).optional(),
  /** What must be covered; a session that leaves one out says so. */
  topics: z.array(z.strictObject({ id: Id, text: z.string() })).default([]),
  /** "I have done it" wants the reference of the certificate. */
  certificate: z.literal(true).optional(),
  /** Who checks what somebody said of themselves; absent: their word is enough. */
  verify: z.array(Role).min(1).optional(),
  /** Who hears that it is late, besides the line manager and the leads. */
  tell: z.array(Role).default([]),
  source: Source,
});
export type Training = z.infer<typeof Training>;

/** Questions that staff answer about themselves, so that the next training fits. */
export const SelfAudit = z.strictObject({
  id: Id,
  name: z.string(),
  roles: z.array(Role).min(1),
  ...recurring,
  questions: z
    .array(
      z.strictObject({
        id: Id,
        text: z.string(),
        /** The answer that is a need for training. */
        need: z.enum(['yes', 'no']),
        /** What the need is called in the list of needs: "passwords". */
        topic: z.string(),
        /** Said at once when that is the answer: who leads, and how to reach them. */
        atOnce: z.literal('show-leads').optional(),
      }),
    )
    .min(1)
    .max(10),
  source: Source,
});
export type SelfAudit = z.infer<typeof SelfAudit>;
