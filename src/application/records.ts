import { z } from 'zod';
import { CaseState } from '../domain/case/state.ts';
import { ChildState } from '../domain/child/state.ts';
import { Instant, PersonId, RecordId, SiteId } from '../domain/ids.ts';
import { LowLevelState } from '../domain/low-level/state.ts';
import { Absence, Directory } from '../domain/people/directory.ts';
import { RequestState } from '../domain/request/state.ts';
import { DutyRound } from '../domain/reviews/round.ts';
import { PolicyNotice } from './notices/policy-notice-body.ts';
import { Draft } from './report/draft.ts';
import { WaitingFile } from './waiting-file.ts';

export const Attempt = z.strictObject({ by: PersonId, at: Instant });
export type Attempt = z.infer<typeof Attempt>;

/** What is sealed in a record's head: one member per kind of record. */
export const RecordBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), state: CaseState, receipt: z.lazy(() => SentCard).optional() }),
  z.strictObject({ kind: z.literal('draft'), draft: Draft }),
  /** A child of the register. */
  z.strictObject({ kind: z.literal('child'), state: ChildState }),
  /** A low-level concern about one adult: in no list of cases, for whoever manages worries about them. */
  z.strictObject({ kind: z.literal('low-level'), state: LowLevelState }),
  z.strictObject({ kind: z.literal('directory'), directory: Directory }),
  /** Somebody is away: wakes when that begins and when it ends. */
  z.strictObject({
    kind: z.literal('absence'),
    absence: Absence,
    /** How far what follows from it was done. */
    stands: z.enum(['said', 'begun', 'over']),
  }),
  /** Where a person or a site's leads can be reached, per platform. */
  z.strictObject({
    kind: z.literal('chat'),
    addresses: z.array(
      z.strictObject({ platform: z.enum(['teams', 'slack']), to: z.record(z.string(), z.string()) }),
    ),
  }),
  /** One training cycle of one person. */
  z.strictObject({
    kind: z.literal('training'),
    person: PersonId,
    training: z.string(),
    due: z.iso.date(),
    standing: z.enum(['due', 'booked', 'done']),
    doneOn: z.iso.date().optional(),
    remindAt: Instant.optional(),
    applied: z.array(z.string()),
  }),
  /** One turn of a duty of the calendar; the policy's own review is one. */
  z.strictObject({ kind: z.literal('duty'), round: DutyRound }),
  /** What a lead told all staff. */
  z.strictObject({
    kind: z.literal('notice'),
    by: PersonId,
    at: Instant,
    sites: z.array(SiteId).min(1),
    text: z.string(),
  }),
  WaitingFile,
  PolicyNotice,
  /** Something that a member of staff asked for or passed on. */
  z.strictObject({ kind: z.literal('request'), state: RequestState }),
  /** What one person was sent of a morning, and when they last looked at what waits for them. */
  z.strictObject({
    kind: z.literal('desk'),
    person: PersonId,
    day: z.iso.date().optional(),
    looked: Instant.optional(),
    /** When they looked the time before. */
    before: Instant.optional(),
  }),
  /** Who tried to open something that they may not see, the last times; written alike whether it exists or not. */
  z.strictObject({ kind: z.literal('attempts'), attempts: z.array(Attempt) }),
  /** Wakes each morning to see who is due for what. */
  z.strictObject({
    kind: z.literal('calendar'),
    lookedOn: z.iso.date().optional(),
    /** Where each duty stands at each site: when it was last done, the round that is open, and those before. */
    entries: z
      .array(
        z.strictObject({
          duty: z.string(),
          site: SiteId,
          about: PersonId.optional(),
          /** The day on which somebody newly held a role, where it is due for that. */
          since: z.iso.date().optional(),
          done: z.strictObject({ on: z.iso.date(), first: z.iso.date() }).optional(),
          record: RecordId.optional(),
          past: z.array(RecordId),
        }),
      )
      .optional(),
    /** Who held the roles whose newcomers something is due for, by duty. */
    held: z.record(z.string(), z.array(z.string())).optional(),
  }),
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
