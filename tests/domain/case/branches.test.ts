import { lockedBy, openSteps, stepOf as stepIn, stepsOf } from '../../../src/domain/case/state.ts';
import {
  close,
  decideOn,
  doStep,
  reasonAway,
  refer,
  report,
  take,
  triage,
} from '../../support/case-commands.ts';
import { IRIS, minute, planOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const steps = [
  stepOf('phone.image', 'ask', { answers: ['Yes', 'No', 'Not sure'] }),
  stepOf('phone.where', 'ask', { answers: ['Here', 'At home'] }),
  stepOf('phone.police', 'refer', { given: { [step('phone.image')]: ['Yes', 'Not sure'] } }),
  stepOf('phone.give-back', 'do', {
    given: { [step('phone.image')]: ['No'], [step('phone.where')]: ['Here'] },
  }),
];
const asked = history(report({ plan: planOf({ steps }) }), take(IRIS));
const answered = (image: string, where = 'Here') => [
  ...asked,
  ...given(...asked)
    .when(doStep(IRIS, 'phone.image', { answer: image }))
    .events(),
  ...given(...asked)
    .when(doStep(IRIS, 'phone.where', { answer: where }))
    .events(),
];
const ids = (some: readonly { readonly step: { readonly id: string } }[]) => some.map((each) => each.step.id);

describe('a step that an answer brings', () => {
  it('is nowhere before: not listed, not done, not in the way of closing', () => {
    const state = given(...asked).state();
    expect(ids(stepsOf(state))).toEqual(['phone.image', 'phone.where']);
    expect(stepIn(state, step('phone.police'))).toBeUndefined();
    given(...asked)
      .when(doStep(IRIS, 'phone.give-back'))
      .thenRefused({ reason: 'no-such-step' });
    given(...asked)
      .when(reasonAway(IRIS, 'phone.give-back'))
      .thenRefused({ reason: 'no-such-step' });
    given(...asked)
      .when(close(IRIS, state.decisionVersion))
      .thenRefused({ reason: 'steps-left', steps: [{ id: 'phone.image' }, { id: 'phone.where' }] });
  });

  it('comes with its answer, and others with theirs', () => {
    expect(ids(openSteps(given(...answered('Yes')).state()))).toEqual(['phone.police']);
    expect(ids(openSteps(given(...answered('Not sure')).state()))).toEqual(['phone.police']);
    expect(ids(openSteps(given(...answered('No')).state()))).toEqual(['phone.give-back']);
  });

  it('wants every answer that it is given', () => {
    expect(ids(openSteps(given(...answered('No', 'At home')).state()))).toEqual([]);
  });

  it('then stands in the way of closing, as any step does', () => {
    const past = answered('Yes');
    given(...past)
      .when(close(IRIS, given(...past).state().decisionVersion))
      .thenRefused({ reason: 'steps-left', steps: [{ id: 'phone.police' }] });
  });

  it('can be referred early: help is never held up, and the step waits to be brought', () => {
    given(...asked)
      .when(refer(IRIS, { step: step('phone.police') }))
      .thenHappens({ type: 'ReferralRecorded', agency: 'police' });
  });

  it('stays once it was acted on, whatever is planned anew', () => {
    const past = [...answered('No')];
    const done = [
      ...past,
      ...given(...past)
        .when(doStep(IRIS, 'phone.give-back'))
        .events(),
    ];
    const state = given(...done)
      .when(triage(IRIS, { plan: planOf({ steps: [] }) }))
      .state();
    expect(ids(stepsOf(state))).toContain('phone.give-back');
  });

  it('takes only an answer that is offered', () => {
    given(...asked)
      .when(doStep(IRIS, 'phone.image', { answer: 'Maybe' }))
      .thenRefused({ reason: 'not-offered', steps: [{ id: 'phone.image' }] });
  });
});

describe('an answer that leaves a decision open', () => {
  const parents = stepOf('any.parents', 'decide', {
    about: 'parents',
    answers: ['Tell them', 'Not yet, because', 'No, because'],
    waits: ['Not yet, because'],
  });
  const tell = stepOf('any.tell', 'contact', {
    whom: 'parents',
    given: { [step('any.parents')]: ['Tell them'] },
  });
  const past = history(report({ plan: planOf({ steps: [parents, tell] }) }), take(IRIS));
  const waiting = [
    ...past,
    ...given(...past)
      .when(decideOn(IRIS, 'any.parents', 1, { answer: 'Not yet, because', reason: 'Police first.', at: 5 }))
      .events(),
  ];

  it('is written down with who and when, and waits', () => {
    expect(stepIn(given(...waiting).state(), step('any.parents'))?.now).toEqual({
      standing: 'waiting',
      last: { answer: 'Not yet, because', by: IRIS, at: minute(5) },
    });
    given(...waiting)
      .when(close(IRIS, 2))
      .thenRefused({ reason: 'steps-left', steps: [{ id: 'any.parents' }] });
  });

  it('counts as a first decision all the same', () => {
    expect(given(...past).state()).toMatchObject({ clock: { waitsFor: 'decide' } });
    expect(given(...waiting).state()).not.toHaveProperty('clock');
  });

  it('is decided again, and then brings what follows', () => {
    const state = given(...waiting)
      .when(decideOn(IRIS, 'any.parents', 2, { answer: 'Tell them', at: 60 }))
      .thenHappens({ type: 'DecisionMade', answer: 'Tell them' })
      .state();
    expect(ids(openSteps(state))).toEqual(['any.tell']);
  });

  it('needs its reason like any other', () => {
    given(...past)
      .when(decideOn(IRIS, 'any.parents', 1, { answer: 'Not yet, because', reason: ' ' }))
      .thenRefused({ reason: 'needs-words' });
  });
});

describe('an order across procedures', () => {
  const share = (...after: readonly string[]) =>
    stepOf('any.tell', 'contact', { whom: 'parents', after: after.map(step) });
  const police = stepOf('nudes.police', 'refer');
  const locked = history(report({ plan: planOf({ steps: [share('nudes.police'), police] }) }), take(IRIS));

  it('locks a step until the other procedure has had its turn, and says which', () => {
    given(...locked)
      .when(doStep(IRIS, 'any.tell', { answer: 'Mother, by phone', note: 'All.' }))
      .thenRefused({ reason: 'locked', steps: [{ id: 'nudes.police' }] });
    const called = [
      ...locked,
      ...given(...locked)
        .when(refer(IRIS, { step: step('nudes.police') }))
        .events(),
    ];
    given(...called)
      .when(doStep(IRIS, 'any.tell', { answer: 'Mother, by phone', note: 'All.' }))
      .thenHappens({ type: 'StepDone', step: step('any.tell') });
  });

  it('locks nothing where the case does not have that step', () => {
    const free = given(...history(report({ plan: planOf({ steps: [share('svsh.police')] }) })));
    expect(stepsOf(free.state()).flatMap((each) => lockedBy(free.state(), each))).toEqual([]);
  });

  it('locks nothing by a step that no answer has brought', () => {
    const perhaps = stepOf('nudes.police', 'refer', { given: { [step('nudes.adult')]: ['Yes'] } });
    const adult = stepOf('nudes.adult', 'ask', { answers: ['Yes', 'No'] });
    const past = history(report({ plan: planOf({ steps: [share('nudes.police'), perhaps, adult] }) }));
    expect(ids(openSteps(given(...past).state()))).toEqual(['any.tell', 'nudes.adult']);
    const adults = given(...past)
      .when(doStep(IRIS, 'nudes.adult', { answer: 'Yes' }))
      .state();
    expect(ids(openSteps(adults))).toEqual(['nudes.police']);
  });
});
