import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId, StepId } from '../ids.ts';
import { Facts, Role, Urgency } from '../policy/facts.ts';
import { Agency, Modality, Outsider, TechnicalPart } from '../policy/step.ts';
import { Report } from './report.ts';

/** A step as this case has it: copied from the pack's version of that day, so that a later pack changes no open case. */
export const PlannedStep = z.strictObject({
  id: StepId,
  procedure: z.string(),
  kind: z.enum([
    'tell',
    'never',
    'do',
    'record',
    'ask',
    'decide',
    'approve',
    'refer',
    'custody',
    'inform',
    'contact',
  ]),
  text: z.string(),
  modality: Modality,
  why: z.string(),
  after: z.array(StepId),
  /** Only there once these steps were answered so. */
  given: z.record(StepId, z.array(z.string())).optional(),
  within: z.string().optional(),
  spot: z.literal(true).optional(),
  answers: z.array(z.string()).optional(),
  waits: z.array(z.string()).optional(),
  about: z.enum(['parents', 'other']).optional(),
  by: z.array(Role).optional(),
  reason: z.enum(['always', 'on-decline']).optional(),
  agency: Agency.optional(),
  unlocks: z.enum(['deletion']).optional(),
  to: z.array(Role).optional(),
  draft: z.array(TechnicalPart).optional(),
  itself: z.literal(true).optional(),
  whom: Outsider.optional(),
});
export type PlannedStep = z.infer<typeof PlannedStep>;

const Durations = z.strictObject({ rung: z.string(), opened: z.string(), decision: z.string() });

/** What the policy says about this case, each part with where it says so. */
export const Plan = z.strictObject({
  policy: z.strictObject({ id: z.string(), version: z.int(), title: z.string() }),
  urgency: Urgency,
  route: z.strictObject({
    id: z.string(),
    why: z.string(),
    about: z.enum(['child', 'adult']),
    rungs: z.array(z.array(Role)),
    /** The route of the child's own record, when this one is about an adult. */
    child: z.string().optional(),
    channel: z.boolean(),
    exclude: z.array(Role),
    outside: z.array(z.string()),
  }),
  procedures: z.array(z.strictObject({ id: z.string(), name: z.string(), why: z.string() })),
  steps: z.array(PlannedStep),
  guards: z.array(z.strictObject({ kind: z.enum(['do', 'never']), text: z.string(), why: z.string() })),
  requests: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      prompt: z.string(),
      by: z.array(Role),
      reason: z.enum(['always', 'on-decline']),
      why: z.string(),
    }),
  ),
  clocks: Durations,
  /** The safeguarding team: whose channel it is, and who is left out while an adult may be one of them. */
  leads: z.array(Role),
  /** Who acts when nobody on the route can, in order; and who looks again when a case is raised again. */
  independent: z.array(Role),
  /** Hears only that an alert is unanswered. */
  oversight: z.array(Role),
});
export type Plan = z.infer<typeof Plan>;

/** The next time somebody must have moved: unopened, unowned, or without a first decision. */
export const LadderClock = z.strictObject({ waitsFor: z.enum(['open', 'own', 'decide']), at: Instant });
export type LadderClock = z.infer<typeof LadderClock>;

const fact = { at: Instant, action: z.string().optional() };
const act = { ...fact, by: PersonId };
const words = z.string().max(3000);

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
    kind: z.enum(['note', 'call', 'meeting', 'visit']),
    text: words,
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
  z.strictObject({ type: z.literal('CaseClosed'), ...act, reason: words, line: words, reference: words }),
  z.strictObject({ type: z.literal('CaseReopened'), ...act, reason: words, clock: LadderClock.optional() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
