import { z } from 'zod';
import { Role } from './facts.ts';
import { Source } from './step.ts';

/** The report to whoever answers for the organisation. */
export const BoardReporting = z.strictObject({
  /** Who looks at the draft and releases it. */
  by: z.array(Role).min(1),
  /** Who gets it, each for themselves. */
  to: z.array(Role).min(1),
  /** Null: the policy says "regularly"; then `otherwise` holds, and the report says so. */
  every: z
    .string()
    .regex(/^P\d+M$/)
    .nullable(),
  otherwise: z
    .string()
    .regex(/^P\d+M$/)
    .optional(),
  source: Source,
});
export type BoardReporting = z.infer<typeof BoardReporting>;
