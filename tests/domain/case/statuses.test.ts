import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import { decide } from '../../../src/domain/case/decide.ts';
import { COMMAND_TYPES } from '../../support/case-arbitraries.ts';
import * as say from '../../support/case-commands.ts';
import { IRIS, OMAR, PIPPA, planOf, stepOf, WREN } from '../../support/case-parts.ts';
import * as work from '../../support/case-work-commands.ts';
import { history, RULES, stateAfter } from '../../support/given.ts';

const wanted = stepOf('asked.release-1', 'approve', { modality: 'may' });
const plan = planOf({
  steps: [
    stepOf('any.do', 'do', { modality: 'may' }),
    stepOf('any.decision', 'decide', { modality: 'may' }),
    stepOf('any.agree', 'approve', { modality: 'may' }),
    stepOf('any.tell', 'inform', { modality: 'may', to: ['it-lead'], within: 'PT1H' }),
  ],
});
const SEEN = 1;

/** One case in each status, and what there is before a case. */
const CASES = {
  none: [],
  new: [say.report({ plan })],
  opened: [say.report({ plan }), say.open(IRIS)],
  owned: [say.report({ plan }), say.take(IRIS)],
  closed: [say.report({ plan }), say.take(IRIS), say.close(IRIS, SEEN)],
} as const satisfies Readonly<Record<string, readonly CaseCommand[]>>;
type Where = keyof typeof CASES;
const WHERE = Object.keys(CASES) as readonly Where[];

/** Past the time at which every ladder waits, and on what is known at that time. */
const LATE = { at: 900 };
const seenIn = (where: Where) => (where === 'closed' ? SEEN + 1 : SEEN);
const COMMANDS: Readonly<Record<CaseCommand['type'], (where: Where) => CaseCommand>> = {
  RaiseAlert: () => say.alert(LATE),
  ReportConcern: () => say.report({ ...LATE, content: 'second', plan }),
  OpenRecord: () => say.open(OMAR, LATE),
  OpenRequest: () => say.openRequest(OMAR, LATE),
  RequestCard: () => say.requestCard(OMAR, LATE),
  TakeCase: () => say.take(OMAR, LATE),
  PassOn: () => say.passOn(IRIS, [0], LATE),
  NamePersonInvolved: () => say.nameInvolved(IRIS, WREN, LATE),
  Triage: () => say.triage(IRIS, { ...LATE, plan }),
  AddNote: () => say.note(IRIS, LATE),
  DoStep: () => say.doStep(IRIS, 'any.do', LATE),
  ReasonAway: () => say.reasonAway(IRIS, 'any.do', LATE),
  Decide: (where) => say.decideOn(IRIS, 'any.decision', seenIn(where), LATE),
  Inform: () => say.tellRoles(IRIS, 'any.tell', LATE),
  ReplyToInform: () => say.replyToInform(OMAR, 'any.tell', LATE),
  KeepChildRecord: () => say.keepChild(LATE),
  ChaseSteps: () => say.chase(LATE),
  RequestApproval: () => say.ask(PIPPA, wanted, LATE),
  Approve: (where) => say.approve(OMAR, 'any.agree', seenIn(where), LATE),
  Decline: (where) => say.decline(OMAR, 'any.agree', seenIn(where), LATE),
  AskReporter: () => say.askReporter(IRIS, LATE),
  GiveInformation: () => say.inform(PIPPA, LATE),
  RecordReferral: () => say.refer(IRIS, LATE),
  RecordOwnCall: () => say.ownCall(PIPPA, LATE),
  RaiseAgain: () => say.raiseAgain(PIPPA, LATE),
  Escalate: () => say.escalate([0, 1, 2], LATE),
  Close: (where) => say.close(IRIS, seenIn(where), LATE),
  Reopen: () => say.reopen(IRIS, LATE),
  RecordDecision: () => work.recordDecision(IRIS, LATE),
  LinkChild: () => work.link(IRIS, LATE),
  LeaveUnsure: () => work.leaveUnsure(IRIS, LATE),
  UndoLink: () => work.undoLink(IRIS, LATE),
  AskStrike: () => work.askStrike(IRIS, LATE),
  AgreeStrike: () => work.agreeStrike(IRIS, LATE),
  DeclineStrike: () => work.declineStrike(IRIS, LATE),
  RecordReply: () => work.reply(IRIS, LATE),
  EscalateReferral: () => work.escalateReferral(IRIS, LATE),
  ChaseReferrals: () => work.chaseReferrals(IRIS, LATE),
  PlanMeeting: () => work.planMeeting(IRIS, LATE),
  EndMeeting: () => work.endMeeting(IRIS, LATE),
  GiveTask: () => work.giveTask(IRIS, LATE),
  OpenTask: () => work.openTask(IRIS, LATE),
  RemindOfWork: () => work.remind(IRIS, LATE),
  AnswerTask: () => work.answerTask(IRIS, LATE),
  HandOver: () => work.handOver(IRIS, LATE),
  LeaveDuty: () => work.leaveDuty(IRIS, LATE),
  DecideThreshold: () => work.judge(IRIS, LATE),
  KeepLowLevel: () => work.keepLowLevel(IRIS, LATE),
  HandOut: () => work.handOut(IRIS, LATE),
  EndDrill: () => work.endDrill(IRIS, LATE),
};

