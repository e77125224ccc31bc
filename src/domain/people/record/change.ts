import { ok, type Result, refuse } from '../../result.ts';
import { type Ask, isSettled } from './asks.ts';
import { type Act, checkDay } from './days.ts';
import type { PersonEvent } from './events.ts';
import { isToldOn, isUpNow } from './nudges.ts';
import type { AskKey, Audited, PersonRecord, Signed, Taken } from './state.ts';

/** What a change makes of a record, and what is written down for good; without an event it is only about reminding. */
export interface Change {
  readonly record: PersonRecord;
  readonly event?: PersonEvent;
}
export type Changed = Result<
  Change,
  /** Somebody did it before, or nothing of this is asked. */
  | 'nothing-new'
  | 'future'
  /** Before the day on which they were born to us: no date that anybody means. */
  | 'too-old'
  | 'past'
  /** Booked for a day so far away that nobody means it. */
  | 'far'
  | 'empty'
  | 'no-certificate'
  | 'no-reason'
  | 'unanswered'
  /** The text has changed since it was opened. */
  | 'other-text'
>;

/** Whoever books further ahead has not booked. */
const FURTHEST = 'P12M';

const without = <Value>(all: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));

const quietAgain = (record: PersonRecord, key: AskKey): PersonRecord => ({
  ...record,
  booked: without(record.booked, key),
  later: without(record.later, key),
});

type Took = Pick<Taken, 'on'> & {
  readonly certificate?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly session?: Taken['session'];
};

/** "I have done it", or somebody who leads recorded it for them; then it needs nobody to check it. */
export function take(
  record: PersonRecord,
  ask: Extract<Ask, { kind: 'training' }>,
  took: Took,
  { by, at, today }: Act,
): Changed {
  const { training } = ask;
  const wrong = checkDay(took.on, today);
  if (wrong !== undefined) return refuse(wrong);
  const own = by === record.person;
  const certificate = took.certificate?.trim() ?? '';
  if (own && training.certificate && certificate === '') return refuse('no-certificate');
  const before = record.taken[training.id] ?? [];
  if (before.some(({ on, checked }) => on === took.on && checked?.right !== false))
    return refuse('nothing-new');
  const taken: Taken = {
    on: took.on,
    at,
    by,
    ...(certificate !== '' && { certificate }),
    ...(took.topics && { topics: [...took.topics] }),
    ...(took.session && { session: took.session }),
    ...(!own && { checked: { by, at, right: true, why: '' } }),
  };
  return ok({
    record: {
      ...quietAgain(record, ask.key),
      // Whoever does it after all takes back that it is not theirs.
      ...(record.notMine[ask.key]?.answered === undefined && { notMine: without(record.notMine, ask.key) }),
      taken: { ...record.taken, [training.id]: [...before, taken] },
    },
    event: { type: 'TrainingTaken', training: training.id, taken },
  });
}

/** Whoever may check it says that it is right, or why not; never one's own. */
export function check(
  record: PersonRecord,
  training: string,
  { on, right, why }: { readonly on: string; readonly right: boolean; readonly why: string },
  { by, at }: Act,
): Changed {
  const all = record.taken[training] ?? [];
  const open = all.find((each) => each.on === on && each.checked === undefined);
  if (open === undefined || by === record.person) return refuse('nothing-new');
  if (!right && why === '') return refuse('no-reason');
  const checked = { by, at, right, why };
  return ok({
    record: {
      ...record,
      taken: {
        ...record.taken,
        [training]: all.map((each) => (each === open ? { ...each, checked } : each)),
      },
      // Told anew at once: they think that it is done.
      ...(!right && { told: without(record.told, `training:${training}`) }),
    },
    event: { type: 'TrainingChecked', training, on, right, why, by, at },
  });
}

export function book(record: PersonRecord, ask: Ask, on: string, { by, at, today }: Act): Changed {
  if (isSettled(ask)) return refuse('nothing-new');
  if (on < today) return refuse('past');
  if (on > Temporal.PlainDate.from(today).add(FURTHEST).toString()) return refuse('far');
  return ok({
    record: { ...record, booked: { ...record.booked, [ask.key]: on } },
    event: { type: 'Booked', key: ask.key, on, by, at },
  });
}

/** "Remind me next week": of everything that is open now. */
export function later(record: PersonRecord, asks: readonly Ask[], day: string): Changed {
  const keys = asks.filter((ask) => !isSettled(ask)).map(({ key }) => [key, day] as const);
  if (keys.length === 0) return refuse('nothing-new');
  return ok({ record: { ...record, later: { ...record.later, ...Object.fromEntries(keys) } } });
}

