import { z } from 'zod';
import { Advice, Contact } from './advice.ts';
import { Agreement } from './agreement.ts';
import { BoardReporting } from './board.ts';
import { PolicyDate } from './dates.ts';
import { WrittenDocument } from './document.ts';
import { Duty, PolicyReview } from './duty.ts';
import type { Rest } from './editions.ts';
import { Role, Urgency } from './facts.ts';
import { IncidentLog } from './incident-log.ts';
import { Pattern } from './pattern.ts';
import { type Draft, type ReferralFile, ReplyClock } from './referrals.ts';
import { LinkedPolicy, Register } from './register.ts';
import { StaffForm } from './staff-form.ts';
import { Condition, Duration, Id, Modality, Source, Step, StepRef } from './step.ts';
import { MonthDay, SelfAudit, Training } from './training.ts';

/**
 * An organisation's written policy as data (`policies/*.yaml`). Every entry cites its section in `source`.
 * Unknown keys are refused, conditions are data, and there is no place for code.
 */

export const Procedure = z.strictObject({
  id: Id,
  name: z.string(),
  /** Absent: only a lead's triage chooses it (`category`). An empty `all` cannot be written: use `always`. */
  when: Condition.optional(),
  always: z.literal(true).optional(),
  steps: z.array(Step).min(1),
  source: Source,
});
export type Procedure = z.infer<typeof Procedure>;

/** A pack's use of a library procedure: its own section, and what its policy says differently. */
export const UsedProcedure = z.strictObject({
  use: Id,
  source: Source,
  /** By step id. Modality can only rise. */
  steps: z
    .record(
      Id,
      z.strictObject({
        text: z.string().optional(),
        modality: Modality.optional(),
        by: z.array(Role).min(1).optional(),
        /** Roles that are told (`inform`). */
        to: z.array(Role).min(1).optional(),
        /** Answers that are offered; those that other steps wait for (`given`) stay. */
        answers: z.array(z.string().min(1)).min(1).optional(),
        /** More steps that come first. */
        after: z.array(StepRef).min(1).optional(),
        within: Duration.optional(),
        /** The library's step, once for each child. */
        each: z.literal('child').optional(),
        linked: z.array(Id).min(1).max(3).optional(),
        source: Source,
      }),
    )
    .optional(),
  /** Steps that the policy has and the library has not; they come last. */
  add: z.array(Step).optional(),
});
export type UsedProcedure = z.infer<typeof UsedProcedure>;

export const Route = z.strictObject({
  id: Id,
  /** Whose conduct it is about: an adult's case stands in no list of the children's. */
  about: z.enum(['child', 'adult']),
  /** A case about an adult: the route of the child's own record, which says nothing of the adult. Absent: there is none. */
  child: Id.optional(),
  /** Absent on the last one, which catches everything. */
  when: Condition.optional(),
  /** Rungs of the ladder, each a set of roles that may act. */
  rungs: z.array(z.array(Role).min(1)).min(1),
  /** True: the thin card also stands in the leads' channel (after the audience check). */
  channel: z.boolean(),
  urgency: Urgency.optional(),
  /** Roles that hear of it by no route, besides every person involved. */
  exclude: z.array(Role).optional(),
  /** Contacts shown to the reporter if nobody is left, and to the case's owner. */
  outside: z.array(Id).min(1),
  source: Source,
});
export type Route = z.infer<typeof Route>;

/** What must not be done, said beside what to do. Shown when its facts hold. */
export const Guard = z.strictObject({
  id: Id,
  when: Condition.optional(),
  text: z.string().min(1),
  kind: z.enum(['do', 'never']),
  source: Source,
});
export type Guard = z.infer<typeof Guard>;

/** Something a member of staff may ask for on a case, and who decides. */
export const StaffRequest = z.strictObject({
  id: Id,
  /** The button: "Ask to give a device back". */
  title: z.string().max(40),
  /** The question above the text box. */
  prompt: z.string(),
  when: Condition.optional(),
  by: z.array(Role).min(1),
  reason: z.enum(['always', 'on-decline']),
  source: Source,
});
export type StaffRequest = z.infer<typeof StaffRequest>;

const Clock = z.strictObject({
  /** Unopened this long: the next rung. */
  rung: Duration,
  /** Opened but owned by nobody this long: the next rung. */
  opened: Duration,
  /** Owned without a first decision this long: the next rung. */
  decision: Duration,
});
export const Clocks = z.strictObject({ now: Clock, today: Clock, ordinary: Clock, source: Source });
export type Clocks = z.infer<typeof Clocks>;

