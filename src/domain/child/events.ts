import { z } from 'zod';
import { act, fact, words } from '../case/act.ts';
import { Instant, PersonId, SiteId } from '../ids.ts';
import { ChildEntry } from './entry.ts';

/** How much of a child another site's lead may read. */
export const ShareScope = z.enum(['summary', 'story']);
export type ShareScope = z.infer<typeof ShareScope>;

/** Past-tense facts of one child's own record. */
export const ChildEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ChildEntered'),
    ...act,
    entry: ChildEntry,
    sites: z.array(SiteId).min(1),
    from: z.enum(['file', 'triage']),
  }),
  z.strictObject({
    type: z.literal('EntryChanged'),
    ...act,
    entry: ChildEntry,
    sites: z.array(SiteId).min(1),
  }),
  /** What the register says of the child was read; their story was not. */
  z.strictObject({ type: z.literal('EntryOpened'), ...act }),
  z.strictObject({ type: z.literal('StoryOpened'), ...act }),
  z.strictObject({
    type: z.literal('StoryShared'),
    ...act,
    with: PersonId,
    scope: ShareScope,
    reason: words,
  }),
  z.strictObject({ type: z.literal('SharingEnded'), ...act, with: PersonId, reason: words }),
  /** Something about this child is kept in another place: a paper file, another system. */
  z.strictObject({ type: z.literal('HeldElsewhere'), ...act, where: words, what: words }),
  /** A file came from an earlier school. */
  z.strictObject({ type: z.literal('FileReceived'), ...act, from: words, on: z.iso.date(), what: words }),
  /** The child leaves; from here each step of passing the file on is one event. */
  z.strictObject({ type: z.literal('LeavingRecorded'), ...act, on: z.iso.date(), school: words }),
  z.strictObject({ type: z.literal('SchoolConfirmed'), ...act, who: words, how: words }),
  /** `due`: until when a receipt is waited for. */
  z.strictObject({
    type: z.literal('FileSent'),
    ...act,
    to: words,
    how: words,
    hash: z.string(),
    due: Instant,
  }),
  z.strictObject({ type: z.literal('ReceiptRecorded'), ...act, who: words, on: z.iso.date() }),
  /** The days for sending the file, or for its receipt, are over. */
  z.strictObject({ type: z.literal('TransferChased'), ...fact, waitsFor: z.enum(['sending', 'receipt']) }),
  z.strictObject({
    type: z.literal('StoryHandedOut'),
    ...act,
    reader: words,
    left: z.array(z.string()),
    hash: z.string(),
  }),
]);
export type ChildEvent = z.infer<typeof ChildEvent>;