/** The same whatever the status, once there is a case. */
const always = (outcome: string) => ['not-reported', outcome, outcome, outcome, outcome] as const;
/** Only whoever has it can give it away. */
const owned = (outcome: string) => ['not-reported', 'not-owner', 'not-owner', outcome, 'closed'] as const;

/** What comes of it: the events, or why not. In the order of `CASES`. */
const OUTCOMES: Readonly<Record<CaseCommand['type'], readonly [string, string, string, string, string]>> = {
  RaiseAlert: ['AlertRaised RouteChosen', 'same-again', 'same-again', 'same-again', 'same-again'],
  ReportConcern: [
    'ConcernReported RouteChosen',
    'ReportAmended RouteChosen',
    'ReportAmended RouteChosen',
    'ReportAmended RouteChosen',
    'ReportAmended RouteChosen',
  ],
  OpenRecord: ['not-reported', 'RecordOpened', 'RecordOpened', 'RecordOpened', 'RecordOpened'],
  OpenRequest: ['not-reported', 'RequestOpened', 'RequestOpened', 'RequestOpened', 'RequestOpened'],
  RequestCard: ['not-reported', 'CardRequested', 'CardRequested', 'CardRequested', 'CardRequested'],
  TakeCase: ['not-reported', 'CaseTaken', 'CaseTaken', 'owned-by-another', 'closed'],
  PassOn: ['not-reported', 'PassedOn', 'PassedOn', 'PassedOn', 'PassedOn'],
  NamePersonInvolved: [
    'not-reported',
    'PersonConflicted',
    'PersonConflicted',
    'PersonConflicted',
    'PersonConflicted',
  ],
  Triage: ['not-reported', 'RouteChosen', 'RouteChosen', 'RouteChosen', 'closed'],
  AddNote: ['not-reported', 'NoteAdded', 'NoteAdded', 'NoteAdded', 'NoteAdded'],
  DoStep: ['not-reported', 'StepDone', 'StepDone', 'StepDone', 'closed'],
  ReasonAway: ['not-reported', 'StepReasonedAway', 'StepReasonedAway', 'StepReasonedAway', 'closed'],
  Decide: ['not-reported', 'DecisionMade', 'DecisionMade', 'DecisionMade', 'closed'],
  Inform: ['not-reported', 'RolesInformed', 'RolesInformed', 'RolesInformed', 'closed'],
  ReplyToInform: ['not-reported', 'no-such-step', 'no-such-step', 'no-such-step', 'no-such-step'],
  KeepChildRecord: [
    'not-reported',
    'ChildRecordKept',
    'ChildRecordKept',
    'ChildRecordKept',
    'ChildRecordKept',
  ],
  ChaseSteps: ['not-reported', 'StepsLate', 'StepsLate', 'StepsLate', 'closed'],
  RequestApproval: ['not-reported', 'ApprovalRequested', 'ApprovalRequested', 'ApprovalRequested', 'closed'],
  Approve: ['not-reported', 'ApprovalGiven', 'ApprovalGiven', 'ApprovalGiven', 'closed'],
  Decline: ['not-reported', 'ApprovalRefused', 'ApprovalRefused', 'ApprovalRefused', 'closed'],
  AskReporter: [
    'not-reported',
    'InformationRequested',
    'InformationRequested',
    'InformationRequested',
    'InformationRequested',
  ],
  GiveInformation: [
    'not-reported',
    'InformationGiven',
    'InformationGiven',
    'InformationGiven',
    'InformationGiven',
  ],
  RecordReferral: [
    'not-reported',
    'ReferralRecorded',
    'ReferralRecorded',
    'ReferralRecorded',
    'ReferralRecorded',
  ],
  RecordOwnCall: ['not-reported', 'OwnCallRecorded', 'OwnCallRecorded', 'OwnCallRecorded', 'OwnCallRecorded'],
  RaiseAgain: ['not-reported', 'RaisedAgain', 'RaisedAgain', 'RaisedAgain', 'RaisedAgain'],
  Escalate: ['not-reported', 'EscalationRaised', 'EscalationRaised', 'EscalationRaised', 'closed'],
  Close: ['not-reported', 'CaseClosed', 'CaseClosed', 'CaseClosed', 'closed'],
  Reopen: ['not-reported', 'already-done', 'already-done', 'already-done', 'CaseReopened'],
  RecordDecision: always('DecisionRecorded'),
  LinkChild: always('ChildLinked'),
  LeaveUnsure: always('ChildNotSure'),
  UndoLink: always('already-done'),
  AskStrike: always('already-done'),
  AgreeStrike: always('already-done'),
  DeclineStrike: always('already-done'),
  RecordReply: always('no-such-step'),
  EscalateReferral: always('no-such-step'),
  ChaseReferrals: always('already-done'),
  PlanMeeting: always('MeetingPlanned'),
  EndMeeting: always('no-such-step'),
  GiveTask: always('TaskGiven'),
  OpenTask: always('no-such-step'),
  RemindOfWork: ['not-reported', 'already-done', 'already-done', 'already-done', 'closed'],
  AnswerTask: always('no-such-step'),
  HandOver: owned('HandedOver'),
  LeaveDuty: owned('DutyLeft'),
  DecideThreshold: always('no-such-step'),
  KeepLowLevel: always('no-such-step'),
  HandOut: always('RecordHandedOut'),
  EndDrill: ['not-reported', 'no-such-step', 'no-such-step', 'no-such-step', 'closed'],
};

