import { z } from 'zod';
import { Instant } from '../../domain/ids.ts';

/** What is wrong with the policy's file as it stands; the bot runs on the last good one. */
export const PolicyNotice = z.strictObject({
  kind: z.literal('policy-notice'),
  findings: z.array(z.strictObject({ where: z.string(), message: z.string(), cure: z.string() })),
  at: Instant,
});
export type PolicyNotice = z.infer<typeof PolicyNotice>;
