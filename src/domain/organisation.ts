import { z } from 'zod';
import { SiteId } from './ids.ts';
import { SuppliedText } from './policy/agreement.ts';
import type { Calendar } from './time/working-time.ts';

const Phone = z.string().regex(/^[0-9+ ]{3,20}$/);

/** `organisation.yaml`: what is true of this organisation and not of its policy. */
export const Organisation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  name: z.string(),
  /** Id of the pack in `policies/`, or a path to one. */
  policy: z.string(),
  timezone: z.string(),
  /** Signpost is the record (`here`), or the front door to another system (its name in `system`). */
  record: z.enum(['here', 'elsewhere']),
  system: z.string().optional(),
  /** Monday is 1. Local times "08:00". */
  working: z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: z.string(), to: z.string() }),
  closures: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })),
  /** Days on which everybody goes home early ("12:30"). */
  halfDays: z.array(z.strictObject({ date: z.iso.date(), to: z.string() })).optional(),
  sites: z
    .array(
      z.strictObject({
        id: SiteId,
        name: z.string(),
        /** The number to phone when nobody answers here, with the role that answers it. */
        phone: z.strictObject({ number: Phone, label: z.string() }),
        /** Shown in its place while the site is shut. */
        outOfHours: z.strictObject({ number: Phone, label: z.string() }).optional(),
        /** The leads' channel of the site, by platform: whatever that platform needs to find it. */
        channels: z.strictObject({ teams: z.string().optional(), slack: z.string().optional() }),
      }),
    )
    .min(1),
  /** Local numbers for contacts that the pack leaves open (`social-care`, `lado`). */
  contacts: z.record(z.string(), z.strictObject({ phone: Phone, lastChecked: z.iso.date() })),
  /** Texts of agreements that the written policy does not have yet, by their ids in the pack. */
  agreements: z.record(z.string(), SuppliedText).optional(),
  /** How many children there are at each site: of how many signatures are wanted. */
  children: z.record(z.string(), z.int().positive()).optional(),
  /** Where the other policies are that this one names (`linked` of the pack), and the whole of what is signed, by their ids. */
  links: z.record(z.string(), z.url({ protocol: /^https$/ })).optional(),
});
export type Organisation = z.infer<typeof Organisation>;

/** When it works, for everything that waits. */
export const calendarOf = ({ working, timezone, closures, halfDays = [] }: Organisation): Calendar => ({
  ...working,
  timezone,
  closures,
  halfDays,
});