/** "Not me any more": nobody is reminded of it until somebody who leads has answered. */
export function sayNotMine(record: PersonRecord, ask: Ask, { by, at }: Act): Changed {
  if (record.notMine[ask.key] !== undefined && record.notMine[ask.key]?.answered === undefined)
    return refuse('nothing-new');
  return ok({
    record: { ...quietAgain(record, ask.key), notMine: { ...record.notMine, [ask.key]: { at } } },
    event: { type: 'SaidNotTheirs', key: ask.key, by, at },
  });
}

export function answerNotMine(record: PersonRecord, key: AskKey, right: boolean, { by, at }: Act): Changed {
  const said = record.notMine[key];
  if (said === undefined || said.answered !== undefined || by === record.person) return refuse('nothing-new');
  return ok({
    record: {
      ...record,
      notMine: { ...record.notMine, [key]: { ...said, answered: { by, at, right } } },
      ...(!right && { told: without(record.told, key) }),
    },
    event: { type: 'NotTheirsAnswered', key, right, by, at },
  });
}

/** Signed is the text that was read: `hash` comes with the button. */
export function sign(
  record: PersonRecord,
  ask: Extract<Ask, { kind: 'agreement' }>,
  signed: Signed,
): Changed {
  const { agreement, hash } = ask.issue;
  if (signed.hash !== hash) return refuse('other-text');
  if (isSettled(ask)) return refuse('nothing-new');
  return ok({
    record: {
      ...quietAgain(record, ask.key),
      signed: { ...record.signed, [agreement.id]: [...(record.signed[agreement.id] ?? []), signed] },
    },
    event: { type: 'AgreementSigned', agreement: agreement.id, signed },
  });
}

export function fillAudit(
  record: PersonRecord,
  ask: Extract<Ask, { kind: 'audit' }>,
  audited: Audited,
): Changed {
  const { id, questions } = ask.audit;
  if (audited.answers.length < questions.length) return refuse('unanswered');
  return ok({
    record: {
      ...quietAgain(record, ask.key),
      audited: { ...record.audited, [id]: [...(record.audited[id] ?? []), audited] },
    },
    event: { type: 'SelfAuditFilled', audit: id, audited },
  });
}

/** The lead asks for it now; twice on one day is once. */
export function launch(record: PersonRecord, audit: string, { by, at, today }: Act): Changed {
  if (record.launched[audit] === today) return refuse('nothing-new');
  return ok({
    record: {
      ...record,
      launched: { ...record.launched, [audit]: today },
      told: without(record.told, `audit:${audit}`),
    },
    event: { type: 'SelfAuditLaunched', audit, on: today, by, at },
  });
}

const toldOf = (record: PersonRecord, keys: readonly AskKey[], today: string): PersonRecord => ({
  ...record,
  round: record.round + 1,
  told: { ...record.told, ...Object.fromEntries(keys.map((key) => [key, today])) },
});

/** Somebody who leads pressed "Remind them": everything that is open, at most once a day. */
export function nudge(record: PersonRecord, asks: readonly Ask[], { by, at, today }: Act): Changed {
  const keys = asks
    .filter((ask) => ask.standing === 'open' && isUpNow(record, ask, today) && record.told[ask.key] !== today)
    .map(({ key }) => key);
  if (keys.length === 0) return refuse('nothing-new');
  return ok({
    record: toldOf(record, keys, today),
    event: { type: 'NudgedByHand', keys, on: today, by, at },
  });
}

/** The clock: one new card with everything that is open, on a day on which something of it is to be told. */
export function look(record: PersonRecord, asks: readonly Ask[], today: string): Changed {
  if (!asks.some((ask) => isToldOn(record, ask, today))) return refuse('nothing-new');
  const keys = asks
    .filter((ask) => ask.standing === 'open' && isUpNow(record, ask, today))
    .map(({ key }) => key);
  return ok({ record: toldOf(record, keys, today), event: { type: 'Nudged', keys, on: today } });
}

/** New texts are issued on the day on which they are first seen for this person. */
export function issue(record: PersonRecord, asks: readonly Ask[], today: string): PersonRecord {
  const fresh = asks.flatMap((ask) =>
    ask.kind === 'agreement' && record.issued[ask.issue.agreement.id]?.hash !== ask.issue.hash
      ? [[ask.issue.agreement.id, { hash: ask.issue.hash, on: today }] as const]
      : [],
  );
  return fresh.length === 0
    ? record
    : { ...record, issued: { ...record.issued, ...Object.fromEntries(fresh) } };
}
