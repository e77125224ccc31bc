import { z } from 'zod';
import { CaseState } from '../domain/case/state.ts';
import { Instant, PersonId } from '../domain/ids.ts';
import { Directory } from '../domain/people/directory.ts';
import { Draft } from './draft.ts';
import { WaitingFile } from './waiting-file.ts';

/** What is sealed in a record's head: one member per kind of record. */
export const RecordBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), state: CaseState, receipt: z.lazy(() => SentCard).optional() }),
  z.strictObject({ kind: z.literal('draft'), draft: Draft }),
  z.strictObject({ kind: z.literal('directory'), directory: Directory }),
  /** Where a person or a site's leads can be reached, per platform. */
  z.strictObject({
    kind: z.literal('chat'),
    addresses: z.array(
      z.strictObject({ platform: z.enum(['teams', 'slack']), to: z.record(z.string(), z.string()) }),
    ),
  }),
  /** One training cycle of one person. */
  z.strictObject({
    kind: z.literal('duty'),
    person: PersonId,
    training: z.string(),
    due: z.iso.date(),
    standing: z.enum(['due', 'booked', 'done']),
    doneOn: z.iso.date().optional(),
    remindAt: Instant.optional(),
    applied: z.array(z.string()),
  }),
  /** The policy's review, and who was told. */
  z.strictObject({
    kind: z.literal('review'),
    policy: z.string(),
    due: z.iso.date(),
    standing: z.enum(['due', 'started']),
    startedBy: PersonId.optional(),
    applied: z.array(z.string()),
  }),
  WaitingFile,
  /** Wakes each morning to see who is due for what. */
  z.strictObject({ kind: z.literal('calendar'), lookedOn: z.iso.date().optional() }),
]);
export type RecordBody = z.infer<typeof RecordBody>;

/** Where a card that was sent stands now. */
export const SentCard = z.strictObject({
  address: z.strictObject({ platform: z.enum(['teams', 'slack']), to: z.record(z.string(), z.string()) }),
  messageId: z.string(),
});
export type SentCard = z.infer<typeof SentCard>;

/** What is sealed in a delivery. `for` names whom a card is for ("lead:p-iris"), and so whether it is still wanted. */
export const DeliveryBody = z.discriminatedUnion('standing', [
  /** Written before the first byte leaves: found after a crash, it may have arrived. */
  z.strictObject({
    standing: z.literal('sending'),
    for: z.string(),
    attempt: z.int(),
    /** Until then whoever wrote this is at it; absent once they are done without success. */
    until: Instant.optional(),
  }),
  z.strictObject({
    standing: z.literal('sent'),
    for: z.string(),
    card: SentCard,
    shows: z.string(),
    /** Somebody has a private view open in its place (Teams): an update now would close it over their typing. */
    heldUntil: Instant.optional(),
  }),
  z.strictObject({ standing: z.literal('failed'), for: z.string(), code: z.string() }),
]);
export type DeliveryBody = z.infer<typeof DeliveryBody>;
