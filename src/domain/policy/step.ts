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

const step = {
  id: Id,
  /** One line that says what to do, in plain words. */
  text: z.string().min(1),
  modality: Modality,
  when: Condition.optional(),
  /** Steps of the same procedure that come first: the order lock. */
  after: z.array(Id).optional(),
  /** Due this long after the report; absent: before closing. */
  within: Duration.optional(),
  source: Source,
};
/**
 * `tell` shows, `never` forbids (both need no press); `do` and `record` are ticked off; `ask` wants an answer;
 * `decide` wants a choice and a reason; `approve` waits for a named role; `refer` wants agency, who, when, reference;
 * `custody` wants who holds the item, where and why.
 */
export const Step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tell'), ...step }),
  z.strictObject({ kind: z.literal('never'), ...step }),
  z.strictObject({ kind: z.literal('do'), ...step }),
  z.strictObject({ kind: z.literal('record'), ...step }),
  z.strictObject({ kind: z.literal('ask'), ...step, answers: z.array(z.string().min(1)).min(2) }),
  z.strictObject({
    kind: z.literal('decide'),
    ...step,
    about: z.enum(['parents', 'other']),
    answers: z.array(z.string()).optional(),
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
  z.strictObject({ kind: z.literal('custody'), ...step }),
]);
export type Step = z.infer<typeof Step>;
