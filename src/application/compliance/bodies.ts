import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../../domain/ids.ts';

const Act = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('nudge') }),
  z.strictObject({ type: z.literal('launch'), audit: z.string() }),
  z.strictObject({
    type: z.literal('session'),
    training: z.string(),
    on: z.iso.date(),
    topics: z.array(z.string()),
  }),
]);
export type Act = z.infer<typeof Act>;

/** One thing that is done with many people's records, a few at a time: a reminder, a self-check, a session that they came to. */
export const StaffRound = z.strictObject({
  kind: z.literal('staff-round'),
  act: Act,
  by: PersonId,
  at: Instant,
  people: z.array(PersonId),
  /** How many of them it is done with. */
  done: z.int(),
});
export type StaffRound = z.infer<typeof StaffRound>;

/** What the leads of a site are told at the beginning of a week: how training and agreements stand. */
export const Digest = z.strictObject({
  kind: z.literal('digest'),
  site: SiteId,
  /** The Monday of its week. */
  week: z.iso.date(),
});
export type Digest = z.infer<typeof Digest>;
