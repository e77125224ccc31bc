import fc from 'fast-check';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import type { Plan } from '../../src/domain/case/plan.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import type { Facts } from '../../src/domain/policy/facts.ts';
import { Modality } from '../../src/domain/policy/step.ts';
import * as say from './case-commands.ts';
import {
  childOf,
  HALE,
  IRIS,
  MARLOW,
  OMAR,
  PIPPA,
  planOf,
  reportOf,
  routeOf,
  step,
  stepOf,
  WREN,
} from './case-parts.ts';
import * as work from './case-work-commands.ts';
import { RULES } from './given.ts';

const KINDS = ['tell', 'never', 'do', 'record', 'ask', 'decide', 'approve', 'refer', 'custody'] as const;
const ids = fc.constantFrom('any.a', 'any.b', 'any.c', 'any.c-1', 'any.c-2', 'asked.d');
const people = fc.constantFrom(IRIS, OMAR, WREN, HALE, MARLOW, PIPPA);

/** A step of any kind that waits for any others, in circles too. */
const plannedStep = (id: string) =>
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      modality: fc.constantFrom(...Modality.options),
      after: fc.uniqueArray(ids, { maxLength: 2 }),
      unlocks: fc.boolean(),
      each: fc.boolean(),
    })
    .map(({ kind, modality, after, unlocks, each }) =>
      stepOf(id, kind, {
        modality,
        after: after.map(step),
        ...(unlocks && kind === 'approve' && { unlocks: 'deletion' }),
        ...(each && id === 'any.c' && kind !== 'approve' && { each: 'child' }),
      }),
    );

const plan: fc.Arbitrary<Plan> = fc
  .record({
    steps: fc.tuple(plannedStep('any.a'), plannedStep('any.b'), plannedStep('any.c')),
    count: fc.nat(3),
    route: fc.constantFrom('about-a-child', 'about-an-adult'),
    urgency: fc.constantFrom<Plan['urgency'][]>('now', 'today', 'ordinary'),
  })
  .map(({ steps, count, route, urgency }) =>
    planOf({ steps: steps.slice(0, count), urgency, route: routeOf({ id: route }) }),
  );

