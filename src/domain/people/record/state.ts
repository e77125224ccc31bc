import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId } from '../../ids.ts';
import { Role } from '../../policy/facts.ts';

/** One time that a training was done. */
export const Taken = z.strictObject({
  /** The day on which it was done; `at` is when that was written down, and by whom. */
  on: z.iso.date(),
  at: Instant,
  by: PersonId,
  certificate: z.string().optional(),
  /** Topics of the requirement that it covered; absent: nobody said, so all. */
  topics: z.array(z.string()).optional(),
  /** The session that it was recorded with. */
  session: RecordId.optional(),
  /** What a verifier said; absent: nobody has looked yet. */
  checked: z.strictObject({ by: PersonId, at: Instant, right: z.boolean(), why: z.string() }).optional(),
});
export type Taken = z.infer<typeof Taken>;

/** Name, role, day and the hash of the very text: what a signature is here. */
export const Signed = z.strictObject({
  version: z.int(),
  hash: z.string(),
  name: z.string(),
  role: Role,
  on: z.iso.date(),
  at: Instant,
  comment: z.string().optional(),
});
export type Signed = z.infer<typeof Signed>;

export const Audited = z.strictObject({
  on: z.iso.date(),
  at: Instant,
  answers: z.array(
    z.strictObject({
      question: z.string(),
      text: z.string(),
      answer: z.enum(['yes', 'no']),
      /** What they need training in, because of this answer. */
      need: z.string().optional(),
      comment: z.string(),
    }),
  ),
});
export type Audited = z.infer<typeof Audited>;

/** "Not me any more", and what whoever leads said to that. */
export const NotMine = z.strictObject({
  at: Instant,
  answered: z.strictObject({ by: PersonId, at: Instant, right: z.boolean() }).optional(),
});
export type NotMine = z.infer<typeof NotMine>;

/** What somebody learned without being asked to: a course outside, or by themselves. */
export const Learned = z.strictObject({
  on: z.iso.date(),
  at: Instant,
  what: z.string(),
  certificate: z.string().optional(),
});
export type Learned = z.infer<typeof Learned>;

/** What is asked of a person: "training:refresher", "agreement:staff-aup", "audit:self-audit". */
export const AskKey = z.templateLiteral([z.enum(['training', 'agreement', 'audit']), ':', z.string()]);
export type AskKey = z.infer<typeof AskKey>;

/** The training record of one person: what they did, signed and answered, and what they were told of it. */
export const PersonRecord = z.strictObject({
  person: PersonId,
  /** The day on which Signpost began to look after them. */
  began: z.iso.date(),
  /** From which day somebody has a role that something is for; who had it before has their start date. */
  since: z.partialRecord(Role, z.iso.date()),
  sites: z.array(SiteId),
  taken: z.record(z.string(), z.array(Taken)),
  /** The day for which it is booked. */
  booked: z.record(z.string(), z.iso.date()),
  notMine: z.record(z.string(), NotMine),
  /** Which text of an agreement they were given, and since when. */
  issued: z.record(z.string(), z.strictObject({ hash: z.string(), on: z.iso.date() })),
  signed: z.record(z.string(), z.array(Signed)),
  /** Asked for beside its own calendar ("with the next training"). */
  launched: z.record(z.string(), z.iso.date()),
  audited: z.record(z.string(), z.array(Audited)),
  /** When they opened an update that was sent to all staff, by its record. */
  read: z.record(z.string(), Instant).default({}),
  /** Learned without being asked to. */
  learned: z.array(Learned).default([]),
  /** "Remind me next week": quiet before this day. */
  later: z.record(z.string(), z.iso.date()),
  /** The last day on which they were told of something that is asked of them. */
  told: z.record(z.string(), z.iso.date()),
  /** Each round is a new card, because a card that only changes makes no sound. */
  round: z.int(),
  /** When it wakes next by itself. */
  wake: Instant.optional(),
  /** Who was told that this person is late, or that nothing reaches them. */
  noted: z.array(PersonId).default([]),
  /** As a line manager, or whoever the policy has told: who is late or cannot be reached, and since which day they know. */
  team: z.record(
    PersonId,
    z.strictObject({
      why: z.enum(['late', 'no-account']),
      on: z.iso.date(),
      /** A card said so. */
      told: z.literal(true).optional(),
    }),
  ),
  teamRound: z.int(),
  /** The day of the last card about others. */
  teamOn: z.iso.date().optional(),
  /** Presses that were applied, so that one which comes twice counts once. */
  applied: z.array(z.string()),
  events: z.int(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

export const newPersonRecord = (person: PersonId, began: string, sites: readonly SiteId[]): PersonRecord => ({
  person,
  began,
  since: {},
  sites: [...sites],
  taken: {},
  booked: {},
  notMine: {},
  issued: {},
  signed: {},
  launched: {},
  audited: {},
  read: {},
  learned: [],
  later: {},
  told: {},
  round: 0,
  noted: [],
  team: {},
  teamRound: 0,
  applied: [],
  events: 0,
});
