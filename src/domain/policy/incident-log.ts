import { z } from 'zod';
import { Source } from './step.ts';

/** The incident log: the columns that the policy prints, in its order and words. */
export const IncidentLog = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        title: z.string(),
        from: z.enum([
          'date',
          'place',
          'description',
          'action',
          'recorder',
          'type',
          'outcome',
          'category',
          'site',
        ]),
      }),
    )
    .min(1),
  source: Source,
});
export type IncidentLog = z.infer<typeof IncidentLog>;