/** Everything that a command could want; each takes what it needs. */
const wish = fc.record({
  by: people,
  who: people,
  minutes: fc.constantFrom(0, 1, 20, 70, 500),
  id: ids,
  asked: plannedStep('asked.d'),
  text: fc.constantFrom('', ' ', 'Some words.', 'Some words.', 'Some words.'),
  content: fc.constantFrom('first', 'second', 'third'),
  manned: fc.uniqueArray(fc.nat(4), { maxLength: 5 }),
  plan,
  facts: fc.constantFrom<Facts[]>({}, { adult: ['unsure'] }),
  report: fc
    .record({
      adults: fc.uniqueArray(people, { maxLength: 1 }),
      connected: fc.uniqueArray(people, { maxLength: 1 }),
      children: fc.uniqueArray(fc.constantFrom('Robin Example', 'Kim Example'), { minLength: 1 }),
    })
    .map(({ adults, connected, children }) =>
      reportOf({
        adults: adults.map((person) => ({ person })),
        connected,
        children: children.map(childOf),
      }),
    ),
  /** Of a child, a referral, a meeting or a task. */
  place: fc.nat(2),
  isStale: fc.boolean(),
  isConfirmed: fc.boolean(),
  because: fc.constantFrom<('waited' | 'unreachable')[]>('waited', 'unreachable'),
  action: fc.option(fc.constantFrom('b-1', 'b-2', 'b-3'), { nil: undefined }),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const TYPES: Readonly<Record<CaseCommand['type'], (w: Wish, at: number, seen: number) => CaseCommand>> = {
  RaiseAlert: ({ by, plan, manned, facts }, at) => say.alert({ at, plan, manned, facts }, by),
  ReportConcern: ({ by, plan, manned, facts, report, content }, at) =>
    say.report({ at, plan, manned, facts, report, content }, by),
  OpenRecord: ({ by }, at) => say.open(by, { at }),
  OpenRequest: ({ by }, at) => say.openRequest(by, { at }),
  RequestCard: ({ by }, at) => say.requestCard(by, { at }),
  TakeCase: ({ by }, at) => say.take(by, { at }),
  PassOn: ({ by, manned }, at) => say.passOn(by, manned, { at }),
  NamePersonInvolved: ({ by, who }, at) => say.nameInvolved(by, who, { at }),
  Triage: ({ by, plan, manned, facts }, at) => say.triage(by, { at, plan, manned, facts }),
  AddNote: ({ by, text }, at) => say.note(by, { at, text }),
  DoStep: ({ by, id, text }, at) => say.doStep(by, id, { at, answer: text }),
  ReasonAway: ({ by, id, text }, at) => say.reasonAway(by, id, { at, reason: text }),
  Decide: ({ by, id, text }, at, seen) => say.decideOn(by, id, seen, { at, reason: text }),
  RequestApproval: ({ by, asked, text }, at) => say.ask(by, asked, { at, text }),
  Inform: ({ by, id, text }, at) => say.tellRoles(by, id, { at, text }),
  ReplyToInform: ({ by, id, text }, at) => say.replyToInform(by, id, { at, text }),
  KeepChildRecord: (_, at) => say.keepChild({ at }),
  ChaseSteps: (_, at) => say.chase({ at }),
  Approve: ({ by, id, text }, at, seen) => say.approve(by, id, seen, { at, reason: text }),
  Decline: ({ by, id, text }, at, seen) => say.decline(by, id, seen, { at, reason: text }),
  AskReporter: ({ by, text }, at) => say.askReporter(by, { at, question: text }),
  GiveInformation: ({ by, text }, at) => say.inform(by, { at, text }),
  RecordReferral: ({ by, id, text }, at) => say.refer(by, { at, step: step(id), who: text }),
  RecordOwnCall: ({ by, text }, at) => say.ownCall(by, { at, who: text }),
  RaiseAgain: ({ by, manned, text }, at) => say.raiseAgain(by, { at, manned, reason: text }),
  Escalate: ({ manned, because }, at) => say.escalate(manned, { at, because }),
  Close: ({ by, text, isConfirmed }, at, seen) =>
    say.close(by, seen, { at, reason: text, confirmed: isConfirmed }),
  Reopen: ({ by, text }, at) => say.reopen(by, { at, reason: text }),
  RecordDecision: ({ by, text }, at) => work.recordDecision(by, { at, reason: text }),
  LinkChild: ({ by, place, isStale }, at) =>
    work.link(by, { at, child: place, register: isStale ? work.KIM : work.ROBIN }),
  LeaveUnsure: ({ by, place }, at) => work.leaveUnsure(by, { at, child: place }),
  UndoLink: ({ by, place, text, isStale }, at) =>
    work.undoLink(by, { at, child: place, reason: text, seen: isStale }),
  AskStrike: ({ by, place, text }, at) => work.askStrike(by, { at, child: place, reason: text }),
  AgreeStrike: ({ by, place, who }, at) => work.agreeStrike(by, { at, child: place, seenBy: [who] }),
  DeclineStrike: ({ by, place, text }, at) => work.declineStrike(by, { at, child: place, reason: text }),
  RecordReply: ({ by, place, text, isStale }, at) =>
    work.reply(by, { at, referral: place, text, outcome: isStale ? 'more-asked' : 'accepted' }),
  EscalateReferral: ({ by, place, text }, at) =>
    work.escalateReferral(by, { at, referral: place, who: text }),
  ChaseReferrals: ({ by }, at) => work.chaseReferrals(by, { at }),
  PlanMeeting: ({ by, text }, at) => work.planMeeting(by, { at, where: text }),
  EndMeeting: ({ by, place, text, isStale }, at) =>
    work.endMeeting(by, { at, meeting: place, text, held: isStale }),
  GiveTask: ({ by, who, text }, at) => work.giveTask(by, { at, to: who, text }),
  OpenTask: ({ by, place }, at) => work.openTask(by, { at, task: place }),
  RemindOfWork: ({ by }, at) => work.remind(by, { at }),
  AnswerTask: ({ by, place, text, isStale }, at) =>
    work.answerTask(by, { at, task: place, text, done: isStale }),
  HandOver: ({ by, who, text }, at) => work.handOver(by, { at, to: who, note: text }),
  LeaveDuty: ({ by }, at) => work.leaveDuty(by, { at }),
  DecideThreshold: ({ by, text, isStale }, at) =>
    work.judge(by, {
      at,
      reason: text,
      limbs: isStale ? ['risk'] : [],
      outcome: isStale ? 'met' : 'not-met',
    }),
  KeepLowLevel: ({ by }, at) => work.keepLowLevel(by, { at }),
  EndDrill: ({ by }, at) => work.endDrill(by, { at }),
  HandOut: ({ by, text }, at) => work.handOut(by, { at, reader: text }),
};
export const COMMAND_TYPES = Object.keys(TYPES) as readonly CaseCommand['type'][];

const wanted = fc.record({ type: fc.constantFrom(...COMMAND_TYPES), wish });
export type Wanted = typeof wanted extends fc.Arbitrary<infer T> ? T : never;

/** The command that is meant, on the case as it is. */
export function commandOf(
  { type, wish: mine }: Wanted,
  state: CaseState | undefined,
  at: number,
): CaseCommand {
  const seen = (state?.decisionVersion ?? 0) - (mine.isStale ? 1 : 0);
  const { action } = mine;
  return { ...TYPES[type](mine, at, seen), ...(action !== undefined && { action }) };
}

export interface Moment {
  readonly command: CaseCommand;
  readonly before: CaseState | undefined;
  readonly decision: ReturnType<typeof decide>;
  readonly after: CaseState | undefined;
}

/** What people asked for, one after the other, as it went. */
export function live(wishes: readonly Wanted[]): readonly Moment[] {
  let state: CaseState | undefined;
  let at = 0;
  return wishes.map((each) => {
    at += each.wish.minutes;
    const before = state;
    const command = commandOf(each, before, at);
    const decision = decide(command, before, RULES);
    if (decision.ok) state = decision.value.reduce<CaseState | undefined>(evolve, before);
    return { command, before, decision, after: state };
  });
}

export const eventsOf = (moments: readonly Moment[]): readonly CaseEvent[] =>
  moments.flatMap(({ decision }) => (decision.ok ? decision.value : []));

const begins = wish.map(
  (mine): Wanted => ({ type: mine.isStale ? 'RaiseAlert' : 'ReportConcern', wish: mine }),
);

/** Up to forty wishes; most begin with an alert or a report. */
export const wishes = fc.oneof(
  fc.array(wanted, { maxLength: 15 }),
  fc.tuple(begins, fc.array(wanted, { maxLength: 40 })).map(([first, rest]) => [first, ...rest]),
);
export const anyWish = wanted;