const RoleEntry = z.strictObject({
  /** Spelled out: "designated safeguarding lead (DSL)". */
  label: z.string(),
  /** On a button: "safeguarding lead". */
  short: z.string(),
  /** Held by whoever holds this other role. */
  heldBy: Role.optional(),
  /** What if nobody holds it: `refuse` stops the load, `warn` says so. */
  unbound: z.enum(['refuse', 'warn', 'allow']),
  /** One person at a site: two holders of it are a mistake in people.csv. */
  single: z.literal(true).optional(),
  source: Source,
});

const taxonomy = z.strictObject({
  scheme: z.enum(['4c', '3c', '2c']),
  categories: z.array(z.strictObject({ id: Id, name: z.string(), procedures: z.array(Id) })).min(2),
  source: Source,
});

export const PolicyFile = z.strictObject({
  schema: z.literal('signpost-policy/1'),
  id: Id,
  /** "Oak Lane School online safety policy": what "why?" cites. */
  title: z.string(),
  version: z.int().positive(),
  /** Every section of the written policy, so that a citation of one it does not have is found. */
  sections: z.array(z.string()).optional(),
  /** Guidance that the written policy names, with the edition it names. */
  references: z
    .array(
      z.strictObject({
        series: Id,
        /** Null: it names no edition. */
        edition: z.string().nullable(),
        source: Source,
      }),
    )
    .optional(),
  approved: PolicyDate.nullable(),
  review: PolicyReview,
  lexicon: z.strictObject({
    child: z.string(),
    children: z.string(),
    setting: z.string(),
    board: z.string(),
  }),
  taxonomy,
  roles: z.partialRecord(Role, RoleEntry),
  /** The safeguarding team: whose channel it is, and who is left out when it may involve one of them. */
  leads: z.array(Role).min(1),
  /** Who acts where a lead, or nobody knows which adult, may be involved. In order. */
  independent: z.array(Role).min(1),
  /** Hears only that an alert is unanswered. */
  oversight: z.array(Role),
  clocks: Clocks,
  routes: z.array(Route).min(1),
  guards: z.array(Guard),
  procedures: z.array(z.union([UsedProcedure, Procedure])).min(1),
  requests: z.array(StaffRequest),
  forms: z.array(StaffForm).default([]),
  registers: z.array(Register).default([]),
  /** Other policies that this one names. */
  linked: z.array(LinkedPolicy).default([]),
  duties: z.array(Duty).default([]),
  advice: z.array(Advice).default([]),
  /** So many worries in so long a time. The library's stand besides; one of the same id takes its place. */
  patterns: z.array(Pattern).default([]),
  log: IncidentLog,
  /** Who may start a guided search of a device (the procedure "device-search"). */
  search: z.strictObject({ by: z.array(Role).min(1), source: Source }).optional(),
  /** How long a reply to a referral is waited for, and what comes then. Absent: the library's. */
  referrals: ReplyClock.optional(),
  /** Ids of `library/contacts.yaml` that this policy names, and its own. */
  contacts: z
    .array(
      z.union([
        z.strictObject({ use: Id, topics: z.array(z.string().min(3)).optional(), source: Source }),
        Contact,
      ]),
    )
    .min(1),
  /** The first day of the academic year. */
  year: MonthDay.default('09-01'),
  training: z.array(Training),
  audits: z.array(SelfAudit).default([]),
  agreements: z.array(Agreement).default([]),
  /** The report to the board. Absent: none is asked for. */
  board: BoardReporting.optional(),
  /** What the written policy is like as a document. */
  document: WrittenDocument.optional(),
  /** Findings that the owner knows of and accepts until a day. */
  gaps: z.array(z.strictObject({ code: z.string(), reason: z.string(), until: z.iso.date() })),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** A pack as the bot runs it: library procedures merged in, floor applied, every source turned into words. */
export interface Policy extends Omit<PolicyFile, 'procedures' | 'contacts' | 'referrals'> {
  readonly procedures: readonly Procedure[];
  readonly contacts: readonly Contact[];
  readonly referrals: ReplyClock;
  /** What each agency is told, and what a draft says of what is left out. */
  readonly drafts: readonly Draft[];
  readonly draftLeft: ReferralFile['left'];
  /** Agreements whose text is the organisation's own, because the written policy has none. */
  readonly supplied: readonly string[];
  /** Harms that are at least `today`, from the floor. */
  readonly urgencyFloor: readonly { readonly when: Condition; readonly urgency: Urgency }[];
  /** The guidance that it rests on: the edition it names, and the one in force. */
  readonly rests: readonly Rest[];
  /** Forms of first names. */
  readonly nicknames: readonly (readonly string[])[];
}
