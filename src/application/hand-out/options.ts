import { z } from 'zod';

/** Who reads it: what is left out unless somebody says otherwise, depends on that. */
export const Reader = z.enum(['school', 'social-care', 'police', 'parent', 'subject', 'court', 'other']);
export type Reader = z.infer<typeof Reader>;

/** What can be left out. */
export const Leave = z.enum(['children', 'reporters', 'adults']);
export type Leave = z.infer<typeof Leave>;

export const Options = z.strictObject({
  what: z.enum(['case-file', 'chronology']),
  reader: Reader,
  /** Their name and place, as typed. */
  who: z.string(),
  leave: z.array(Leave),
  /** More names to leave out: nicknames, other spellings. */
  names: z.array(z.string()),
  /** Which child of the case it is about: its place in it. */
  about: z.int().optional(),
});
export type Options = z.infer<typeof Options>;

/** Families read nothing of third parties by default; those who protect the child next read everything. */
export const usuallyLeft = (reader: Reader): readonly Leave[] =>
  ['parent', 'subject', 'other'].includes(reader) ? Leave.options : [];
