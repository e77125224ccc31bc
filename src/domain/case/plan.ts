import { z } from 'zod';
import { StepId } from '../ids.ts';
import { Role, Urgency } from '../policy/facts.ts';
import { Agency, Modality, Outsider, TechnicalPart } from '../policy/step.ts';

/** A step as this case has it: copied from the pack's version of that day, so that a later pack changes no open case. */
export const PlannedStep = z.strictObject({
  id: StepId,
  procedure: z.string(),
  kind: z.enum([
    'tell',
    'never',
    'do',
    'record',
    'ask',
    'decide',
    'approve',
    'refer',
    'custody',
    'inform',
    'contact',
  ]),
  text: z.string(),
  modality: Modality,
  why: z.string(),
  after: z.array(StepId),
  /** Only there once these steps were answered so. */
  given: z.record(StepId, z.array(z.string())).optional(),
  within: z.string().optional(),
  /** The act that it asks for: of all steps of one act a case asks for the strictest. */
  once: z.string().optional(),
  spot: z.literal(true).optional(),
  /** Stands once for each child as soon as a report names them. */
  each: z.literal('child').optional(),
  /** Which of the case's children it is for: a place, never a name. */
  child: z.int().nonnegative().optional(),
  answers: z.array(z.string()).optional(),
  waits: z.array(z.string()).optional(),
  about: z.enum(['parents', 'other', 'threshold']).optional(),
  by: z.array(Role).optional(),
  reason: z.enum(['always', 'on-decline']).optional(),
  agency: Agency.optional(),
  unlocks: z.enum(['deletion']).optional(),
  to: z.array(Role).optional(),
  draft: z.array(TechnicalPart).optional(),
  itself: z.literal(true).optional(),
  whom: Outsider.optional(),
  /** Other policies that it goes with, by their ids in the pack. */
  linked: z.array(z.string()).optional(),
});
export type PlannedStep = z.infer<typeof PlannedStep>;

const Durations = z.strictObject({ rung: z.string(), opened: z.string(), decision: z.string() });

/** What the policy says about this case, each part with where it says so. */
export const Plan = z.strictObject({
  policy: z.strictObject({ id: z.string(), version: z.int(), title: z.string() }),
  urgency: Urgency,
  route: z.strictObject({
    id: z.string(),
    why: z.string(),
    about: z.enum(['child', 'adult']),
    rungs: z.array(z.array(Role)),
    /** The route of the child's own record, when this one is about an adult. */
    child: z.string().optional(),
    channel: z.boolean(),
    exclude: z.array(Role),
    outside: z.array(z.string()),
  }),
  procedures: z.array(z.strictObject({ id: z.string(), name: z.string(), why: z.string() })),
  steps: z.array(PlannedStep),
  guards: z.array(z.strictObject({ kind: z.enum(['do', 'never']), text: z.string(), why: z.string() })),
  requests: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      prompt: z.string(),
      by: z.array(Role),
      reason: z.enum(['always', 'on-decline']),
      why: z.string(),
    }),
  ),
  clocks: Durations,
  /** The safeguarding team: whose channel it is, and who is left out while an adult may be one of them. */
  leads: z.array(Role),
  /** Who acts when nobody on the route can, in order; and who looks again when a case is raised again. */
  independent: z.array(Role),
  /** Hears only that an alert is unanswered. */
  oversight: z.array(Role),
});
export type Plan = z.infer<typeof Plan>;
