import type { CaseBrief } from '../case/brief.ts';
import type { Instant, PersonId } from '../ids.ts';

/** Why a case is on somebody's desk, in the order in which it is read. */
export const DESK_GROUPS = [
  'unopened',
  'handed',
  'mine',
  'before-home',
  'late',
  'referrals',
  'meetings',
  'asked',
  'tasks',
  'unmatched',
  'not-copied',
] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

export const isDeskGroup = (text: string): text is DeskGroup => DESK_GROUPS.some((group) => group === text);

/** What cannot wait until tomorrow. */
export const CANNOT_WAIT: readonly DeskGroup[] = ['unopened', 'handed', 'before-home', 'late'];

/** Whose desk, and which moments of it count. */
export interface DeskDay {
  readonly viewer: PersonId;
  readonly now: Instant;
  /** When this day began. */
  readonly began: Instant;
  /** When people go home today; on a day that is closed, now. */
  readonly home: Instant;
  /** Meetings up to here are shown. */
  readonly soon: Instant;
  /** Another system keeps the record. */
  readonly elsewhere: boolean;
  /** Whether this person keeps the register of that site. */
  readonly keepsRegister: (site: CaseBrief['site']) => boolean;
}

const first = (times: readonly Instant[]): Instant | undefined => times.toSorted()[0];

/** Of each group: since when or until when it waits; undefined: it does not. */
const WAITS: Readonly<Record<DeskGroup, (brief: CaseBrief, day: DeskDay) => Instant | undefined>> = {
  unopened: ({ status, reportedAt }) => (status === 'new' ? reportedAt : undefined),
  handed: ({ status, handedTo, reportedAt }, { viewer }) =>
    status !== 'closed' && handedTo === viewer ? reportedAt : undefined,
  mine: ({ owner, reportedAt }, { viewer }) => (owner === viewer ? reportedAt : undefined),
  'before-home': ({ status, urgency, due, reportedAt }, { now, began, home }) => {
    if (status === 'closed') return undefined;
    if (due !== undefined && due > now && due <= home) return due;
    // Once somebody has it, its urgent day ends with the day: after that its steps have times of their own.
    const isOfToday = status !== 'owned' || reportedAt >= began;
    return urgency !== 'ordinary' && isOfToday ? reportedAt : undefined;
  },
  late: ({ status, late, due, reportedAt }, { now }) => {
    if (status === 'closed') return undefined;
    if (due !== undefined && due <= now) return due;
    return late > 0 ? reportedAt : undefined;
  },
  // A reply is waited for after closing too.
  referrals: ({ waits, reportedAt }) =>
    waits.length === 0 ? undefined : (first(waits.flatMap(({ due }) => due ?? [])) ?? reportedAt),
  // One that is over and still planned waits for what came of it.
  meetings: ({ status, meetings }, { soon }) =>
    status === 'closed' ? undefined : first(meetings.map(({ when }) => when).filter((when) => when <= soon)),
  asked: ({ status, askedAt }) => (status === 'closed' ? undefined : askedAt),
  tasks: ({ tasks, reportedAt }) => (tasks > 0 ? reportedAt : undefined),
  unmatched: ({ status, children, site, reportedAt }, { keepsRegister }) =>
    status !== 'closed' && keepsRegister(site) && children.some(({ register }) => register === undefined)
      ? reportedAt
      : undefined,
  'not-copied': ({ copied, drill, reportedAt }, { elsewhere }) =>
    elsewhere && copied === undefined && drill === undefined ? reportedAt : undefined,
};

/** Since when, or until when, this case waits for that reason; undefined: it does not. */
export const waitsFor = (group: DeskGroup, brief: CaseBrief, day: DeskDay): Instant | undefined =>
  WAITS[group](brief, day);

export interface Waiting<Case> {
  readonly case: Case;
  /** What it waits since, or until. */
  readonly at: Instant;
}

/** The cases of one group, the most pressing first. */
export const groupOf = <Case extends { readonly brief: CaseBrief }>(
  group: DeskGroup,
  cases: readonly Case[],
  day: DeskDay,
): readonly Waiting<Case>[] =>
  cases
    .flatMap((each) => {
      const at = waitsFor(group, each.brief, day);
      return at === undefined ? [] : [{ case: each, at }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
