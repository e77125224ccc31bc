import type { Agreement } from '../../policy/agreement.ts';
import type { Role } from '../../policy/facts.ts';
import type { SelfAudit, Training } from '../../policy/training.ts';
import type { Person } from '../directory.ts';
import { dueDayOf } from '../due-days.ts';
import type { AskKey, PersonRecord, Taken } from './state.ts';
import { uncovered, wholeOn } from './topics.ts';

/** An agreement with the hash of the text as it stands: the hash is made outside, as all hashing is. */
export interface Issue {
  readonly agreement: Agreement;
  readonly hash: string;
}

/** What the policy asks of people, as far as it can be asked: an agreement without its text is not among them. */
export interface Required {
  readonly training: readonly Training[];
  readonly audits: readonly SelfAudit[];
  readonly issues: readonly Issue[];
  /** The first day of the academic year. */
  readonly year: string;
}

export type Standing =
  /** To be done by its day, or late. */
  | 'open'
  | 'booked'
  /** They said that it is done, and somebody is to check it. */
  | 'to-check'
  /** They said that it is not theirs any more, and nobody has answered that yet. */
  | 'not-mine'
  | 'done';

/** One thing that is asked of one person. */
export type Ask = {
  readonly key: AskKey;
  /** The day by which it is to be done; for what is done, the next one. Undefined: never again. */
  readonly due: string | undefined;
  readonly standing: Standing;
  /** The last day on which it was done. */
  readonly last: string | undefined;
} & (
  | {
      readonly kind: 'training';
      readonly training: Training;
      /** Topics that the last time left out: until they are covered too, it is not done. */
      readonly missing: readonly string[];
    }
  | { readonly kind: 'agreement'; readonly issue: Issue }
  | { readonly kind: 'audit'; readonly audit: SelfAudit }
);

/** What was said and not refused since. */
const stands = ({ checked }: Taken): boolean => checked?.right !== false;

/** Done is: nothing is to be done for it before the next day comes near. */
export const isSettled = ({ standing }: Pick<Ask, 'standing'>): boolean =>
  standing === 'done' || standing === 'to-check';

/** What is asked for this many days before its day. */
const AHEAD = 30;

/** Whether its day is near or past. */
export const isNear = (due: string | undefined, today: string): boolean =>
  due !== undefined && due <= Temporal.PlainDate.from(today).add({ days: AHEAD }).toString();

export const isLate = (ask: Pick<Ask, 'due' | 'standing'>, today: string): boolean =>
  !isSettled(ask) && ask.standing !== 'not-mine' && ask.due !== undefined && ask.due < today;

const holdsOne = (person: Person, roles: readonly Role[]): boolean =>
  person.roles.some(({ role }) => roles.includes(role));

/** Since when it is theirs: the earliest of the roles that it is for. */
function sinceOf(record: PersonRecord, person: Person, roles: readonly Role[]): string {
  const days = person.roles
    .filter(({ role }) => roles.includes(role))
    .map(({ role }) => record.since[role] ?? person.started ?? record.began);
  return days.sort()[0] ?? record.began;
}

function standingOf(
  record: PersonRecord,
  key: AskKey,
  { due, last }: Pick<Ask, 'due' | 'last'>,
  today: string,
): Standing {
  const notMine = record.notMine[key];
  if (notMine !== undefined && notMine.answered?.right !== false) return 'not-mine';
  // What was never done is open however far its day is.
  if (due === undefined || (last !== undefined && !isNear(due, today))) return 'done';
  // A booking is over with its day.
  return (record.booked[key] ?? '') < today ? 'open' : 'booked';
}

function trainingAsk(
  record: PersonRecord,
  person: Person,
  training: Training,
  today: string,
  year: string,
): Ask {
  const key: AskKey = `training:${training.id}`;
  const taken = (record.taken[training.id] ?? []).filter(stands);
  const listed = training.refresher === true && person.trained !== undefined ? [person.trained] : [];
  const last = [...wholeOn(training, taken), ...listed].sort().at(-1);
  const known = { since: sinceOf(record, person, training.roles), began: record.began, last };
  const due = dueDayOf(training, known, year);
  const newest = taken.find(({ on }) => on === last);
  const unchecked = training.verify !== undefined && newest !== undefined && newest.checked === undefined;
  const standing = standingOf(record, key, { due, last }, today);
  return {
    kind: 'training',
    key,
    training,
    missing: uncovered(training, taken, last),
    due,
    last,
    standing: unchecked && standing === 'done' ? 'to-check' : standing,
  };
}

function agreementAsk(record: PersonRecord, issue: Issue, today: string): Ask {
  const { agreement, hash } = issue;
  const key: AskKey = `agreement:${agreement.id}`;
  const signed = (record.signed[agreement.id] ?? []).filter((each) => each.hash === hash).at(-1);
  const issuedOn = record.issued[agreement.id]?.hash === hash ? record.issued[agreement.id]?.on : undefined;
  const { every, within } = agreement;
  const add = (day: string, length: string) => Temporal.PlainDate.from(day).add(length).toString();
  const due =
    signed === undefined
      ? add(issuedOn ?? today, within)
      : every === undefined
        ? undefined
        : add(signed.on, every);
  // What was never signed is open from the first day, however far its last day is.
  const standing =
    signed === undefined && record.notMine[key] === undefined
      ? 'open'
      : standingOf(record, key, { due, last: signed?.on }, today);
  return { kind: 'agreement', key, issue, due, last: signed?.on, standing };
}

function auditAsk(record: PersonRecord, person: Person, audit: SelfAudit, today: string, year: string): Ask {
  const key: AskKey = `audit:${audit.id}`;
  const last = (record.audited[audit.id] ?? []).map(({ on }) => on).at(-1);
  const launched = record.launched[audit.id];
  const known = { since: sinceOf(record, person, audit.roles), began: record.began, last };
  const isAsked = launched !== undefined && (last === undefined || last < launched);
  const add = (day: string): string => Temporal.PlainDate.from(day).add(audit.within).toString();
  const days = isAsked ? [add(launched)] : [dueDayOf(audit, known, year)];
  // Answers are given here and nowhere else: nobody is late with them before Signpost could have asked.
  if (last === undefined && !isAsked) days.push(add(record.began));
  const due = days.includes(undefined) ? undefined : days.sort().at(-1);
  return {
    kind: 'audit',
    key,
    audit,
    due,
    last,
    standing:
      isAsked && record.notMine[key] === undefined ? 'open' : standingOf(record, key, { due, last }, today),
  };
}

/** Everything that is asked of this person, done or not, in the policy's order. Pure: the record and the day decide. */
export function asksOf(
  { training, audits, issues, year }: Required,
  person: Person,
  record: PersonRecord,
  today: string,
): readonly Ask[] {
  return [
    ...training
      .filter(({ roles }) => holdsOne(person, roles))
      .map((each) => trainingAsk(record, person, each, today, year)),
    ...issues
      .filter(({ agreement }) => agreement.for === 'people' && holdsOne(person, agreement.roles))
      .filter(({ agreement }) => agreement.whenNeeded !== true || record.signed[agreement.id] !== undefined)
      .map((issue) => agreementAsk(record, issue, today)),
    ...audits
      .filter(({ roles }) => holdsOne(person, roles))
      .map((each) => auditAsk(record, person, each, today, year)),
  ];
}
