import { z } from 'zod';
import { Instant, PersonId, RecordId } from '../domain/ids.ts';
import { ReportForm } from './board-report/state.ts';
import { Options } from './hand-out/options.ts';

/** What the file will be made of when it is fetched: nothing of its content is kept meanwhile. */
const Wanted = z.discriminatedUnion('kind', [
  /** What is asked of everybody whom its reader keeps an eye on, and how it stands. */
  z.strictObject({ kind: z.literal('compliance') }),
  z.strictObject({ kind: z.literal('incident-log'), since: z.iso.date() }),
  /** Who has not signed what an account waits for. */
  z.strictObject({ kind: z.literal('accounts') }),
  /** A case file or a chronology, of one case or of one child. */
  z.strictObject({ kind: z.literal('hand-out'), record: RecordId, options: Options }),
  /** The report for the board that this record keeps. */
  z.strictObject({ kind: z.literal('board-report'), record: RecordId, form: ReportForm }),
]);
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
