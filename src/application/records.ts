import { z } from 'zod';
import { Family } from '../domain/agreements/family.ts';
import { Visitor } from '../domain/agreements/visitor.ts';
import { CaseState } from '../domain/case/state.ts';
import { ChildState } from '../domain/child/state.ts';
import { Instant, PersonId, RecordId, SiteId } from '../domain/ids.ts';
import { LowLevelState } from '../domain/low-level/state.ts';
import { Absence, Answered, Directory, RoleNews, Waiting } from '../domain/people/directory.ts';
import { PersonRecord } from '../domain/people/record/state.ts';
import { RequestState } from '../domain/request/state.ts';
import { DutyRound } from '../domain/reviews/round.ts';
import { ReportState } from './board-report/state.ts';
import { Digest, StaffRound } from './compliance/bodies.ts';
import { PolicyNotice } from './notices/policy-notice-body.ts';
import { parsedOnce } from './parsed-once.ts';
import { SyncRun } from './people/sync-run.ts';
import { Draft } from './report/draft.ts';
import { WaitingFile } from './waiting-file.ts';

export const Attempt = z.strictObject({ by: PersonId, at: Instant });
export type Attempt = z.infer<typeof Attempt>;

/** What is sealed in a record's head: one member per kind of record. */
const AnyBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), state: CaseState, receipt: z.lazy(() => SentCard).optional() }),
  z.strictObject({ kind: z.literal('draft'), draft: Draft }),
  /** A child of the register. */
  z.strictObject({ kind: z.literal('child'), state: ChildState }),
  /** A low-level concern about one adult: in no list of cases, for whoever manages worries about them. */
  z.strictObject({ kind: z.literal('low-level'), state: LowLevelState }),
  z.strictObject({ kind: z.literal('directory'), directory: Directory }),
  /** Who gained and lost which roles of a site: told to the others who safeguard there. */
  z.strictObject({ kind: z.literal('role-news'), news: RoleNews }),
  /** Roles that open more to somebody, and what a second person said to that. */
  z.strictObject({
    kind: z.literal('access-ask'),
    ask: Waiting,
    answer: Answered.shape.answer.optional(),
    by: PersonId.optional(),
  }),
  /** Wakes each morning to read the platforms' own lists of accounts. */
  z.strictObject({
    kind: z.literal('people-sync'),
    /** While they are being read. */
    run: SyncRun.optional(),
    done: z
      .strictObject({
        on: z.iso.date(),
        seen: z.int(),
        filled: z.int(),
        left: z.int(),
        stays: z.int(),
        refused: z.strictObject({ leaves: z.int(), of: z.int() }).optional(),
        failed: z.string().optional(),
      })
      .optional(),
  }),
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
  StaffRound,
  Digest,
  /** A report to the board. */
  z.strictObject({ kind: z.literal('board-report'), state: ReportState }),
  /** What one child and their parents have signed, or one class together. */
  z.strictObject({ kind: z.literal('family'), family: Family }),
  z.strictObject({ kind: z.literal('visitor'), visitor: Visitor }),
  /** Who is told, once a week and only of a change, that somebody has not signed what accounts wait for. */
  z.strictObject({
    kind: z.literal('gate'),
    /** By person: what their list was when they last heard of it, and how often they have. */
    told: z.record(PersonId, z.strictObject({ list: z.string(), round: z.int() })),
  }),
  /** The training record of one person. */
  z.strictObject({ kind: z.literal('person'), record: PersonRecord }),
  /** Everybody's record is brought in line with the directory and the policy: how far that is. */
  z.strictObject({
    kind: z.literal('roll'),
    /** A hash of the directory and the policy that it is for. */
    of: z.string(),
    /** People that were seen to; absent: all. */
    cursor: z.int().optional(),
    /** The very first time: whoever is here now was here before. */
    first: z.literal(true).optional(),
  }),
  /** One training cycle of one person, as an earlier version kept it: read, and nothing follows from it. */
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
  /** Which process works on the bulk lane, and until when without saying so again. */
  z.strictObject({ kind: z.literal('bulk-turn'), owner: z.string(), until: Instant }),
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
          done: z
            .strictObject({ on: z.iso.date(), first: z.iso.date().optional(), next: z.iso.date().optional() })
            .optional(),
          /** The day that somebody gave, where the policy gives none. */
          set: z.iso.date().optional(),
          /** Something asks for it before its day. */
          sooner: z.iso.date().optional(),
          record: RecordId.optional(),
          past: z.array(RecordId),
        }),
      )
      .optional(),
    /** Who held the roles whose newcomers something is due for, by duty. */
    held: z.record(z.string(), z.array(z.string())).optional(),
  }),
]);
export type RecordBody = z.infer<typeof AnyBody>;
export const RecordBody = parsedOnce(AnyBody);

/** Where a card that was sent stands now. */
export const SentCard = z.strictObject({
  address: z.strictObject({ platform: z.enum(['teams', 'slack']), to: z.record(z.string(), z.string()) }),
  messageId: z.string(),
});
export type SentCard = z.infer<typeof SentCard>;

/** What is sealed in a delivery. `for` names whom a card is for ("lead:p-iris"), and so whether it is still wanted. */
const AnyDelivery = z.discriminatedUnion('standing', [
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
  /** It may have arrived, and is not worth a second card: it counts as sent. */
  z.strictObject({ standing: z.literal('unsure'), for: z.string() }),
]);
export type DeliveryBody = z.infer<typeof AnyDelivery>;
export const DeliveryBody = parsedOnce(AnyDelivery);
