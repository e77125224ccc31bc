import type { Instant } from '../ids.ts';
import { type Calendar, later } from '../time/working-time.ts';
import { nextDue } from './late.ts';
import type { CaseState } from './state.ts';
import { nextUnanswered } from './work/referrals.ts';
import { nextReminder } from './work/reminders.ts';

/** Longer, and nobody answers a drill any more. */
const DRILL_RUNS = { hours: 2 } as const;

const drillEnds = ({ report, reportedAt }: CaseState): Instant | undefined =>
  report?.drill === true ? later(reportedAt, DRILL_RUNS) : undefined;

/** What the clock alone does to an open case, by its command; the ladder has a clock of its own. */
const NEXT = {
  ChaseSteps: nextDue,
  ChaseReferrals: nextUnanswered,
  RemindOfWork: nextReminder,
  EndDrill: drillEnds,
} as const satisfies Readonly<Record<string, (state: CaseState, calendar: Calendar) => Instant | undefined>>;
type Clocked = keyof typeof NEXT;
const CLOCKED: readonly Clocked[] = ['ChaseSteps', 'ChaseReferrals', 'RemindOfWork', 'EndDrill'];

const nextOf = (type: Clocked, state: CaseState, calendar: Calendar): Instant | undefined =>
  state.progress.status === 'closed' ? undefined : NEXT[type](state, calendar);

/** When the first of them is due: when it has come, what is then done brings the next. */
export const nextClock = (state: CaseState, calendar: Calendar): Instant | undefined =>
  CLOCKED.flatMap((type) => nextOf(type, state, calendar) ?? []).sort()[0];

/** Those that are due. */
export const clocksDue = (state: CaseState, at: Instant, calendar: Calendar): readonly Clocked[] =>
  CLOCKED.filter((type) => {
    const next = nextOf(type, state, calendar);
    return next !== undefined && next <= at;
  });
