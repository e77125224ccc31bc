import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId, StepId } from '../ids.ts';
import { Facts, Role } from '../policy/facts.ts';
import { Agency } from '../policy/step.ts';
import { act, fact, words } from './act.ts';
import { LadderClock } from './ladder-clock.ts';
import { Plan, PlannedStep } from './plan.ts';
import { Report } from './report.ts';
import { DRILL_EVENTS } from './work/drill.ts';
import { HAND_OVER_EVENTS } from './work/hand-over.ts';
import { LINK_EVENTS } from './work/links.ts';
import { MEETING_EVENTS } from './work/meetings.ts';
import { Consent, REFERRAL_EVENTS } from './work/referrals.ts';
import { TASK_EVENTS } from './work/tasks.ts';
import { THRESHOLD_EVENTS } from './work/threshold.ts';

export const NoteKind = z.enum(['note', 'call', 'meeting', 'visit', 'email']);
export type NoteKind = z.infer<typeof NoteKind>;

/** Decisions that no step of the policy asks for: that nothing is done is one too. */
export const DecisionKind = z.enum([
  'no-referral',
  'no-further-action',
  'keep-watching',
  'early-help',
  'other',
]);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** Past-tense facts; each is stored sealed, chained, and never edited. */
export const CaseEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('AlertRaised'),
    ...act,
    site: SiteId,
    mayInvolveLead: z.boolean(),
    /** True: nobody pressed; the form was left at "in danger now". */
    byItself: z.boolean(),
    /** Adults named before the alert. */
    involved: z.array(PersonId),
    where: words,
    callback: words,
  }),
  z.strictObject({
    type: z.literal('ConcernReported'),
    ...act,
    site: SiteId,
    report: Report,
    content: z.string(),
    /** It is a child's own record, beside this one about an adult, and these people must learn nothing. */
    beside: z.strictObject({ record: RecordId, conflicted: z.array(PersonId) }).optional(),
  }),
  z.strictObject({ type: z.literal('ReportAmended'), ...act, report: Report, content: z.string() }),
  /** The child has a record of their own, as the report was then; these people must learn nothing of it either. */
  z.strictObject({
    type: z.literal('ChildRecordKept'),
    ...fact,
    record: RecordId,
    content: z.string(),
    conflicted: z.array(PersonId),
  }),
  z.strictObject({
    type: z.literal('RouteChosen'),
    ...fact,
    /** Absent: the policy's rules over the report; otherwise the lead who corrected the facts. */
    by: PersonId.optional(),
    facts: Facts,
    plan: Plan,
    rung: z.int(),
    clock: LadderClock.optional(),
    /** Whoever opened or owns it keeps it: the same people are asked as before. Absent: the ladder starts anew. */
    keeps: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('RecordOpened'), ...act, clock: LadderClock.optional() }),
  /** Somebody who may answer a request read it; the ladder is not theirs to pause. */
  z.strictObject({ type: z.literal('RequestOpened'), ...act, step: StepId }),
  z.strictObject({ type: z.literal('CardRequested'), ...act }),
  z.strictObject({ type: z.literal('CaseTaken'), ...act, clock: LadderClock.optional() }),
  z.strictObject({ type: z.literal('PassedOn'), ...act, clock: LadderClock.optional() }),
  z.strictObject({
    type: z.literal('PersonConflicted'),
    ...act,
    person: PersonId,
    clock: LadderClock.optional(),
  }),
  z.strictObject({
    type: z.literal('NoteAdded'),
    ...act,
    kind: NoteKind,
    /** What happened; what the writer thinks of it stands apart. */
    text: words,
    opinion: words.default(''),
    happened: z.string().max(60),
    present: words,
  }),
  z.strictObject({ type: z.literal('StepDone'), ...act, step: StepId, answer: words, note: words }),
  z.strictObject({ type: z.literal('StepReasonedAway'), ...act, step: StepId, reason: words }),
  z.strictObject({ type: z.literal('DecisionMade'), ...act, step: StepId, answer: words, reason: words }),
  /** Roles of the organisation may read this text, and nothing else of the case. `by` absent: it went with the report. */
  z.strictObject({
    type: z.literal('RolesInformed'),
    ...fact,
    by: PersonId.optional(),
    step: StepId,
    to: z.array(Role),
    text: words,
  }),
  z.strictObject({ type: z.literal('InformedReplied'), ...act, step: StepId, text: words }),
  /** The time that the policy gives for a step is over. */
  z.strictObject({ type: z.literal('StepsLate'), ...fact, steps: z.array(StepId) }),
  z.strictObject({ type: z.literal('ApprovalRequested'), ...act, step: PlannedStep, text: words }),
  z.strictObject({ type: z.literal('ApprovalGiven'), ...act, step: StepId, reason: words }),
  z.strictObject({ type: z.literal('ApprovalRefused'), ...act, step: StepId, reason: words }),
  z.strictObject({ type: z.literal('InformationRequested'), ...act, question: words }),
  /** `clock`: the case was closed, and waits to be opened again. */
  z.strictObject({
    type: z.literal('InformationGiven'),
    ...act,
    text: words,
    clock: LadderClock.optional(),
  }),
  z.strictObject({
    type: z.literal('ReferralRecorded'),
    ...act,
    step: StepId.optional(),
    agency: Agency,
    who: words,
    when: z.string().max(60),
    reference: words,
    consent: Consent.optional(),
    /** Until when a reply is waited for. */
    due: Instant.optional(),
  }),
  z.strictObject({
    type: z.literal('OwnCallRecorded'),
    ...act,
    agency: Agency,
    who: words,
    when: z.string().max(60),
    reference: words,
  }),
  z.strictObject({
    type: z.literal('EscalationRaised'),
    ...fact,
    rung: z.int(),
    waitedFor: LadderClock.shape.waitsFor,
    /** True: no rung is left; the reporter is told to phone. */
    exhausted: z.boolean(),
    clock: LadderClock.optional(),
  }),
  z.strictObject({
    type: z.literal('RaisedAgain'),
    ...act,
    reason: words,
    rungs: z.array(z.array(Role)),
    rung: z.int(),
    clock: LadderClock.optional(),
  }),
  z.strictObject({ type: z.literal('DecisionRecorded'), ...act, what: DecisionKind, reason: words }),
  ...LINK_EVENTS,
  ...REFERRAL_EVENTS,
  ...MEETING_EVENTS,
  ...TASK_EVENTS,
  ...HAND_OVER_EVENTS,
  ...THRESHOLD_EVENTS,
  ...DRILL_EVENTS,
  /** A copy left Signpost: for whom, what was left out, and the hash that it carries. */
  z.strictObject({
    type: z.literal('RecordHandedOut'),
    ...act,
    what: z.enum(['case-file', 'chronology', 'copy']),
    reader: words,
    left: z.array(z.string()),
    hash: z.string(),
  }),
  z.strictObject({ type: z.literal('CaseClosed'), ...act, reason: words, line: words, reference: words }),
  z.strictObject({ type: z.literal('CaseReopened'), ...act, reason: words, clock: LadderClock.optional() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
