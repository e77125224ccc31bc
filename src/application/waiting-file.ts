import { z } from 'zod';
import { Instant, PersonId } from '../domain/ids.ts';

/** What the file will be made of when it is fetched: nothing of its content is kept meanwhile. */
const Wanted = z.strictObject({ kind: z.literal('incident-log'), since: z.iso.date() });
export type Wanted = z.infer<typeof Wanted>;

/** Who asked for which file, and whether it was fetched: kept, as the opening of a record is. */
export const WaitingFile = z.strictObject({
  kind: z.literal('file'),
  for: PersonId,
  wanted: Wanted,
  askedAt: Instant,
  until: Instant,
  fetchedAt: Instant.optional(),
});
export type WaitingFile = z.infer<typeof WaitingFile>;
