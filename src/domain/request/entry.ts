import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId } from '../ids.ts';
import { NamedChild } from './named-child.ts';
import { answerOf, type RequestState } from './state.ts';

/** As much of the first box as a list shows. */
const LONGEST_FIRST = 120;

/** What a list of a register shows of one entry. */
export const EntryBrief = z.strictObject({
  kind: z.literal('entry'),
  register: z.string(),
  site: SiteId,
  /** `asked`: it never stood, or does not stand yet. */
  standing: z.enum(['asked', 'stands', 'over', 'ended']),
  /** Since when it stands, or when it was asked for. */
  at: Instant,
  until: z.iso.date().optional(),
  /** Whom it is about, in a register of children. */
  child: NamedChild.optional(),
  asker: PersonId,
  /** The first colleague of the form. */
  person: PersonId.optional(),
  /** The first box. */
  first: z.string(),
  /** What was chosen, by field. */
  says: z.record(z.string(), z.string()),
  /** What this one takes the place of. */
  replaces: z.array(RecordId),
});
export type EntryBrief = z.infer<typeof EntryBrief>;

const STANDINGS = {
  waiting: 'asked',
  declined: 'asked',
  lapsed: 'asked',
  approved: 'stands',
  done: 'stands',
  over: 'over',
  ended: 'ended',
} as const;

/** Undefined: nothing of this form is kept. */
export function entryOf(state: RequestState): EntryBrief | undefined {
  const { form, site, filled, progress, until, replaces = [] } = state;
  if (form.keep === undefined) return undefined;
  const child = form.keep.about === 'child' ? filled.flatMap(({ children = [] }) => children)[0] : undefined;
  const person = filled.find((each) => each.person !== undefined)?.person;
  return {
    kind: 'entry',
    register: form.keep.register,
    site,
    standing: STANDINGS[progress.status],
    at: answerOf(state)?.at ?? state.askedAt,
    asker: state.asker,
    ...(until !== undefined && { until }),
    ...(child && { child: { ...child } }),
    ...(person !== undefined && { person }),
    first: (filled[0]?.text ?? '').slice(0, LONGEST_FIRST).toWellFormed(),
    says: Object.fromEntries(
      filled.filter(({ kind }) => kind === 'choice').map(({ id, text }) => [id, text]),
    ),
    replaces: [...replaces],
  };
}

interface Kept {
  readonly id: RecordId;
  readonly brief: EntryBrief;
}

/** Entries that stood at some time and that nothing newer took the place of, newest first. */
export function latest<Entry extends Kept>(entries: readonly Entry[]): readonly Entry[] {
  const stood = entries.filter(({ brief }) => brief.standing !== 'asked');
  const replaced = new Set(stood.flatMap(({ brief }) => brief.replaces));
  return stood
    .filter(({ id }) => !replaced.has(id))
    .toSorted((a, b) => (a.brief.at < b.brief.at ? 1 : a.brief.at > b.brief.at ? -1 : 0));
}
