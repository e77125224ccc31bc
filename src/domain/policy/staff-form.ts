import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

const FormField = z.strictObject({
  id: Id,
  label: z.string(),
  kind: z.enum(['text', 'date']),
  needed: z.boolean(),
});

/**
 * Something staff can ask for or pass on that is no worry about a child: a filter bypass, a photograph, a lost device, a
 * parent's question. `approve` gets a yes or a no; `do` is a task that is done.
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
  answer: z.enum(['approve', 'do']),
  by: z.array(Role).min(1),
  reason: z.enum(['always', 'on-decline']),
  /** The date field after which it is over: whoever said yes is then asked to end it. */
  until: Id.optional(),
  source: Source,
});
export type StaffForm = z.infer<typeof StaffForm>;
