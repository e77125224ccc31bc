import type { PlannedStep } from '../../../src/domain/case/plan.ts';
import {
  approve,
  ask,
  close,
  decline,
  doStep,
  reasonAway,
  refer,
  report,
} from '../../support/case-commands.ts';
import { HALE, IRIS, minute, OMAR, PIPPA, planOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const caseWith = (...steps: readonly PlannedStep[]) =>
  history(report({ plan: planOf({ steps: [...steps] }) }));
const standing = (id: string, now: object) => ({ steps: [{ step: { id: step(id) }, now }] });
/** The plan was chosen: nothing else has moved it. */
const SEEN = 1;

describe('deletion stays locked', () => {
  const police = stepOf('deletion.police', 'refer');
  const needed = stepOf('deletion.needed', 'do', { modality: 'consider', after: [police.id] });
  const agree = stepOf('deletion.agree', 'approve', {
    modality: 'may',
    reason: 'always',
    unlocks: 'deletion',
    after: [police.id, needed.id],
  });
  const remove = stepOf('deletion.remove', 'do', { after: [agree.id] });
  const plan = planOf({ steps: [police, needed, agree, remove] });
  const called = refer(IRIS, { step: police.id });

  it('cannot be agreed to before the police were called', () => {
    given(...history(report({ plan })))
      .when(approve(HALE, 'deletion.agree', SEEN))
      .thenRefused({ reason: 'locked', steps: [{ id: police.id }, { id: needed.id }] });
  });

  it('is not opened by a reason in place of a step', () => {
    given(...history(report({ plan }), called, reasonAway(IRIS, 'deletion.needed')))
      .when(approve(HALE, 'deletion.agree', 2))
      .thenRefused({ reason: 'locked', steps: [{ id: needed.id }] });
  });

  it('is not opened by a no, nor by a reason in place of a yes', () => {
    const ready = [report({ plan }), called, doStep(IRIS, 'deletion.needed')];
    for (const answer of [decline(HALE, 'deletion.agree', 2), reasonAway(IRIS, 'deletion.agree')])
      given(...history(...ready, answer))
        .when(doStep(IRIS, 'deletion.remove'))
        .thenRefused({ reason: 'locked', steps: [{ id: agree.id }] });
  });

  it('is opened by a yes', () => {
    given(
      ...history(
        report({ plan }),
        called,
        doStep(IRIS, 'deletion.needed'),
        approve(HALE, 'deletion.agree', 2),
      ),
    )
      .when(doStep(IRIS, 'deletion.remove'))
      .thenHappens({ type: 'StepDone' });
  });

  it('holds no case open once it was refused', () => {
    const refused = history(
      report({ plan }),
      called,
      doStep(IRIS, 'deletion.needed'),
      decline(HALE, 'deletion.agree', 2),
    );
    given(...refused)
      .when(close(IRIS, 3))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('is not agreed to by writing down a referral against it', () => {
    given(...history(report({ plan })))
      .when(refer(IRIS, { step: agree.id }))
      .thenCase({ steps: [{ now: { standing: 'waiting' } }, {}, { now: { standing: 'waiting' } }, {}] });
  });
});

describe('somebody other than who asked approves', () => {
  const wanted = stepOf('asked.release-1', 'approve', { by: ['it-lead', 'dsl'] });
  const asked = history(report(), ask(PIPPA, wanted));

  it('becomes a step of the case, with whoever asked for it', () => {
    given(...history(report()))
      .when(ask(PIPPA, wanted))
      .thenCase({ steps: [{ step: wanted, proposedBy: PIPPA, now: { standing: 'waiting' } }] });
  });

  it('wants words', () => {
    given(...history(report()))
      .when(ask(PIPPA, wanted, { text: '' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('is asked for once under one id', () => {
    given(...asked)
      .when(ask(OMAR, wanted))
      .thenRefused({ reason: 'already-done' });
  });

  it('is never answered by whoever asked, with a yes or a no', () => {
    given(...asked)
      .when(approve(PIPPA, 'asked.release-1', 2))
      .thenRefused({ reason: 'own-proposal' });
    given(...asked)
      .when(decline(PIPPA, 'asked.release-1', 2))
      .thenRefused({ reason: 'own-proposal' });
  });

  it('is answered by another', () => {
    given(...asked)
      .when(approve(IRIS, 'asked.release-1', 2, { at: 9 }))
      .thenHappens({ type: 'ApprovalGiven', by: IRIS })
      .thenCase(standing('asked.release-1', { standing: 'approved', by: IRIS, at: minute(9) }));
  });

  it('is declined with a reason', () => {
    given(...asked)
      .when(decline(IRIS, 'asked.release-1', 2, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...asked)
      .when(decline(IRIS, 'asked.release-1', 2))
      .thenCase(standing('asked.release-1', { standing: 'refused', by: IRIS }));
  });

  it('is approved with a reason where the policy wants one, and without where it does not', () => {
    given(...asked)
      .when(approve(IRIS, 'asked.release-1', 2, { reason: '' }))
      .thenHappens({ type: 'ApprovalGiven' });
    given(...history(report(), ask(PIPPA, { ...wanted, reason: 'always' })))
      .when(approve(IRIS, 'asked.release-1', 2, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('approves nothing that is no approval', () => {
    given(...caseWith(stepOf('any.step', 'do')))
      .when(approve(HALE, 'any.step', SEEN))
      .thenRefused({ reason: 'no-such-step' });
  });
});
