import { isLate, nextDue, overdue } from '../../../src/domain/case/late.ts';
import { chase, close, doStep, refer, report, take } from '../../support/case-commands.ts';
import { CALENDAR, IRIS, minute, planOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const police = stepOf('any.police', 'refer', { within: 'PT4H' });
const social = stepOf('any.social', 'refer', { agency: 'social-care', within: 'PT8H' });
const plain = stepOf('any.note', 'record');
const past = (...steps: readonly ReturnType<typeof stepOf>[]) =>
  history(report({ plan: planOf({ steps: [...steps] }) }), take(IRIS));

describe('a step with a time', () => {
  const both = past(police, social, plain);

  it('is late from its time on, and said so once', () => {
    given(...both)
      .when(chase({ at: 239 }))
      .thenRefused({ reason: 'already-done' });
    const late = given(...both)
      .when(chase({ at: 240 }))
      .thenHappens({ type: 'StepsLate', steps: [step('any.police')] })
      .thenCase({ late: ['any.police'] });
    expect(isLate(late.state())).toBe(true);
    const after = [...both, ...late.events()];
    given(...after)
      .when(chase({ at: 241 }))
      .thenRefused({ reason: 'already-done' });
    given(...after)
      .when(chase({ at: 480 }))
      .thenHappens({ type: 'StepsLate', steps: [step('any.social')] });
  });

  it('says when the next one is due', () => {
    const state = given(...both).state();
    expect(nextDue(state, CALENDAR)).toBe(minute(240));
    expect(overdue(state, minute(480), CALENDAR)).toEqual(['any.police', 'any.social']);
    const chased = given(...both)
      .when(chase({ at: 240 }))
      .state();
    expect(nextDue(chased, CALENDAR)).toBe(minute(480));
  });

  it('touches neither the ladder nor who has the case', () => {
    const before = given(...both).state();
    const after = given(...both)
      .when(chase({ at: 300 }))
      .state();
    expect(after).toMatchObject({ progress: before.progress, rung: before.rung, exhausted: false });
    expect(after.clock).toEqual(before.clock);
    expect(after.decisionVersion).toBe(before.decisionVersion);
  });

  it('is not late once it is done, and not when the case is closed', () => {
    const done = [
      ...both,
      ...given(...both)
        .when(refer(IRIS, { step: step('any.police') }))
        .events(),
    ];
    given(...done)
      .when(chase({ at: 300 }))
      .thenRefused({ reason: 'already-done' });
    const late = [
      ...both,
      ...given(...both)
        .when(chase({ at: 300 }))
        .events(),
    ];
    const then = given(...late)
      .when(refer(IRIS, { step: step('any.police'), at: 310 }))
      .state();
    expect(isLate(then)).toBe(false);
    const only = past(stepOf('any.offer', 'do', { modality: 'may', within: 'PT1H' }));
    const closed = [
      ...only,
      ...given(...only)
        .when(close(IRIS, 1))
        .events(),
    ];
    given(...closed)
      .when(chase({ at: 300 }))
      .thenRefused({ reason: 'closed' });
  });

  it('is not late while something else must come first', () => {
    const locked = past(stepOf('any.ask', 'ask', { answers: ['Yes', 'No'] }), {
      ...police,
      after: [step('any.ask')],
    });
    given(...locked)
      .when(chase({ at: 500 }))
      .thenRefused({ reason: 'already-done' });
    expect(nextDue(given(...locked).state(), CALENDAR)).toBeUndefined();
  });

  it('counts from the answer that brought it', () => {
    const branch = past(stepOf('any.ask', 'ask', { answers: ['Yes', 'No'] }), {
      ...police,
      given: { [step('any.ask')]: ['Yes'] },
    });
    expect(nextDue(given(...branch).state(), CALENDAR)).toBeUndefined();
    const state = given(...branch)
      .when(doStep(IRIS, 'any.ask', { answer: 'Yes', at: 100 }))
      .state();
    expect(nextDue(state, CALENDAR)).toBe(minute(340));
  });

  it('counts working hours where nothing is urgent', () => {
    const calm = history(report({ plan: planOf({ steps: [social], urgency: 'ordinary' }) }), take(IRIS));
    // Nine on Monday, seven hours of it, and one on Tuesday from eight.
    expect(nextDue(given(...calm).state(), CALENDAR)).toBe(minute(24 * 60));
  });
});
