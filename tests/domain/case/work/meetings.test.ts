import { nextReminder } from '../../../../src/domain/case/work/reminders.ts';
import { close, report, take } from '../../../support/case-commands.ts';
import { CALENDAR, IRIS, minute, planOf, stepOf } from '../../../support/case-parts.ts';
import {
  answerTask,
  endMeeting,
  giveTask,
  planMeeting,
  recordDecision,
  remind,
} from '../../../support/case-work-commands.ts';
import { given, history } from '../../../support/given.ts';

const DAY = 24 * 60;
/** Tuesday at two. */
const WHEN = minute(DAY + 5 * 60);
/** The end of Wednesday, at four. */
const ASKED = 2 * DAY + 7 * 60;
const planned = (when = WHEN) => history(report(), take(IRIS), planMeeting(IRIS, { when }));

describe('a meeting', () => {
  it('is planned with its kind, time and place, and stands until somebody says how it went', () => {
    given(...history(report()))
      .when(planMeeting(IRIS, { kind: 'core-group', when: WHEN, where: 'Room 2', who: 'The nurse' }))
      .thenHappens({ type: 'MeetingPlanned', kind: 'core-group', when: WHEN, where: 'Room 2' })
      .thenCase({ meetings: [{ standing: 'planned', who: 'The nurse', by: IRIS }] });
    given(...planned())
      .when(endMeeting(IRIS))
      .thenCase({ meetings: [{ standing: 'held' }] });
    given(...planned())
      .when(endMeeting(IRIS, { held: false, text: 'The nurse was ill.' }))
      .thenCase({ meetings: [{ standing: 'cancelled' }] });
  });

  it('ends with words, once, and only if there is one', () => {
    given(...planned())
      .when(endMeeting(IRIS, { text: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...planned())
      .when(endMeeting(IRIS, { held: false, text: '\n' }))
      .thenRefused({ reason: 'needs-words' });
    given(...planned())
      .when(endMeeting(IRIS, { meeting: 1 }))
      .thenRefused({ reason: 'no-such-step' });
    const ended = given(...planned()).when(endMeeting(IRIS));
    given(...planned(), ...ended.events())
      .when(endMeeting(IRIS))
      .thenRefused({ reason: 'already-done' });
  });

  it('is asked after at the end of the next working day, once', () => {
    expect(nextReminder(given(...planned()).state(), CALENDAR)).toBe(minute(ASKED));
    given(...planned())
      .when(remind(IRIS, { at: ASKED - 1 }))
      .thenRefused({ reason: 'already-done' });
    const asked = given(...planned())
      .when(remind(IRIS, { at: ASKED }))
      .thenHappens({ type: 'MeetingsUnrecorded', meetings: [0] })
      .thenCase({ meetings: [{ standing: 'planned', askedAt: minute(ASKED) }] });
    given(...planned(), ...asked.events())
      .when(remind(IRIS, { at: ASKED + DAY }))
      .thenRefused({ reason: 'already-done' });
    // On a Friday: the end of Monday.
    const friday = planned(minute(4 * DAY + 60));
    expect(nextReminder(given(...friday).state(), CALENDAR)).toBe(minute(7 * DAY + 7 * 60));
  });

  it('is not asked after once it is written down, and not when the case is closed', () => {
    const ended = given(...planned()).when(endMeeting(IRIS));
    const after = [...planned(), ...ended.events()];
    expect(nextReminder(given(...after).state(), CALENDAR)).toBeUndefined();
    const closed = given(...planned()).when(
      close(IRIS, given(...planned()).state().decisionVersion, { confirmed: true }),
    );
    given(...planned(), ...closed.events())
      .when(remind(IRIS, { at: ASKED }))
      .thenRefused({ reason: 'closed' });
  });

  it('brings the soonest of what is over, and all of it at once', () => {
    const both = [
      ...planned(),
      ...given(...planned())
        .when(giveTask(IRIS, { due: '2026-11-24' }))
        .events(),
    ];
    expect(nextReminder(given(...both).state(), CALENDAR)).toBe(minute(DAY + 7 * 60));
    given(...both)
      .when(remind(IRIS, { at: ASKED }))
      .thenHappens({ type: 'TasksChased', tasks: [0] }, { type: 'MeetingsUnrecorded', meetings: [0] });
  });
});

describe('closing', () => {
  const both = [
    ...planned(),
    ...given(...planned())
      .when(giveTask(IRIS))
      .events(),
  ];
  const seen = given(...both).state().decisionVersion;

  it('asks once more while a meeting is not written up or a task is not done', () => {
    given(...both)
      .when(close(IRIS, seen))
      .thenRefused({ reason: 'confirm', unsettled: 2 });
    given(...both)
      .when(close(IRIS, seen, { confirmed: true }))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('asks nothing once both are settled', () => {
    const ended = [
      ...both,
      ...given(...both)
        .when(endMeeting(IRIS))
        .events(),
    ];
    const done = [
      ...ended,
      ...given(...ended)
        .when(answerTask(IRIS))
        .events(),
    ];
    given(...done)
      .when(close(IRIS, seen))
      .thenHappens({ type: 'CaseClosed' });
  });
});

describe('a decision that no step asks for', () => {
  const refer = stepOf('any.social', 'refer', { agency: 'social-care' });
  const open = history(report({ plan: planOf({ steps: [refer] }) }), take(IRIS));

  it('is a first decision, with its reason', () => {
    expect(given(...open).state().clock?.waitsFor).toBe('decide');
    given(...open)
      .when(recordDecision(IRIS, { what: 'keep-watching', reason: 'It is early.' }))
      .thenHappens({ type: 'DecisionRecorded', what: 'keep-watching', reason: 'It is early.' })
      .thenNoClock();
    given(...open)
      .when(recordDecision(IRIS, { reason: '  ' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('against a referral leaves a referral that must be made as open as it was', () => {
    const said = given(...open).when(recordDecision(IRIS, { what: 'no-referral' }));
    expect(said.state().steps[0]?.now.standing).toBe('waiting');
    const after = [...open, ...said.events()];
    given(...after)
      .when(close(IRIS, said.state().decisionVersion))
      .thenRefused({ reason: 'steps-left' });
  });
});
