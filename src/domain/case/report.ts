import { z } from 'zod';
import { PersonId } from '../ids.ts';
import { type Directory, type Person, personById } from '../people/directory.ts';
import { FACTS, type Facts } from '../policy/facts.ts';
import type { TechnicalPart } from '../policy/step.ts';

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
  heard: z.enum(FACTS.heard),
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
  /** For something online or unsafe: the address as text, and the device by name or number. No child, no story. */
  page: text(LONGEST.short),
  device: text(LONGEST.name),
});
export type Account = z.infer<typeof Account>;

const PART = {
  page: ({ page }: Account) => page,
  device: ({ device }: Account) => device,
  when: ({ date, time }: Account) => `${date} ${time}`.trim(),
} as const satisfies Record<TechnicalPart, (account: Account) => string>;

/** Address, device and time, a line each: what somebody who runs the systems may know. */
export function technicalPart(account: Account, parts: readonly TechnicalPart[]): string {
  const lines = parts.map((part) => PART[part](account)).filter((line) => line !== '');
  return account.page === '' && account.device === '' ? '' : lines.join('\n');
}

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
  /** Whose words these are, where somebody without an account was written for: read back to them or not. */
  behalf: z
    .strictObject({
      name: text(LONGEST.name),
      employer: text(LONGEST.short),
      readBack: z.enum(['yes', 'no']),
    })
    .optional(),
  /** Written down on paper first, or told to a lead: the day and time of that, and why it is entered only now. */
  late: z.strictObject({ date: text(20), time: text(20), why: text(LONGEST.short) }).optional(),
  /** The adult in it is whoever reports. */
  self: z.literal(true).optional(),
  /** Nothing of it is real: it tries out who answers, and how soon. */
  drill: z.literal(true).optional(),
});
export type Report = z.infer<typeof Report>;

/** People of the directory who must learn nothing: those in it, and those the reporter calls connected. */
export const involved = (report: Pick<Report, 'adults' | 'connected'>): readonly PersonId[] => [
  ...report.adults.flatMap((adult) => ('person' in adult ? [adult.person] : [])),
  ...report.connected,
];

/** A shorter word of a name is an initial or a title. */
const TELLING = 3;
const wordsOf = (name: string): readonly string[] =>
  name
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= TELLING);

/** Spelt alike as far as the shorter goes: "Iris" and "Iri", "Kaye" and "Kay". */
const alike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** People of the directory whom a typed name may mean. Too many are left out rather than one too few. */
const meantBy = (name: string, directory: Directory): readonly Person[] =>
  directory.people.filter((person) =>
    wordsOf(person.name).some((own) => wordsOf(name).some((word) => alike(own, word))),
  );

const typedNames = ({ adults }: Pick<Report, 'adults'>): readonly string[] =>
  adults.flatMap((adult) => ('name' in adult ? [adult.name] : []));

/** Whoever may be meant by a name that was typed and not picked: they must learn nothing either. */
export const perhapsInvolved = (report: Pick<Report, 'adults'>, directory: Directory): readonly PersonId[] =>
  typedNames(report).flatMap((name) => meantBy(name, directory).map(({ id }) => id));

/** A typed name that means nobody we know may mean anybody: then nobody knows which adult it is. */
export const isAnyone = (report: Pick<Report, 'adults'>, directory: Directory): boolean =>
  typedNames(report).some((name) => meantBy(name, directory).length === 0);

/** Every role that the adults in it hold, or may hold, at any site; a typed name is `not-listed` as well. */
export function adultRoles({ adults }: Pick<Report, 'adults'>, directory: Directory): readonly string[] {
  const roles = adults.flatMap((adult): readonly string[] => {
    const picked = 'person' in adult ? personById(directory, adult.person) : undefined;
    const people = 'name' in adult ? meantBy(adult.name, directory) : picked === undefined ? [] : [picked];
    return [
      ...(picked === undefined ? ['not-listed'] : []),
      ...people.flatMap((person) => person.roles.map(({ role }) => role)),
    ];
  });
  return [...new Set(roles)];
}

/** A ticked "how an adult here behaves" outweighs a "no" a step earlier: unsure protects more. */
function adultAnswers(report: Report, directory: Directory): string[] {
  if (report.adult === 'no') return [report.harms.includes('adult-behaviour') ? 'unsure' : 'no'];
  return isAnyone(report, directory) && report.adult === 'yes' ? ['yes', 'unsure'] : [report.adult];
}

/** What rules may ask about a report. */
export function factsOf(report: Report, directory: Directory): Facts {
  const image = report.harms.includes('images');
  return {
    danger: [report.danger],
    harm: [...report.harms],
    adult: adultAnswers(report, directory),
    'adult-role': [...adultRoles(report, directory)],
    'may-involve-lead': [report.mayInvolveLead ? 'yes' : 'no'],
    part: [...new Set(report.children.map((child) => child.part))],
    heard: [report.account.heard],
    device: [image ? 'yes' : 'no'],
    image: [image ? 'yes' : 'no'],
  };
}