const TABLE = COMMAND_TYPES.flatMap((type) =>
  WHERE.map((where, n) => [type, where, OUTCOMES[type][n] ?? ''] as const),
);

describe('every command in every status', () => {
  it.each(TABLE)('%s when %s: %s', (type, where, outcome) => {
    const decision = decide(COMMANDS[type](where), stateAfter(history(...CASES[where])), RULES);
    expect(decision.ok ? decision.value.map((event) => event.type).join(' ') : decision.refusal.reason).toBe(
      outcome,
    );
  });

  it('gives every event its time, and every act its person', () => {
    for (const [type, where] of TABLE) {
      const command = COMMANDS[type](where);
      const decision = decide(command, stateAfter(history(...CASES[where])), RULES);
      if (!decision.ok) continue;
      for (const event of decision.value) expect(event.at).toBe(command.at);
      const [first] = decision.value;
      // A clock that runs out is nobody's act.
      if (
        first?.type !== 'EscalationRaised' &&
        first?.type !== 'StepsLate' &&
        first?.type !== 'ChildRecordKept'
      )
        expect(first).toMatchObject({ by: command.by });
    }
  });
});

describe('small things said on a case', () => {
  const state = (...commands: readonly CaseCommand[]) => stateAfter(history(...commands));

  it('remembers a question until the reporter has answered', () => {
    const asked = [say.report(), say.askReporter(IRIS, { at: 4 })];
    expect(state(...asked)).toMatchObject({ question: { by: IRIS, question: 'Which arm?' } });
    expect(state(...asked, say.inform(PIPPA))).not.toHaveProperty('question');
  });

  it('takes no empty note, question or answer', () => {
    const empty = [
      say.note(IRIS, { text: '  ' }),
      say.askReporter(IRIS, { question: '' }),
      say.inform(PIPPA, { text: '\n' }),
    ];
    for (const command of empty)
      expect(decide(command, state(say.report()), RULES)).toEqual({
        ok: false,
        refusal: { reason: 'needs-words' },
      });
  });

  it('brings a card of their own once to whoever asks for it', () => {
    const asked = state(say.report(), say.requestCard(IRIS), say.requestCard(OMAR), say.requestCard(IRIS));
    expect(asked?.cardsFor).toEqual([IRIS, OMAR]);
  });

  it('keeps what was done when the policy says something else', () => {
    const other = planOf({ steps: [stepOf('new.step', 'do')] });
    const before = [say.report({ plan }), say.doStep(IRIS, 'any.do'), say.ask(PIPPA, wanted)];
    const steps = state(...before, say.triage(IRIS, { plan: other }))?.steps.map(({ step, now }) => [
      step.id,
      now.standing,
    ]);
    expect(steps).toEqual([
      ['new.step', 'waiting'],
      ['any.do', 'done'],
      ['asked.release-1', 'waiting'],
    ]);
  });
});
