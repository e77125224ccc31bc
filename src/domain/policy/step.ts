import { z } from 'zod';
import { FactName, Role } from './facts.ts';

export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
/** A section of the organisation's policy ("6.3"), or an id of `library/guidance.yaml`; several with ";" between. */
export const Source = z.string().min(1);
/** ISO 8601, hours and minutes ("PT30M"). For `ordinary` the hours are working hours. */
export const Duration = z.string().regex(/^PT(\d+H)?(\d+M)?$/);

export type Condition =
  | { fact: FactName; in: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
/** `unsure` answers a rule that asks for `yes`: every rule of a pack protects somebody. Never inside `not`. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: FactName, in: z.array(z.string()).min(1) }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);

/** How strongly the policy binds, weakest first. */
export const Modality = z.enum(['may', 'consider', 'should', 'must']);
export type Modality = z.infer<typeof Modality>;

/** Outside bodies a referral can go to. */
export const Agency = z.enum([
  'police',
  'social-care',
  'lado',
  'ceop',
  'iwf',
  'prevent',
  'health',
  'early-help',
  'other',
]);
export type Agency = z.infer<typeof Agency>;

/** Somebody outside whom the lead tells: no agency, and no account here. */
export const Outsider = z.enum([
  'parents',
  'commissioner',
  'other-setting',
  'employer',
  'exam-body',
  'community',
  'other',
]);
export type Outsider = z.infer<typeof Outsider>;

/** Parts of a report that name no child and tell no story. */
export const TechnicalPart = z.enum(['page', 'device', 'when']);
export type TechnicalPart = z.infer<typeof TechnicalPart>;

/** "police", a step of the same procedure, or "nudes.police", of another one that may be part of the same case. */
export const StepRef = z.string().regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?$/);

const step = {
  id: Id,
  /** One line that says what to do, in plain words. */
  text: z.string().min(1),
  modality: Modality,
  when: Condition.optional(),
  /** Only there once these steps of the same procedure were answered so: { image: [No] }. All of them must hold. */
  given: z.record(Id, z.array(z.string().min(1)).min(1)).optional(),
  /** Steps that come first: the order lock. One that this case does not have locks nothing. */
  after: z.array(StepRef).optional(),
  /** Due this long after the step became part of the case; absent: before closing. */
  within: Duration.optional(),
  /** Done, guided, by the member of staff who is there: they see it one step at a time. */
  spot: z.literal(true).optional(),
  /** One step for each child of the report. */
  each: z.literal('child').optional(),
  /** The act that it is ("police"): of all steps of a case with the same one, only the strictest is asked. */
  once: Id.optional(),
  /** Other policies that it goes with (`linked` of the pack): their links stand beside it. */
  linked: z.array(Id).min(1).max(3).optional(),
  source: Source,
};
const answers = z.array(z.string().min(1));
/**
 * `tell` shows, `never` forbids (both need no press); `do` and `record` are ticked off; `ask` wants an answer;
 * `decide` wants a choice and a reason; `approve` waits for a named role; `refer` wants agency, who, when, reference;
 * `custody` wants who holds the item, where and why; `inform` sends roles of the organisation what the lead chose to
 * tell them; `contact` wants whom outside the lead told, how, and what.
 */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tell'), ...step }),
  z.strictObject({ kind: z.literal('never'), ...step }),
  z.strictObject({ kind: z.literal('do'), ...step }),
  z.strictObject({ kind: z.literal('record'), ...step }),
  z.strictObject({ kind: z.literal('ask'), ...step, answers: answers.min(2) }),
  z.strictObject({
    kind: z.literal('decide'),
    ...step,
    /** `threshold`: judged on a card of its own; its answers are that it is met, that it is not, and not sure. */
    about: z.enum(['parents', 'other', 'threshold']),
    answers: answers.optional(),
    /** Answers that are written down and leave the decision open ("Not yet, because"). */
    waits: answers.optional(),
  }),
  z.strictObject({
    kind: z.literal('approve'),
    ...step,
    by: z.array(Role).min(1),
    reason: z.enum(['always', 'on-decline']),
    /** What stays locked until this is approved. Its `after` steps must be done; a reason instead opens nothing. */
    unlocks: z.enum(['deletion']).optional(),
  }),
  z.strictObject({ kind: z.literal('refer'), ...step, agency: Agency }),
  /** `answers`: who may have it, when it is given to somebody. Anybody else is refused. */
  z.strictObject({ kind: z.literal('custody'), ...step, answers: answers.optional() }),
  z.strictObject({
    kind: z.literal('inform'),
    ...step,
    to: z.array(Role).min(1),
    /** What the draft is made of; the lead reads and changes it before it goes. */
    draft: z.array(TechnicalPart).optional(),
    /** Goes by itself with the report, and holds nothing but the draft's parts. */
    itself: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('contact'), ...step, whom: Outsider }),
]);
export type Step = z.infer<typeof Step>;
