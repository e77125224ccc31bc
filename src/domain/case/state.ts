import { z } from 'zod';
import { Instant, PersonId, RecordId, SiteId, StepId } from '../ids.ts';
import { Facts, Role } from '../policy/facts.ts';
import { type Calendar, endOfWait } from '../time/working-time.ts';
import { LadderClock } from './ladder-clock.ts';
import { askedOnce } from './once.ts';
import { Plan, PlannedStep } from './plan.ts';
import { Child, Report } from './report.ts';
import { Link, Struck } from './work/links.ts';
import { Meeting } from './work/meetings.ts';
import { Referral } from './work/referrals.ts';
import { Task } from './work/tasks.ts';
import { Threshold } from './work/threshold.ts';

/** How a step stands. `waiting` is the only one that can still be acted on. */
export const StepStanding = z.discriminatedUnion('standing', [
  /** `last`: an answer that was written down and leaves it open. */
  z.strictObject({
    standing: z.literal('waiting'),
    last: z.strictObject({ answer: z.string(), by: PersonId, at: Instant }).optional(),
  }),
  z.strictObject({ standing: z.literal('done'), by: PersonId, at: Instant, answer: z.string() }),
  z.strictObject({ standing: z.literal('approved'), by: PersonId, at: Instant }),
  z.strictObject({ standing: z.literal('refused'), by: PersonId, at: Instant }),
  z.strictObject({ standing: z.literal('reasoned-away'), by: PersonId, at: Instant }),
]);
export const CaseStep = z.strictObject({
  step: PlannedStep,
  /** Who asked for it; a step that the policy generates has nobody. */
  proposedBy: PersonId.optional(),
  /** When it became part of the case: its `within` counts from here, or from the answer that it waited for. */
  since: Instant,
  now: StepStanding,
});
export type CaseStep = z.infer<typeof CaseStep>;

export const Informed = z.strictObject({
  step: StepId,
  to: z.array(Role),
  text: z.string(),
  at: Instant,
  /** Absent: it went with the report. */
  by: PersonId.optional(),
  replies: z.array(z.strictObject({ by: PersonId, at: Instant, text: z.string() })),
});
export type Informed = z.infer<typeof Informed>;

const base = {
  site: SiteId,
  reporter: PersonId,
  reportedAt: Instant,
  /** Absent while only an alert was raised: who, where and a number to call are all there is. */
  report: Report.optional(),
  /** Every child that a report has named; each keeps its place. */
  children: z.array(Child).default([]),
  /** When the report as it stands was sent: whoever opened before that has not seen who is in it. */
  writtenAt: Instant.optional(),
  /** Keyed hash of the report as sent, so that a second press is told from a second report. */
  content: z.string(),
  alert: z
    .strictObject({ at: Instant, byItself: z.boolean(), where: z.string(), callback: z.string() })
    .optional(),
  /** An adult may be a lead: leads are left out until somebody independent has looked. */
  mayInvolveLead: z.boolean(),
  facts: Facts,
  plan: Plan,
  steps: z.array(CaseStep),
  /** Lowest rung that has been called is 0; everyone up to `rung` may act. */
  rung: z.int(),
  exhausted: z.boolean(),
  /** Absent while nothing is waited for. */
  clock: LadderClock.optional(),
  /** Who must learn nothing more, besides those the report names. */
  conflicted: z.array(PersonId),
  /** Each person once, the latest last; every opening is an event. */
  openedBy: z.array(z.strictObject({ by: PersonId, at: Instant })),
  /** Who asked for a card of their own (from a channel). */
  cardsFor: z.array(PersonId),
  question: z.strictObject({ by: PersonId, at: Instant, question: z.string() }).optional(),
  /** The other record of the same event: this one is the `side` of it. */
  beside: z
    .strictObject({
      record: RecordId,
      side: z.enum(['child', 'adult']),
      content: z.string(),
      conflicted: z.array(PersonId),
    })
    .optional(),
  /** What roles of the organisation were told, and what they answered. */
  informed: z.array(Informed),
  /** Which children of the register its children are, as leads said; entries on a wrong one; and where nobody was sure. */
  links: z.array(Link).default([]),
  struck: z.array(Struck).default([]),
  notSure: z.array(z.int()).default([]),
  referrals: z.array(Referral).default([]),
  meetings: z.array(Meeting).default([]),
  tasks: z.array(Task).default([]),
  /** To whom its owner handed it, until somebody has it. */
  handed: z.strictObject({ from: PersonId, to: PersonId, note: z.string(), at: Instant }).optional(),
  /** How often an owner gave it out of their hands. */
  handedOver: z.int().default(0),
  threshold: Threshold.optional(),
  /** Its entry among the low-level concerns. */
  lowLevel: RecordId.optional(),
  /** When it was last copied into another system, and how many events it had then. */
  copied: z.strictObject({ by: PersonId, at: Instant, events: z.int() }).optional(),
  /** Steps whose time was over before they were done. */
  late: z.array(StepId),
  raisedAgain: z.int(),
  amended: z.int(),
  /** How often the reporter added something. */
  added: z.int(),
  /** Moved by what a later decision must have seen; not by openings, notes or deliveries. */
  decisionVersion: z.int(),
  /** How many events led here. */
  events: z.int(),
  /** The last hundred buttons that took effect, each with the person. */
  applied: z.array(z.string()),
};

