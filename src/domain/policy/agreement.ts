import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

const Clause = z.strictObject({ id: Id, text: z.string().min(1), source: Source });
export type Clause = z.infer<typeof Clause>;

/** Something that is read and agreed to, by version. */
export const Agreement = z.strictObject({
  id: Id,
  name: z.string(),
  /** Agreeing to the policy itself, to rules for using systems, or having read something. */
  kind: z.enum(['policy', 'acceptable-use', 'reading']),
  /** People of the directory; children, recorded by staff; visitors, recorded by their host. */
  for: z.enum(['people', 'children', 'visitors']),
  /** Of `people`: whose it is. */
  roles: z.array(Role).default([]),
  /** Of `children`: who signs. */
  signatures: z
    .array(z.enum(['child', 'parent']))
    .min(1)
    .optional(),
  /** Raised when the text changes: everyone signs anew. */
  version: z.int().positive(),
  clauses: z.array(Clause).default([]),
  /** The appendix of the written policy that holds the text; what is not supplied there cannot be signed. */
  appendix: z.string().optional(),
  /** Signed anew after so long; absent: once a version. */
  every: z
    .string()
    .regex(/^P\d+M$/)
    .optional(),
  within: z
    .string()
    .regex(/^P\d+[DWM]$/)
    .default('P14D'),
  /** Nothing is switched on or off by the bot: these get the list of whoever has not signed. */
  gate: z.strictObject({ tell: z.array(Role).min(1), what: z.string() }).optional(),
  /** Who may record it for children and visitors. */
  by: z.array(Role).default([]),
  /** A box for a comment on the text. */
  comment: z.literal(true).optional(),
  source: Source,
});
export type Agreement = z.infer<typeof Agreement>;
