import { z } from 'zod';
import type { Instant } from '../ids.ts';
import { addWorkingDays, type Calendar, endOfWait, later } from '../time/working-time.ts';
import type { Urgency } from './facts.ts';
import { Agency, Id, Source } from './step.ts';

/** Whole days ("P1D"), or hours and minutes ("PT4H"). For `ordinary` they are working days and working hours. */
export const Wait = z.string().regex(/^(P[1-9]\d*D|PT(\d+H)?(\d+M)?)$/);

/** One step of the local way to settle that nobody replies, or that people do not agree. */
export const ReplyStage = z.strictObject({
  id: Id,
  /** On a button: "Ask for the team manager". */
  title: z.string().max(60),
  text: z.string(),
  /** Absent: for every agency. */
  agencies: z.array(Agency).min(1).optional(),
  /** How long this one may take. Absent: nobody is reminded of it. */
  within: Wait.optional(),
});
export type ReplyStage = z.infer<typeof ReplyStage>;

/** How long a reply to a referral is waited for, and what comes then. */
export const ReplyClock = z.strictObject({
  reply: Wait,
  /** Agencies that tell nobody what came of it: no reply is waited for. */
  silent: z.array(Agency),
  stages: z.array(ReplyStage).min(1),
  source: Source,
});
export type ReplyClock = z.infer<typeof ReplyClock>;

/** What an agency is told. A line stands where at least one of its slots has something in it, or where it has none. */
export const SLOTS = [
  ...['organisation', 'site', 'phone', 'phone-who', 'lead', 'lead-role', 'ref', 'today'],
  ...['name', 'known-as', 'born', 'group', 'school', 'commissioner', 'plan', 'looked-after'],
  ...['social-worker', 'responsibility', 'no-contact', 'adult', 'reporter', 'written'],
  ...['seen', 'child-words', 'heard', 'told-by', 'said', 'seemed', 'when', 'where', 'mark', 'wants'],
  ...['page', 'device', 'done', 'steps', 'referrals', 'since', 'risk', 'consent', 'opinion', 'later-opinion'],
] as const;
const SLOT = /\{([\w-]+)\}/g;
export const slotsOf = (line: string): readonly string[] =>
  [...line.matchAll(SLOT)].map(([, slot = '']) => slot);

const known: readonly string[] = SLOTS;
const DraftLine = z
  .string()
  .min(1)
  .refine((line) => slotsOf(line).every((slot) => known.includes(slot)), {
    error: `A slot in this line is none of: ${SLOTS.join(', ')}`,
  });

const DraftPart = z.strictObject({ heading: z.string(), lines: z.array(DraftLine).min(1) });
type DraftPart = z.infer<typeof DraftPart>;

const WrittenDraft = z.strictObject({
  agency: Agency,
  title: z.string(),
  /** No name of anybody is in it, whatever the record says. */
  nameless: z.literal(true).optional(),
  /** Its own, or the name of one that several drafts have. */
  parts: z.array(z.union([Id, DraftPart])).min(1),
});

/** What one agency is told. */
export interface Draft extends Omit<z.infer<typeof WrittenDraft>, 'parts'> {
  readonly parts: readonly DraftPart[];
}

/** What a draft says of itself: what was left out of it, and why. */
const Left = z.strictObject({
  heading: z.string(),
  children: z.string(),
  reporter: z.string(),
  opinion: z.string(),
  account: z.string(),
  names: z.string(),
  images: z.string(),
});

export const ReferralFile = z
  .strictObject({
    referrals: ReplyClock,
    left: Left,
    parts: z.record(Id, DraftPart),
    drafts: z.array(WrittenDraft),
  })
  .refine(
    ({ drafts }) =>
      Agency.options.every((each) => drafts.filter(({ agency }) => agency === each).length === 1),
    { error: `Each of these has one draft: ${Agency.options.join(', ')}`, path: ['drafts'] },
  )
  .refine(
    ({ drafts, parts }) =>
      drafts.every((draft) => draft.parts.every((part) => typeof part !== 'string' || part in parts)),
    { error: 'A draft names a part that is not under "parts"', path: ['drafts'] },
  );
export type ReferralFile = z.infer<typeof ReferralFile>;

/** Every draft with its shared parts written out. */
export const draftsOf = ({ drafts, parts }: ReferralFile): readonly Draft[] =>
  drafts.map((draft) => ({
    ...draft,
    parts: draft.parts.flatMap((part) => (typeof part === 'string' ? (parts[part] ?? []) : part)),
  }));

/** When a wait that begins now is over: `now` and `today` ignore working hours. */
export function endOfReply(from: Instant, wait: string, urgency: Urgency, calendar: Calendar): Instant {
  const days = /^P(\d+)D$/.exec(wait)?.[1];
  if (days === undefined) return endOfWait(from, wait, urgency, calendar);
  return urgency === 'ordinary'
    ? addWorkingDays(from, Number(days), calendar)
    : later(from, { hours: 24 * Number(days) });
}

/** Steps that are there for this agency, in order. */
export const stagesFor = ({ stages }: ReplyClock, agency: Agency): readonly ReplyStage[] =>
  stages.filter(({ agencies }) => agencies?.includes(agency) ?? true);

/** The next step after so many; the last one can be taken again. */
export const stageAfter = (clock: ReplyClock, agency: Agency, taken: number): ReplyStage | undefined => {
  const stages = stagesFor(clock, agency);
  return stages[taken] ?? stages.at(-1);
};
