import {
  approve,
  ask,
  close,
  escalate,
  inform,
  passOn,
  refer,
  report,
  take,
} from '../../support/case-commands.ts';
import { IRIS, OMAR, PIPPA, planOf, stepOf, waits } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

describe('what the reporter adds reaches somebody', () => {
  it('counts, and a closing made without it is turned away', () => {
    given(...history(report(), take(IRIS), inform(PIPPA)))
      .when(close(IRIS, 1))
      .thenRefused({ reason: 'changed-meanwhile' });
  });

  it('opens a closed case again', () => {
    given(...history(report(), take(IRIS), close(IRIS, 1)))
      .when(inform(PIPPA, { at: 90 }))
      .thenCase({ progress: { status: 'new' }, added: 1, clock: waits('open', 120) });
  });
});

describe('an owner who is not there', () => {
  const taken = [report(), take(IRIS)] as const;

  it('keeps the case while there is time to decide', () => {
    given(...history(...taken))
      .when(take(OMAR))
      .thenRefused({ reason: 'owned-by-another' });
  });

  it('loses it to whoever was called when no decision came', () => {
    given(...history(...taken, escalate([0, 1, 2], { at: 600 })))
      .when(take(OMAR, { at: 601 }))
      .thenHappens({ type: 'CaseTaken', by: OMAR })
      .thenCase({ progress: { status: 'owned', owner: OMAR, late: false } });
  });

  it('has not decided by answering somebody’s request', () => {
    const wanted = stepOf('asked.release-1', 'approve');
    given(...history(report(), take(IRIS), ask(PIPPA, wanted)))
      .when(approve(IRIS, 'asked.release-1', 2))
      .thenCase({ clock: { waitsFor: 'decide' } });
  });
});

describe('a call to somebody else', () => {
  it('is recorded, and the step that asks for the police still waits', () => {
    const police = { ...stepOf('help.police', 'refer'), agency: 'police' as const };
    given(...history(report({ plan: planOf({ steps: [police] }) })))
      .when(refer(IRIS, { step: police.id, agency: 'health' }))
      .thenHappens({ type: 'ReferralRecorded', agency: 'health' })
      .thenCase({ steps: [{ now: { standing: 'waiting' } }] });
  });
});

describe('when the last one on the route passes on', () => {
  it('calls the independent role', () => {
    const plan = planOf({ route: { ...planOf().route, rungs: [['headteacher']], channel: false } });
    given(...history(report(), take(IRIS)))
      .when(passOn(IRIS, [0], { plan, at: 20 }))
      .thenHappens({ type: 'PassedOn' }, { type: 'RouteChosen', rung: 0 })
      .thenCase({
        progress: { status: 'new' },
        exhausted: false,
        plan: { route: { rungs: [['headteacher']] } },
      });
  });
});
