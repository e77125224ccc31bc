import type { PlannedStep } from '../../../src/domain/case/plan.ts';
import { decideOn, doStep, reasonAway, report } from '../../support/case-commands.ts';
import { HALE, IRIS, minute, OMAR, planOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const caseWith = (...steps: readonly PlannedStep[]) =>
  history(report({ plan: planOf({ steps: [...steps] }) }));
const standing = (id: string, now: object) => ({ steps: [{ step: { id: step(id) }, now }] });
/** The plan was chosen: nothing else has moved it. */
const SEEN = 1;

describe('each kind of step has its own way', () => {
  it('ticks off what is to be done, written down or kept', () => {
    for (const kind of ['do', 'record', 'custody'] as const)
      given(...caseWith(stepOf('any.step', kind)))
        .when(doStep(IRIS, 'any.step', { at: 5, answer: 'In the safe.' }))
        .thenHappens({ type: 'StepDone' })
        .thenCase(standing('any.step', { standing: 'done', by: IRIS, at: minute(5) }));
  });

  it('wants to know who holds what is kept', () => {
    given(...caseWith(stepOf('any.step', 'custody')))
      .when(doStep(IRIS, 'any.step'))
      .thenRefused({ reason: 'needs-words' });
  });

  it('wants an answer where it asks', () => {
    const asked = caseWith(stepOf('any.adult', 'ask', { answers: ['Yes', 'No'] }));
    given(...asked)
      .when(doStep(IRIS, 'any.adult', { answer: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...asked)
      .when(doStep(IRIS, 'any.adult', { answer: 'Yes' }))
      .thenHappens({ type: 'StepDone', answer: 'Yes' });
  });

  it('wants a choice and a reason where it decides', () => {
    const toDecide = caseWith(stepOf('any.decision', 'decide'));
    given(...toDecide)
      .when(decideOn(IRIS, 'any.decision', SEEN, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...toDecide)
      .when(decideOn(IRIS, 'any.decision', SEEN, { answer: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...toDecide)
      .when(decideOn(IRIS, 'any.decision', SEEN))
      .thenHappens({ type: 'DecisionMade', by: IRIS, reason: 'It is enough.' });
  });

  it('is never ticked off where a decision, an approval or a referral is wanted', () => {
    for (const kind of ['decide', 'approve', 'refer'] as const)
      given(...caseWith(stepOf('any.step', kind)))
        .when(doStep(HALE, 'any.step', { answer: 'Yes' }))
        .thenRefused({ reason: 'no-such-step' });
  });

  it('is done once', () => {
    given(...caseWith(stepOf('any.step', 'do')), ...[])
      .when(doStep(IRIS, 'other.step'))
      .thenRefused({ reason: 'no-such-step' });
    const plan = planOf({ steps: [stepOf('any.step', 'do')] });
    given(...history(report({ plan }), doStep(IRIS, 'any.step')))
      .when(doStep(OMAR, 'any.step'))
      .thenRefused({ reason: 'already-done' });
  });
});

describe('what must be done is done', () => {
  it('reasons away what should, may or is to be considered, with a reason', () => {
    for (const modality of ['should', 'consider', 'may'] as const) {
      const events = caseWith(stepOf('any.step', 'do', { modality }));
      given(...events)
        .when(reasonAway(IRIS, 'any.step', { reason: '\n ' }))
        .thenRefused({ reason: 'needs-words' });
      given(...events)
        .when(reasonAway(IRIS, 'any.step'))
        .thenCase(standing('any.step', { standing: 'reasoned-away', by: IRIS }));
    }
  });

  it('reasons away nothing that must be done', () => {
    given(...caseWith(stepOf('any.step', 'do')))
      .when(reasonAway(IRIS, 'any.step'))
      .thenRefused({ reason: 'steps-left', steps: [{ id: step('any.step') }] });
  });
});

describe('an order is kept', () => {
  const first = stepOf('order.first', 'do', { modality: 'consider' });
  const second = stepOf('order.second', 'do', { after: [step('order.first')] });

  it('locks what comes after, and says what comes first', () => {
    given(...caseWith(first, second))
      .when(doStep(IRIS, 'order.second'))
      .thenRefused({ reason: 'locked', steps: [{ id: step('order.first') }] });
  });

  it('opens when the first is done or reasoned away', () => {
    const plan = planOf({ steps: [first, second] });
    for (const before of [doStep(IRIS, 'order.first'), reasonAway(IRIS, 'order.first')])
      given(...history(report({ plan }), before))
        .when(doStep(IRIS, 'order.second'))
        .thenHappens({ type: 'StepDone' });
  });

  it('waits for nothing that is only read', () => {
    const read = stepOf('order.first', 'never');
    given(...caseWith(read, second))
      .when(doStep(IRIS, 'order.second'))
      .thenHappens({ type: 'StepDone' });
  });
});
