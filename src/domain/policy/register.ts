import { z } from 'zod';
import { Role } from './facts.ts';
import { Id, Source } from './step.ts';

/**
 * What stands: consents, permissions, devices that are out, tools that were looked at. Entries come from forms that
 * `keep` what was approved, done or written down.
 */
export const Register = z.strictObject({
  id: Id,
  /** On a button too: "What parents agreed to". */
  title: z.string().max(40),
  /** Words that show it when typed: "consent". */
  words: z.array(z.string().min(3)).min(1),
  /**
   * `child`: the newest entry of each child is what holds, and a child is looked up by name and class. `person` and
   * `thing`: each entry stands until its end.
   */
  about: z.enum(['child', 'person', 'thing']),
  seenBy: z.array(Role).min(1),
  /** Said where there is nothing: "No consent is recorded." */
  none: z.string().min(1).max(80),
  /** Whoever holds this role in the directory is named beside the entries. */
  holders: Role.optional(),
  source: Source,
});
export type Register = z.infer<typeof Register>;

/** Another policy that this one names. Where it is, `links` in organisation.yaml says. */
export const LinkedPolicy = z.strictObject({ id: Id, title: z.string().max(40), source: Source });
export type LinkedPolicy = z.infer<typeof LinkedPolicy>;
