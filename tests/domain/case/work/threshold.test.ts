import * as say from '../../../support/case-commands.ts';
import { HALE, person, planOf, reportOf, routeOf, step, stepOf } from '../../../support/case-parts.ts';
import { judge, keepLowLevel } from '../../../support/case-work-commands.ts';
import { given, history } from '../../../support/given.ts';

const ANSWERS = ['It may', 'No, it is low-level', 'The LADO decides'];
const plan = planOf({
  route: routeOf({ id: 'about-an-adult', about: 'adult', rungs: [['headteacher'], ['chair-of-governors']] }),
  steps: [stepOf('staff.threshold', 'decide', { about: 'threshold', answers: ANSWERS })],
});
const report = reportOf({ adult: 'yes', adults: [{ person: person('p-pike') }] });
const SENT = history(say.report({ plan, report }), say.take(HALE));
const UNSURE = { outcome: 'unsure' as const };
const MET = { outcome: 'met' as const, limbs: ['risk' as const] };

describe('the harm threshold', () => {
  it('is judged with its limbs, and answers the policy’s own step in the same breath', () => {
    given(...SENT)
      .when(judge(HALE, MET))
      .thenHappens(
        { type: 'ThresholdDecided', by: HALE, limbs: ['risk'], outcome: 'met' },
        { type: 'DecisionMade', step: step('staff.threshold'), answer: 'It may' },
      )
      .thenCase({ threshold: { outcome: 'met' }, steps: [{ now: { standing: 'done', answer: 'It may' } }] });
  });

  it.each([
    ['not-met', [], 'No, it is low-level'],
    ['unsure', [], 'The LADO decides'],
    ['unsure', ['offence'], 'The LADO decides'],
  ] as const)('%s with limbs %j answers the step with "%s"', (outcome, limbs, answer) => {
    given(...SENT)
      .when(judge(HALE, { outcome, limbs: [...limbs] }))
      .thenHappens({ type: 'ThresholdDecided' }, { type: 'DecisionMade', answer });
  });

  it('is met when a limb holds, and not without one', () => {
    given(...SENT)
      .when(judge(HALE, { outcome: 'met', limbs: [] }))
      .thenRefused({ reason: 'limbs-differ' });
    given(...SENT)
      .when(judge(HALE, { outcome: 'not-met', limbs: ['harmed'] }))
      .thenRefused({ reason: 'limbs-differ' });
  });

  it('needs a reason, and below it what was done as well', () => {
    given(...SENT)
      .when(judge(HALE, { reason: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...SENT)
      .when(judge(HALE, { done: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...SENT)
      .when(judge(HALE, { ...MET, done: '' }))
      .thenHappens({ type: 'ThresholdDecided' }, { type: 'DecisionMade' });
  });

  it('is never decided apart from its limbs', () => {
    given(...SENT)
      .when(say.decideOn(HALE, 'staff.threshold', 0, { answer: 'No, it is low-level' }))
      .thenRefused({ reason: 'no-such-step' });
  });

  it('may be judged again: the latest counts', () => {
    const unsure = given(...SENT).when(judge(HALE, UNSURE));
    given(...SENT, ...unsure.events())
      .when(judge(HALE, {}))
      .thenCase({
        threshold: { outcome: 'not-met' },
        steps: [{ now: { answer: 'No, it is low-level' } }],
      });
  });

  it('keeps the case open as long as nobody is sure', () => {
    const unsure = given(...SENT).when(judge(HALE, UNSURE));
    given(...SENT, ...unsure.events())
      .when(say.close(HALE, unsure.state().decisionVersion))
      .thenRefused({ reason: 'threshold-unsure' });
    const sure = given(...SENT).when(judge(HALE, {}));
    given(...SENT, ...sure.events())
      .when(say.close(HALE, sure.state().decisionVersion))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('is judged in no closed case: it is opened again first', () => {
    const judged = given(...SENT).when(judge(HALE, {}));
    const closed = given(...SENT, ...judged.events()).when(say.close(HALE, judged.state().decisionVersion));
    given(...SENT, ...judged.events(), ...closed.events())
      .when(judge(HALE, UNSURE))
      .thenRefused({ reason: 'closed' });
  });

  it('is no question in a case about a child, nor in the child’s own record beside one', () => {
    given(...history(say.report()))
      .when(judge(HALE, {}))
      .thenRefused({ reason: 'no-such-step' });
    const beside = { record: keepLowLevelRecord(), conflicted: [] };
    const asked = planOf({ route: plan.route });
    given(...history(say.report({ plan: asked, beside })))
      .when(judge(HALE, {}))
      .thenRefused({ reason: 'no-such-step' });
    // Wherever the policy asks for it, it can be answered, or such a case could never be closed.
    given(...history(say.report({ plan: planOf({ steps: plan.steps }) })))
      .when(judge(HALE, {}))
      .thenHappens({ type: 'ThresholdDecided' }, { type: 'DecisionMade' });
  });

  it('knows once what it meant for the low-level concerns was done', () => {
    const judged = given(...SENT).when(judge(HALE, {}));
    expect(judged.state().threshold).not.toHaveProperty('kept');
    given(...SENT, ...judged.events())
      .when(keepLowLevel(HALE))
      .thenCase({ lowLevel: keepLowLevelRecord(), threshold: { kept: true } });
  });
});

function keepLowLevelRecord() {
  const command = keepLowLevel(HALE);
  if (command.type !== 'KeepLowLevel') throw new Error('This is another command');
  return command.record;
}
