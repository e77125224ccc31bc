import { z } from 'zod';
import { Advice, Contact } from './advice.ts';
import { Urgency } from './facts.ts';
import { Guard, Procedure } from './pack.ts';
import type { Pattern } from './pattern.ts';
import type { ReferralFile } from './referrals.ts';
import { Condition, Duration, Id, Source } from './step.ts';

/** One published edition of national guidance (`library/guidance.yaml`). A new edition is a new entry, never code. */
export const GuidanceEdition = z.strictObject({
  id: Id,
  /** Editions of the same guidance share it. */
  series: Id,
  publisher: z.string(),
  title: z.string(),
  edition: z.string(),
  /** Where it applies. */
  nation: z.enum(['england', 'uk']),
  from: z.iso.date().optional(),
  supersededBy: Id.optional(),
  /** Absent: nobody looked it up on a day that was written down. */
  lastChecked: z.iso.date().optional(),
});
export type GuidanceEdition = z.infer<typeof GuidanceEdition>;

const ClockLimit = z.strictObject({ rung: Duration, opened: Duration, decision: Duration });

/** Rules of the bot itself: a pack can tighten them and never loosen them. */
export const Floor = z.strictObject({
  guards: z.array(Guard).min(1),
  /** At least this urgent, whatever the reporter answered. */
  urgency: z.array(z.strictObject({ when: Condition, urgency: Urgency, source: Source })).min(1),
  /** The longest that a pack's clock may run. */
  clocks: z.strictObject({ now: ClockLimit, today: ClockLimit, ordinary: ClockLimit }),
});
export type Floor = z.infer<typeof Floor>;

export const ProcedureFile = z.strictObject({ procedures: z.array(Procedure).min(1) });
export const ContactFile = z.strictObject({ contacts: z.array(Contact).min(1) });
export const AdviceFile = z.strictObject({ advice: z.array(Advice) });
/** Forms of first names, so that a child of the register is found by any of them. */
export const NicknameFile = z.strictObject({
  nicknames: z.array(z.array(z.string().regex(/^\p{Ll}+$/u)).min(2)).min(1),
});
export const GuidanceFile = z.strictObject({ guidance: z.array(GuidanceEdition).min(1) });

/** What every pack is merged with (`policies/library/`). */
export interface Library {
  readonly procedures: readonly Procedure[];
  readonly contacts: readonly Contact[];
  readonly advice: readonly Advice[];
  readonly guidance: readonly GuidanceEdition[];
  readonly floor: Floor;
  readonly patterns: readonly Pattern[];
  readonly nicknames: readonly (readonly string[])[];
  /** How long a reply is waited for, what comes then, and what each agency is told. */
  readonly referrals: ReferralFile;
}
