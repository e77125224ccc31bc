import { IRIS, minute, OMAR, PIPPA } from '../../support/case-parts.ts';
import { answers, asks, ends, FORM, given, on, TASK, tick } from '../../support/request-given.ts';

describe('a request', () => {
  it('begins with who asked, for which site, and the words', () => {
    given()
      .when(asks())
      .thenHappens({ type: 'RequestMade', by: PIPPA, rung: 0 })
      .thenStands({ asker: PIPPA, progress: { status: 'waiting' }, nobody: false, events: 1 });
  });

  it('is made once', () => {
    given(asks()).when(asks()).thenRefused('same-again');
  });

  it('is not made of nothing, nor for a day that is over', () => {
    given()
      .when(asks({ text: ' ' }))
      .thenRefused('needs-words');
    given()
      .when(asks({ until: '2026-11-22' }))
      .thenRefused('date-past');
    given()
      .when(asks({ until: '2026-11-23' }))
      .thenHappens({ type: 'RequestMade', until: '2026-11-23' });
  });

  it('is approved once, and whoever is second is told so', () => {
    given(asks())
      .when(answers('Approve'))
      .thenHappens({ type: 'RequestApproved', by: IRIS })
      .thenStands({ progress: { status: 'approved', answer: { by: IRIS } }, clock: {} });
    given(asks(), answers('Approve'))
      .when(answers('Decline', 'No.', OMAR))
      .thenRefused('already-answered');
  });

  it('is never answered by whoever asked', () => {
    for (const type of ['Approve', 'Decline'] as const)
      given(asks())
        .when(answers(type, 'Mine.', PIPPA))
        .thenRefused('own-request');
  });

  it('is declined with a reason only, and approved with one where the policy says always', () => {
    given(asks()).when(answers('Decline', ' ')).thenRefused('needs-words');
    given(asks())
      .when(answers('Decline', 'Not now.'))
      .thenStands({ progress: { status: 'declined' } });
    const always = asks({ form: { ...FORM, reason: 'always' } });
    given(always).when(answers('Approve')).thenRefused('needs-words');
    given(always).when(answers('Approve', 'For the lesson.')).thenHappens({ type: 'RequestApproved' });
  });

  it('that is a task is done with a word on what was done, or is not for them, because', () => {
    const task = asks({ form: TASK });
    given(task).when(answers('Finish')).thenRefused('needs-words');
    given(task)
      .when(answers('Finish', 'Locked it.'))
      .thenStands({ progress: { status: 'done' } });
    given(task)
      .when(answers('Decline', 'Ask the office.'))
      .thenStands({ progress: { status: 'declined' } });
    given(task).when(answers('Approve', 'Yes.')).thenRefused('other-answer');
    given(asks()).when(answers('Finish', 'Done.')).thenRefused('other-answer');
  });

  it('writes down who read it, and nothing else changes', () => {
    const { state, when } = given(asks());
    when({ type: 'Read', at: minute(5), by: IRIS })
      .thenHappens({ type: 'RequestRead', by: IRIS })
      .thenStands({ ...state, events: 2 });
  });

  it('that nobody made has nothing to answer', () => {
    given().when(answers('Approve')).thenRefused('not-asked');
    given()
      .when(tick(minute(0)))
      .thenRefused('not-asked');
  });
});

describe('what is allowed until a day', () => {
  const until = asks({ until: '2026-11-26' });
  const yes = given(until, answers('Approve'));

  it('lasts to the end of that day, in local time', () => {
    yes.when(tick(on('2026-11-26T23:59:00.000Z'))).thenRefused('nothing-due');
    yes
      .when(tick(on('2026-11-27T00:00:00.000Z')))
      .thenHappens({ type: 'PeriodOver' })
      .thenStands({ progress: { status: 'over', answer: { by: IRIS } } });
  });

  it('is to be ended in working hours, and again each working morning', () => {
    const over = given(until, answers('Approve'), tick(on('2026-11-27T00:00:00.000Z')));
    expect(over.state).toMatchObject({
      tell: '2026-11-27T08:00:00.000Z',
      clock: { remind: '2026-11-30T09:00:00.000Z' },
    });
    over.when(tick(on('2026-11-30T08:59:00.000Z'))).thenRefused('nothing-due');
    over
      .when(tick(on('2026-11-30T09:00:00.000Z')))
      .thenHappens({ type: 'AskedAgain', remind: on('2026-12-01T09:00:00.000Z') })
      .thenStands({ round: 1 });
  });

  it('is asked for each week once a week of mornings has gone by', () => {
    const over = given(until, answers('Approve'), tick(on('2026-11-27T00:00:00.000Z')));
    const week = ['11-30', '12-01', '12-02', '12-03', '12-04', '12-07'].map((day) =>
      tick(on(`2026-${day}T09:00:00.000Z`)),
    );
    given(until, answers('Approve'), tick(on('2026-11-27T00:00:00.000Z')), ...week)
      .when(tick(on('2026-12-08T09:00:00.000Z')))
      .thenRefused('nothing-due');
    expect(over.state?.round).toBe(0);
  });

  it('is ended once, by whoever says so, and then nothing is due', () => {
    const over = given(until, answers('Approve'), tick(on('2026-11-27T00:00:00.000Z')));
    over
      .when(ends(on('2026-11-27T08:10:00.000Z')))
      .thenHappens({ type: 'PeriodEnded', by: IRIS })
      .thenStands({ progress: { status: 'ended' }, clock: {} });
    yes.when(ends(minute(90))).thenRefused('nothing-to-end');
  });

  it('that nobody answered lapses with nothing to end, and cannot be allowed any more', () => {
    const late = on('2026-11-27T00:00:00.000Z');
    given(until)
      .when(answers('Approve', '', IRIS, late))
      .thenRefused('already-answered');
    given(until)
      .when(tick(late))
      .thenStands({ progress: { status: 'lapsed' }, clock: {} });
    given(until, tick(late)).when(ends(late)).thenRefused('nothing-to-end');
  });

  it('that was declined has nothing to end', () => {
    given(until, answers('Decline', 'No.'))
      .when(tick(on('2026-11-27T00:00:00.000Z')))
      .thenRefused('nothing-due');
  });
});
