import type { PlannedStep } from '../../../src/domain/case/plan.ts';
import {
  approve,
  ask,
  close,
  decline,
  doStep,
  reasonAway,
  reopen,
  report,
  take,
} from '../../support/case-commands.ts';
import { HALE, IRIS, minute, PIPPA, planOf, step, stepOf, waits } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const SEEN = 1;
const caseWith = (...steps: readonly PlannedStep[]) => report({ plan: planOf({ steps: [...steps] }) });
const left = (id: string) => [{ id: step(id) }];

describe('a case closes when the policy has been followed', () => {
  it('closes with nothing left, and says why', () => {
    given(...history(report(), take(IRIS)))
      .when(close(IRIS, SEEN, { at: 90 }))
      .thenHappens({ type: 'CaseClosed', by: IRIS, reason: 'The family has support.' })
      .thenCase({ progress: { status: 'closed', by: IRIS, at: minute(90), line: 'Thank you.' } })
      .thenNoClock();
    given(...history(report()))
      .when(close(IRIS, SEEN, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('does not close while what must be done is not', () => {
    const reported = caseWith(stepOf('any.step', 'do'));
    given(...history(reported))
      .when(close(IRIS, SEEN, { confirmed: true }))
      .thenRefused({ reason: 'steps-left', steps: left('any.step') });
    given(...history(reported, doStep(IRIS, 'any.step')))
      .when(close(IRIS, SEEN))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('does not close while what is to be considered has neither been done nor reasoned away', () => {
    const reported = caseWith(stepOf('any.step', 'do', { modality: 'consider' }));
    given(...history(reported))
      .when(close(IRIS, SEEN, { confirmed: true }))
      .thenRefused({ reason: 'steps-left', steps: left('any.step') });
    given(...history(reported, reasonAway(IRIS, 'any.step')))
      .when(close(IRIS, SEEN))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('asks once more about what should be done, and then closes', () => {
    const reported = caseWith(stepOf('any.step', 'do', { modality: 'should' }));
    given(...history(reported))
      .when(close(IRIS, SEEN))
      .thenRefused({ reason: 'confirm', steps: left('any.step') });
    given(...history(reported))
      .when(close(IRIS, SEEN, { confirmed: true }))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('asks nothing about what may be done, or is only read', () => {
    const steps = [
      stepOf('any.may', 'do', { modality: 'may' }),
      stepOf('any.never', 'never'),
      stepOf('any.tell', 'tell'),
    ];
    given(...history(caseWith(...steps)))
      .when(close(IRIS, SEEN))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('answers every request first, with a yes or a no', () => {
    const wanted = stepOf('asked.release-1', 'approve', { modality: 'may' });
    given(...history(report(), ask(PIPPA, wanted)))
      .when(close(IRIS, 2))
      .thenRefused({ reason: 'steps-left', steps: left('asked.release-1') });
    for (const answer of [approve(HALE, 'asked.release-1', 2), decline(HALE, 'asked.release-1', 2)])
      given(...history(report(), ask(PIPPA, wanted), answer))
        .when(close(IRIS, 3))
        .thenHappens({ type: 'CaseClosed' });
  });

  it('wants the other system’s reference where the record is kept there', () => {
    given(...history(report()))
      .when(close(IRIS, SEEN, { needsReference: true, reference: ' ' }))
      .thenRefused({ reason: 'needs-reference' });
    given(...history(report()))
      .when(close(IRIS, SEEN, { needsReference: true, reference: 'CP-118' }))
      .thenHappens({ type: 'CaseClosed', reference: 'CP-118' });
  });
});

describe('a closed case', () => {
  const closed = history(
    caseWith(stepOf('any.step', 'do', { modality: 'may' })),
    take(IRIS),
    close(IRIS, SEEN),
  );

  it('opens again with a reason, and waits to be opened', () => {
    given(...closed)
      .when(reopen(IRIS, { at: 500 }))
      .thenHappens({ type: 'CaseReopened', reason: 'Something new.' })
      .thenCase({ progress: { status: 'new' }, clock: waits('open', 530), exhausted: false });
    given(...closed)
      .when(reopen(IRIS, { reason: '' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('is reopened once', () => {
    given(...history(report()))
      .when(reopen(IRIS))
      .thenRefused({ reason: 'already-done' });
  });

  it('closes a second time only on what is known by then', () => {
    given(...closed)
      .when(close(IRIS, SEEN))
      .thenRefused({ reason: 'closed' });
    const reopened = history(report(), close(IRIS, SEEN), reopen(IRIS));
    given(...reopened)
      .when(close(IRIS, SEEN))
      .thenRefused({ reason: 'changed-meanwhile' });
    given(...reopened)
      .when(close(IRIS, SEEN + 1))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('takes no request that nobody could answer', () => {
    given(...closed)
      .when(ask(PIPPA, stepOf('asked.release-1', 'approve')))
      .thenRefused({ reason: 'closed' });
  });
});
