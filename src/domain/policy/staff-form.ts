import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

/**
 * `child` is a name and a class as somebody types them, one child a line: ordinary school data, which is never looked up
 * in the sealed register of children and never linked with it. `colleague` is picked from the directory.
 */
export const FieldKind = z.enum(['text', 'date', 'choice', 'colleague', 'child']);
export type FieldKind = z.infer<typeof FieldKind>;

const FormField = z.strictObject({
  id: Id,
  label: z.string(),
  kind: FieldKind,
  needed: z.boolean(),
  /** What can be chosen. */
  options: z.array(z.string().min(1).max(60)).min(2).max(8).optional(),
  /** A colleague: somebody else than whoever sends the form. */
  other: z.literal(true).optional(),
  /** A child: one a line. Without it, one child. */
  several: z.literal(true).optional(),
});
export type FormField = z.infer<typeof FormField>;

/**
 * What must be there first. `entry`: for each child of the field `child`, an entry that stands in another register, with
 * these answers in it; without one the form is sent, the asker is told at once, and nobody can say yes. `one-of`: one of
 * these boxes is filled in. `signed`: whoever the field `colleague` names has signed this agreement.
 */
export const Need = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('entry'),
    register: Id,
    child: Id,
    says: z.record(Id, z.array(z.string()).min(1)).optional(),
  }),
  z.strictObject({ kind: z.literal('one-of'), fields: z.array(Id).min(2) }),
  z.strictObject({ kind: z.literal('signed'), agreement: Id, colleague: Id }),
]);
export type Need = z.infer<typeof Need>;

/** Where what was approved, done or written down stands, and for how long where the form has no day of its own. */
export const Keep = z.strictObject({
  register: Id,
  expires: z
    .string()
    .regex(/^P\d+M$/)
    .optional(),
});

/**
 * Something staff can ask for or pass on that is no worry about a child: a filter bypass, a photograph, a lost device, a
 * parent's question. `approve` gets a yes or a no; `do` is a task that is done; `record` stands as soon as somebody of
 * `by` has written it down, and nobody is asked.
 */
export const StaffForm = z.strictObject({
  id: Id,
  /** In the list and on the button: "Ask for a filter bypass". */
  title: z.string().max(60),
  /** Words that open it when typed: "lost device". */
  words: z.array(z.string().min(3)),
  /** Said before the first box. */
  lines: z.array(z.strictObject({ kind: z.enum(['do', 'never']), text: z.string() })),
  fields: z.array(FormField).min(1).max(8),
  answer: z.enum(['approve', 'do', 'record']),
  /** Who answers; for `record`, who may write it down. */
  by: z.array(Role).min(1),
  reason: z.enum(['always', 'on-decline']),
  /** The date field after which it is over: whoever said yes is then asked to end it. */
  until: Id.optional(),
  keep: Keep.optional(),
  needs: z.array(Need).max(4).optional(),
  source: Source,
});
export type StaffForm = z.infer<typeof StaffForm>;
