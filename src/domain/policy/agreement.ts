import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

/** A clause is read in full on a phone: a longer one is two. */
const text = z.string().min(1).max(600);
const Clause = z.strictObject({ id: Id, text, source: Source });
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
  /** Of `children`: a class may be read it together, and count as one for all who were there. */
  asClass: z.literal(true).optional(),
  /** Of `people`: asked of nobody; whoever needs it for something signs it of themselves, and a new version comes to them. */
  whenNeeded: z.literal(true).optional(),
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

/** The text of an agreement that the organisation gives, where its written policy has none yet. */
export const SuppliedText = z.strictObject({
  version: z.int().positive(),
  clauses: z.array(z.strictObject({ id: Id, text })).min(1),
});
export type SuppliedText = z.infer<typeof SuppliedText>;