/** Where the case stands: each member holds only what that status has. */
export const Progress = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('new') }),
  z.strictObject({ status: z.literal('opened'), at: Instant }),
  /** `late`: no first decision came in time, so others were called and may take it over. */
  z.strictObject({ status: z.literal('owned'), owner: PersonId, at: Instant, late: z.boolean() }),
  z.strictObject({ status: z.literal('closed'), by: PersonId, at: Instant, line: z.string() }),
]);
export type Progress = z.infer<typeof Progress>;

export const CaseState = z.strictObject({ ...base, progress: Progress });
export type CaseState = z.infer<typeof CaseState>;

/** Whether a step is part of the case: what it was `given` holds. What was acted on stays. */
function isThere(state: Pick<CaseState, 'steps'>, { step, now }: CaseStep): boolean {
  if (now.standing !== 'waiting' || step.given === undefined) return true;
  return Object.entries(step.given).every(([id, answers]) => {
    const asked = state.steps.find((each) => each.step.id === id)?.now;
    return asked?.standing === 'done' && answers.includes(asked.answer);
  });
}

/** Every step that is part of the case now, in order: answers bring steps, and take none away that was acted on. */
export const stepsOf = (state: Pick<CaseState, 'steps'>): readonly CaseStep[] =>
  askedOnce(state.steps.filter((each) => isThere(state, each)));

export const stepOf = (state: CaseState, id: StepId): CaseStep | undefined =>
  stepsOf(state).find(({ step }) => step.id === id);

export const isWaiting = ({ now }: CaseStep): boolean => now.standing === 'waiting';

/** `tell` and `never` are read, not pressed. */
export const needsDoing = ({ step }: CaseStep): boolean => step.kind !== 'tell' && step.kind !== 'never';

/** Only a yes opens what waits for an approval; a reason instead opens no deletion. */
function opens(first: CaseStep, step: PlannedStep): boolean {
  const { standing } = first.now;
  if (first.step.kind === 'approve') return standing === 'approved';
  return standing === 'done' || (standing === 'reasoned-away' && step.unlocks === undefined);
}

const locksIn = (there: readonly CaseStep[], { step }: CaseStep): readonly CaseStep[] =>
  there.filter((other) => step.after.includes(other.step.id) && needsDoing(other) && !opens(other, step));

/** Steps that must come first and have not. */
export const lockedBy = (state: CaseState, each: CaseStep): readonly CaseStep[] =>
  each.step.after.length === 0 ? [] : locksIn(stepsOf(state), each);

/** Whether a step can never be done any more: what it waits for was refused. */
export const isShut = (state: CaseState, each: CaseStep, seen: readonly StepId[] = []): boolean =>
  !seen.includes(each.step.id) &&
  lockedBy(state, each).some((lock) => !isWaiting(lock) || isShut(state, lock, [...seen, each.step.id]));

/** Steps that somebody can do now. */
export function openSteps(state: CaseState): readonly CaseStep[] {
  const there = stepsOf(state);
  return there.filter((each) => needsDoing(each) && isWaiting(each) && locksIn(there, each).length === 0);
}

/** Until when the policy wants a step done; undefined: before closing. */
export function dueOf(state: CaseState, { step, since }: CaseStep, calendar: Calendar): Instant | undefined {
  if (step.within === undefined) return undefined;
  const answered = Object.keys(step.given ?? {}).flatMap((id) => {
    const asked = state.steps.find((each) => each.step.id === id)?.now;
    return asked?.standing === 'done' ? [asked.at] : [];
  });
  const from = [since, ...answered].sort().at(-1) ?? since;
  return endOfWait(from, step.within, state.plan.urgency, calendar);
}

/** The owner, or nobody. */
export const ownerOf = (state: CaseState): PersonId | undefined =>
  state.progress.status === 'owned' ? state.progress.owner : undefined;

/** Whether this person has opened the case since its report was sent. */
export const hasSeen = ({ openedBy, writtenAt }: CaseState, person: PersonId): boolean =>
  openedBy.some(({ by, at }) => by === person && (writtenAt === undefined || at >= writtenAt));

/** Whether "I have this" still means something: nobody has it, or whoever has it is late. */
export const canBeTaken = ({ progress }: CaseState): boolean =>
  progress.status === 'owned' ? progress.late : progress.status !== 'closed';

/** Whether nobody has the case once this person is out of it: its owner, whom it was handed to, or the only one who opened it. */
export function leavesNobody(
  { progress, openedBy, conflicted, handed }: CaseState,
  person: PersonId,
): boolean {
  if (progress.status === 'owned') return progress.owner === person;
  if (progress.status !== 'opened') return false;
  if (handed?.to === person) return true;
  return openedBy.every(({ by }) => by === person || conflicted.includes(by));
}
