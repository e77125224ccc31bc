import { z } from 'zod';
import { FactName, Role, Urgency } from './facts.ts';

/**
 * An organisation's written policy as data (`policies/*.yaml`). Every entry cites its section in `source`.
 * Unknown keys are refused, conditions are data, and there is no place for code.
 */

export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
/** A section of the organisation's policy ("6.3"), or an id of `library/guidance.yaml`; several with ";" between. */
export const Source = z.string().min(1);
/** ISO 8601, hours and minutes ("PT30M"). For `ordinary` the hours are working hours. */
export const Duration = z.string().regex(/^PT(\d+H)?(\d+M)?$/);
/** A day, or a month that is read as its last day. */
export const PolicyDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

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
export type StepKind = Step['kind'];

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
        within: Duration.optional(),
        source: Source,
      }),
    )
    .optional(),
  /** Steps that the policy has and the library has not. */
  add: z.array(Step).optional(),
});
export type UsedProcedure = z.infer<typeof UsedProcedure>;

export const Route = z.strictObject({
  id: Id,
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

export const Contact = z.strictObject({
  id: Id,
  name: z.string(),
  /** What it is for, in a few words. */
  for: z.string(),
  /** Absent: the organisation gives its own local number in `organisation.yaml`. */
  phone: z.string().optional(),
  web: z.string().optional(),
  lastChecked: z.iso.date().optional(),
  source: Source,
});
export type Contact = z.infer<typeof Contact>;

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
  references: z.array(z.strictObject({ series: Id, edition: z.string(), source: Source })).optional(),
  approved: PolicyDate.nullable(),
  review: z.strictObject({
    due: PolicyDate.nullable(),
    every: z.string().regex(/^P\d+M$/),
    owner: Role,
    source: Source,
  }),
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
  /** Ids of `library/contacts.yaml` that this policy names, and its own. */
  contacts: z.array(z.union([z.strictObject({ use: Id, source: Source }), Contact])).min(1),
  training: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      roles: z.array(Role).min(1),
      every: z.string().regex(/^P\d+M$/),
      minutes: z.int().positive(),
      source: Source,
    }),
  ),
  /** Findings that the owner knows of and accepts until a day. */
  gaps: z.array(z.strictObject({ code: z.string(), reason: z.string(), until: z.iso.date() })),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** A pack as the bot runs it: library procedures merged in, floor applied, every source turned into words. */
export interface Policy extends Omit<PolicyFile, 'procedures' | 'contacts'> {
  readonly procedures: readonly Procedure[];
  readonly contacts: readonly Contact[];
  /** Harms that are at least `today`, from the floor. */
  readonly urgencyFloor: readonly { readonly when: Condition; readonly urgency: Urgency }[];
}
