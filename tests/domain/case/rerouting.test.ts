import { mayInvolveLead } from '../../../src/domain/policy/facts.ts';
import {
  alert,
  close,
  doStep,
  escalate,
  open,
  raiseAgain,
  refer,
  report,
  take,
  triage,
} from '../../support/case-commands.ts';
import {
  HALE,
  IRIS,
  MARLOW,
  minute,
  OMAR,
  PIPPA,
  planOf,
  reportOf,
  routeOf,
  step,
  stepOf,
  waits,
} from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

describe('an alert comes first, a report follows', () => {
  const suspected = { facts: { 'may-involve-lead': ['yes'] }, mayInvolveLead: true };
  const toTheHead = planOf({ route: routeOf({ id: 'may-involve-a-lead', rungs: [['headteacher']] }) });

  it('is one case, with the alert and the report', () => {
    given(...history(alert()))
      .when(report({ at: 3 }))
      .thenHappens({ type: 'ConcernReported' }, { type: 'RouteChosen' })
      .thenCase({ reportedAt: minute(0), alert: { where: 'Hall' }, report: { harms: ['mark'] } });
  });

  it('is raised once', () => {
    given(...history(alert()))
      .when(alert({ at: 1 }))
      .thenRefused({ reason: 'same-again' });
    given(...history(report()))
      .when(alert({ at: 1 }))
      .thenRefused({ reason: 'same-again' });
  });

  it('leaves the leads out when it may involve one of them', () => {
    given().when(alert(suspected)).thenCase({ mayInvolveLead: true });
    expect(mayInvolveLead({ adult: ['unsure'] })).toBe(true);
  });

  it('stays with whoever took the alert', () => {
    given(...history(alert(), take(IRIS)))
      .when(report({ at: 5 }))
      .thenCase({ progress: { status: 'owned', owner: IRIS }, clock: waits('decide', 240) });
  });

  it('must be opened again when only the alert was opened', () => {
    given(...history(alert(), open(IRIS)))
      .when(report({ at: 5 }))
      .thenCase({ progress: { status: 'new' }, clock: waits('open', 35) });
  });

  it('keeps calling everyone who was called already', () => {
    given(...history(alert(), escalate([0, 1, 2], { at: 30 })))
      .when(report({ at: 40 }))
      .thenCase({ rung: 1, clock: waits('open', 70) });
  });

  it('leaves its owner when the report is about them', () => {
    given(...history(alert(), take(IRIS)))
      .when(report({ at: 5, report: reportOf({ adult: 'yes', adults: [{ person: IRIS }] }) }))
      .thenCase({ progress: { status: 'new' }, clock: waits('open', 35) });
  });

  it('leaves its owner when the report calls them connected', () => {
    given(...history(alert(), take(IRIS)))
      .when(report({ report: reportOf({ connected: [IRIS] }) }))
      .thenCase({ progress: { status: 'new' } });
  });

  it('leaves its owner when a lead may be involved, even where the policy asks the same people', () => {
    given(...history(alert(), take(IRIS)))
      .when(report({ facts: { adult: ['unsure'] } }))
      .thenCase({ progress: { status: 'new' }, mayInvolveLead: true });
  });

  it('leaves its owner when a lead may be involved after all', () => {
    given(...history(alert(), take(IRIS)))
      .when(report({ at: 5, facts: { adult: ['unsure'] }, plan: toTheHead, manned: [0] }))
      .thenCase({ progress: { status: 'new' }, mayInvolveLead: true, rung: 0, clock: waits('open', 35) });
  });
});

describe('a report is sent again', () => {
  it('is the same receipt when nothing changed', () => {
    given(...history(report()))
      .when(report({ at: 2 }))
      .thenRefused({ reason: 'same-again' });
  });

  it('is an amended report when something did, and alerts again', () => {
    given(...history(report(), open(IRIS, { at: 1 })))
      .when(report({ at: 10, content: 'second' }))
      .thenHappens({ type: 'ReportAmended', content: 'second' }, { type: 'RouteChosen' })
      .thenCase({ amended: 1, progress: { status: 'new' }, clock: waits('open', 40) });
  });

  it('asks its owner for a decision again', () => {
    given(...history(report(), take(IRIS), refer(IRIS)))
      .when(report({ at: 10, content: 'second' }))
      .thenCase({ progress: { status: 'owned', owner: IRIS }, clock: waits('decide', 250) });
  });

  it('shortens the wait when it has become more urgent', () => {
    const urgent = planOf({ urgency: 'now', clocks: { rung: 'PT5M', opened: 'PT5M', decision: 'PT30M' } });
    given(...history(report(), take(IRIS)))
      .when(report({ at: 10, content: 'second', plan: urgent }))
      .thenCase({ clock: waits('decide', 40) });
  });

  it('opens a closed case again', () => {
    given(...history(report(), take(IRIS), close(IRIS, 1)))
      .when(report({ at: 100, content: 'second' }))
      .thenCase({ progress: { status: 'new' }, clock: waits('open', 130) });
  });
});

