import { z } from 'zod';
import { PersonId } from '../ids.ts';
import type { Directory } from '../people/directory.ts';
import { personById } from '../people/directory.ts';
import { FACTS, type Facts } from '../policy/facts.ts';

const text = (max: number) => z.string().max(max);
export const Part = z.enum(['harmed', 'caused', 'saw', 'sibling']);

/** Longest answers, in characters: a Slack input takes 3,000. */
export const LONGEST = { seen: 3000, long: 2000, short: 300, name: 120 } as const;

export const Child = z.strictObject({
  name: text(LONGEST.name),
  knownAs: text(LONGEST.name),
  year: text(LONGEST.name),
  /** In place of a name: "about eight, red coat". */
  description: text(LONGEST.short),
  part: Part,
});
export type Child = z.infer<typeof Child>;

/** An adult who comes into it: somebody of the directory, or a name as typed. */
export const Adult = z.union([
  z.strictObject({ person: PersonId }),
  z.strictObject({ name: text(LONGEST.name) }),
]);
export type Adult = z.infer<typeof Adult>;

/** What happened, in the reporter's words; fact and opinion apart, time of event apart from time of writing. */
export const Account = z.strictObject({
  seen: text(LONGEST.seen),
  childWords: text(LONGEST.long),
  heard: z.enum(['saw', 'told', 'both']),
  toldBy: text(LONGEST.short),
  said: text(LONGEST.long),
  seemed: text(LONGEST.short),
  when: z.enum(['exact', 'about', 'over-time']),
  date: text(20),
  time: text(20),
  whenNote: text(LONGEST.short),
  where: text(LONGEST.short),
  wants: text(LONGEST.long),
  opinion: text(LONGEST.long),
  done: text(LONGEST.long),
  toldLead: z.enum(['yes', 'no']),
  /** For a mark or an injury: places as ticked ("left-arm,back"), then size and colour. */
  places: text(LONGEST.short),
  mark: text(LONGEST.short),
});
export type Account = z.infer<typeof Account>;

/** What a reporter sent. */
export const Report = z.strictObject({
  danger: z.enum(FACTS.danger),
  where: text(LONGEST.short),
  callback: text(40),
  children: z.array(Child).min(1).max(8),
  adult: z.enum(FACTS.adult),
  adults: z.array(Adult).max(20),
  harms: z.array(z.enum(FACTS.harm)).min(1),
  account: Account,
  /** "Someone on this list is connected to this": a partner, a relative, a close friend, their own child. */
  connected: z.array(PersonId),
  mayInvolveLead: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** People of the directory who must learn nothing: those in it, and those the reporter calls connected. */
export const involved = (report: Report): readonly PersonId[] => [
  ...report.adults.flatMap((adult) => ('person' in adult ? [adult.person] : [])),
  ...report.connected,
];

/** Every role that the adults in it hold, at any site; a typed name is `not-listed`. */
export function adultRoles({ adults }: Pick<Report, 'adults'>, directory: Directory): readonly string[] {
  const roles = adults.map((adult): readonly string[] => {
    const person = 'person' in adult ? personById(directory, adult.person) : undefined;
    return person === undefined ? ['not-listed'] : person.roles.map(({ role }) => role);
  });
  return [...new Set(roles.flat())];
}

/** What rules may ask about a report. */
export function factsOf(report: Report, directory: Directory): Facts {
  const image = report.harms.includes('images');
  return {
    danger: [report.danger],
    harm: [...report.harms],
    // A ticked "how an adult here behaves" outweighs a "no" a step earlier: unsure protects more.
    adult: [report.adult === 'no' && report.harms.includes('adult-behaviour') ? 'unsure' : report.adult],
    'adult-role': [...adultRoles(report, directory)],
    'may-involve-lead': [report.mayInvolveLead ? 'yes' : 'no'],
    part: [...new Set(report.children.map((child) => child.part))],
    device: [image ? 'yes' : 'no'],
    image: [image ? 'yes' : 'no'],
  };
}
