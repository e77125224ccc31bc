import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
import type { Issue } from '../people/record/asks.ts';
import { ok, type Result, refuse } from '../result.ts';

/** Somebody who comes on one day, and is looked after by a member of staff. */
export const Visitor = z.strictObject({
  site: SiteId,
  name: z.string().min(1),
  host: PersonId,
  day: z.iso.date(),
  signed: z.record(
    z.string(),
    z.strictObject({ version: z.int(), hash: z.string(), at: Instant, by: PersonId }),
  ),
  events: z.int(),
});
export type Visitor = z.infer<typeof Visitor>;

export const VisitorEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('VisitorExpected'), day: z.iso.date(), at: Instant, by: PersonId }),
  z.strictObject({
    type: z.literal('VisitorAgreed'),
    agreement: z.string(),
    version: z.int(),
    hash: z.string(),
    at: Instant,
    by: PersonId,
  }),
]);
export type VisitorEvent = z.infer<typeof VisitorEvent>;

/** Nobody is expected for later than this; a year typed wrong is caught. */
const LATEST = { months: 12 } as const;

export function checkVisitDay(day: string, today: string): 'past' | 'too-far' | undefined {
  if (day < today) return 'past';
  return day > Temporal.PlainDate.from(today).add(LATEST).toString() ? 'too-far' : undefined;
}

/** What they have not agreed to yet, of the texts that there are. */
export const openFor = ({ signed }: Visitor, issues: readonly Issue[]): readonly Issue[] =>
  issues.filter(({ agreement, hash }) => agreement.for === 'visitors' && signed[agreement.id]?.hash !== hash);

/** The visitor has read it with their host, and agrees. */
export function agreeVisit(
  visitor: Visitor,
  { agreement, hash }: Issue,
  read: { readonly hash: string; readonly version: number },
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): Result<{ readonly visitor: Visitor; readonly event: VisitorEvent }, 'other-text' | 'nothing-new'> {
  if (read.hash !== hash) return refuse('other-text');
  if (visitor.signed[agreement.id]?.hash === hash) return refuse('nothing-new');
  const signed = { version: read.version, hash, at, by };
  return ok({
    visitor: { ...visitor, signed: { ...visitor.signed, [agreement.id]: signed } },
    event: { type: 'VisitorAgreed', agreement: agreement.id, ...signed },
  });
}
