import { z } from 'zod';
import { Id, Source } from './step.ts';

/** The answer to "what do I do if …", given at any time without reporting anything. */
export const Advice = z.strictObject({
  id: Id,
  /** Goes on after "What do I do if": "a pupil's phone rings in a lesson". */
  title: z.string().max(75),
  /** Words that find it when typed. */
  words: z.array(z.string().min(3)),
  lines: z.array(z.strictObject({ kind: z.enum(['do', 'never']), text: z.string() })).min(1),
  contacts: z.array(Id).default([]),
  source: Source,
});
export type Advice = z.infer<typeof Advice>;

export const Contact = z.strictObject({
  id: Id,
  name: z.string(),
  /** What it is for, in a few words. */
  for: z.string(),
  /** Absent: the organisation gives its own local number in `organisation.yaml`. */
  phone: z.string().optional(),
  web: z.string().optional(),
  /** Words that find it: "contacts nudes". */
  topics: z.array(z.string().min(3)).optional(),
  lastChecked: z.iso.date().optional(),
  source: Source,
});
export type Contact = z.infer<typeof Contact>;