describe('the reporter raises it again', () => {
  it('goes past the leads, to the independent roles', () => {
    given(...history(report(), take(IRIS)))
      .when(raiseAgain(PIPPA, { at: 50 }))
      .thenHappens({ type: 'RaisedAgain', rung: 3 })
      .thenCase({ progress: { status: 'new' }, rung: 3, raisedAgain: 1, clock: waits('open', 80) });
  });

  it('says why', () => {
    given(...history(report()))
      .when(raiseAgain(PIPPA, { reason: '  ' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('opens a closed case again', () => {
    given(...history(report(), take(IRIS), close(IRIS, 1)))
      .when(raiseAgain(PIPPA))
      .thenCase({ progress: { status: 'new' } });
  });

  it('shuts nobody out who could act before', () => {
    given(...history(report(), escalate([0, 1, 2], { at: 30 }), escalate([0, 1, 2], { at: 60 })))
      .when(raiseAgain(PIPPA, { manned: [0, 1, 2] }))
      .thenCase({ rung: 2 });
  });

  it('says that nobody is left when nobody is', () => {
    given(...history(report()))
      .when(raiseAgain(PIPPA, { manned: [] }))
      .thenCase({ exhausted: true })
      .thenNoClock();
  });
});

describe('a lead corrects what is known', () => {
  it('keeps its owner and the wait while the same people are asked', () => {
    given(...history(report(), escalate([0, 1, 2], { at: 30 }), take(OMAR, { at: 31 })))
      .when(triage(OMAR, { at: 40 }))
      .thenCase({ progress: { status: 'owned', owner: OMAR }, rung: 1, clock: waits('decide', 271) });
  });

  it('starts no wait when the first decision is made', () => {
    given(...history(report(), take(IRIS), refer(IRIS)))
      .when(triage(IRIS))
      .thenCase({ progress: { status: 'owned', owner: IRIS }, exhausted: false })
      .thenNoClock();
  });

  it('goes to other people when the policy asks for other people', () => {
    const other = planOf({ route: routeOf({ id: 'about-an-adult', rungs: [['headteacher']] }) });
    given(...history(report(), take(IRIS)))
      .when(triage(IRIS, { at: 10, plan: other, manned: [0] }))
      .thenCase({ progress: { status: 'new' }, rung: 0, clock: waits('open', 40) });
  });

  it('stays with the independent roles after it was raised again', () => {
    given(...history(report(), raiseAgain(PIPPA), take(HALE)))
      .when(triage(HALE, { at: 10 }))
      .thenCase({
        progress: { status: 'owned', owner: HALE },
        rung: 3,
        plan: {
          route: { rungs: [['dsl'], ['deputy'], ['senior-leader'], ['headteacher'], ['chair-of-governors']] },
        },
      });
  });

  it('never lets a shorter list of people through as the same', () => {
    const fewer = planOf({ route: routeOf({ exclude: ['dsl'] }) });
    given(...history(report(), take(MARLOW)))
      .when(triage(MARLOW, { plan: fewer }))
      .thenCase({ progress: { status: 'new' } });
  });
});

describe('a kind of case that is named later', () => {
  it('locks what its order puts after it, also a step that was there before', () => {
    const tell = (after: readonly string[]) => stepOf('any.tell', 'do', { after: after.map(step) });
    const police = stepOf('svsh.police', 'refer');
    given(...history(report({ plan: planOf({ steps: [tell([])] }) }), take(IRIS)))
      .when(triage(IRIS, { plan: planOf({ steps: [tell(['svsh.police']), police] }) }))
      .thenHappens({ type: 'RouteChosen' });
    const named = history(
      report({ plan: planOf({ steps: [tell([])] }) }),
      take(IRIS),
      triage(IRIS, { plan: planOf({ steps: [tell(['svsh.police']), police] }) }),
    );
    given(...named)
      .when(doStep(IRIS, 'any.tell'))
      .thenRefused({ reason: 'locked' });
  });
});
