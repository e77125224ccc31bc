import { z } from 'zod';
import { ChildId } from '../ids.ts';

/** Longest answers, in characters. */
const text = (max: number) => z.string().max(max);

/**
 * A child as the register has it: what the school's own list says, or what a lead knows. What is not known is empty; a
 * child need not have a surname, a birthday or a year.
 */
export const ChildEntry = z.strictObject({
  name: text(120).min(1),
  knownAs: text(120),
  born: z.iso.date().optional(),
  /** Year, class or tutor group. */
  group: text(60),
  /** The child's number in the school's own list; empty when made at triage. */
  number: text(40),
  placingSchool: text(120),
  commissioner: text(120),
  siblings: z.array(ChildId),
  socialWorker: text(300),
  plan: z.enum(['none', 'early-help', 'child-in-need', 'child-protection']),
  lookedAfter: z.enum(['no', 'yes', 'was']),
  /** Adults who must have no contact, as written. */
  noContact: z.array(text(120)),
  /** Who has parental responsibility, as written. */
  responsibility: z.array(text(120)),
});
export type ChildEntry = z.infer<typeof ChildEntry>;

export const emptyEntry = (name: string): ChildEntry => ({
  name,
  knownAs: '',
  group: '',
  number: '',
  placingSchool: '',
  commissioner: '',
  siblings: [],
  socialWorker: '',
  plan: 'none',
  lookedAfter: 'no',
  noContact: [],
  responsibility: [],
});
