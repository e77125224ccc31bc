import { z } from 'zod';
import { Instant, PersonId, SiteId } from '../ids.ts';
import type { Issue } from '../people/record/asks.ts';
import { ok, type Result, refuse } from '../result.ts';
import { checkPastDay } from './past-day.ts';

/** Who signed on paper; `class`: a whole class had it read to them, and agreed together. */
export const FamilySigner = z.enum(['child', 'parent', 'class']);
export type FamilySigner = z.infer<typeof FamilySigner>;

export const FamilySigned = z.strictObject({
  who: FamilySigner,
  version: z.int(),
  hash: z.string(),
  /** The day on the paper; `at` is when somebody here wrote that down. */
  on: z.iso.date(),
  at: Instant,
  by: PersonId,
});
export type FamilySigned = z.infer<typeof FamilySigned>;

/**
 * What one child and their parents have signed, as the office's own list would have it. It knows nothing of the register of
 * children that the safeguarding leads keep, and that knows nothing of it.
 */
export const Family = z.strictObject({
  site: SiteId,
  about: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('child'), name: z.string().min(1), class: z.string() }),
    /** So many children of a class, on the day on which it was read to them. */
    z.strictObject({ type: z.literal('class'), class: z.string().min(1), children: z.int().positive() }),
  ]),
  signed: z.record(z.string(), z.array(FamilySigned)),
  events: z.int(),
});
export type Family = z.infer<typeof Family>;

export const FamilyEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('FamilySigned'), agreement: z.string(), signed: FamilySigned }),
  /** A new school year: the same child, in another class. */
  z.strictObject({
    type: z.literal('ClassChanged'),
    from: z.string(),
    to: z.string(),
    at: Instant,
    by: PersonId,
  }),
]);
export type FamilyEvent = z.infer<typeof FamilyEvent>;

export type FamilyRefusal = 'future' | 'too-old' | 'nothing-new' | 'other-text' | 'not-asked';

/** As it is compared: case, accents and spaces make no other child. */
export const plainName = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Who has signed the text as it stands now. */
export const signersOf = (
  { signed }: Pick<Family, 'signed'>,
  { agreement, hash }: Issue,
): readonly FamilySigner[] =>
  (signed[agreement.id] ?? []).filter((each) => each.hash === hash).map(({ who }) => who);

/** Whose signature is still wanted; nobody's: it counts. A child of a class that had it read together has agreed with it. */
export function missingFrom(
  family: Family,
  issue: Issue,
  classes: readonly Family[],
): readonly FamilySigner[] {
  const { signatures = [] } = issue.agreement;
  const there = signersOf(family, issue);
  const inClass = classes.some(
    (each) =>
      each.about.type === 'class' &&
      each.site === family.site &&
      plainName(each.about.class) === plainName(family.about.class) &&
      signersOf(each, issue).includes('class'),
  );
  return signatures.filter((who) => !there.includes(who) && !(who === 'child' && inClass));
}

interface Signing {
  readonly who: FamilySigner;
  readonly on: string;
  /** Of the text that stood on the form. */
  readonly hash: string;
  readonly version: number;
}

/** What a member of staff has on paper, written down. In any order: a parent may be before the child. */
export function signFamily(
  family: Family,
  { agreement, hash }: Issue,
  signing: Signing,
  { by, at, today }: { readonly by: PersonId; readonly at: Instant; readonly today: string },
): Result<{ readonly family: Family; readonly event: FamilyEvent }, FamilyRefusal> {
  const { who, on, version } = signing;
  if (signing.hash !== hash) return refuse('other-text');
  const isAsked = who === 'class' ? agreement.asClass === true : agreement.signatures?.includes(who);
  if (isAsked !== true || (who === 'class') !== (family.about.type === 'class')) return refuse('not-asked');
  const wrong = checkPastDay(on, today);
  if (wrong !== undefined) return refuse(wrong);
  const before = family.signed[agreement.id] ?? [];
  if (before.some((each) => each.hash === hash && each.who === who)) return refuse('nothing-new');
  const signed: FamilySigned = { who, version, hash, on, at, by };
  return ok({
    family: { ...family, signed: { ...family.signed, [agreement.id]: [...before, signed] } },
    event: { type: 'FamilySigned', agreement: agreement.id, signed },
  });
}
