import {
  close,
  decideOn,
  escalate,
  nameInvolved,
  open,
  passOn,
  refer,
  report,
  take,
} from '../../support/case-commands.ts';
import { IRIS, OMAR, planOf, stepOf, WREN, waits } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const DECIDE = planOf({ steps: [stepOf('any.decision', 'decide')] });

describe('somebody must open a report', () => {
  it('waits for the first rung', () => {
    given()
      .when(report())
      .thenCase({ rung: 0, clock: waits('open', 30), exhausted: false });
  });

  it('waits for the first rung that has somebody', () => {
    given()
      .when(report({ manned: [2, 1] }))
      .thenCase({ rung: 1, clock: waits('open', 30) });
  });

  it('says at once that nobody is left when no rung has anybody', () => {
    given()
      .when(report({ manned: [] }))
      .thenCase({ exhausted: true, progress: { status: 'new' } })
      .thenNoClock();
  });

  it('calls the next rung when the wait is over, and not a moment before', () => {
    const reported = history(report());
    given(...reported)
      .when(escalate([0, 1, 2], { at: 29 }))
      .thenRefused({ reason: 'already-done' });
    given(...reported)
      .when(escalate([0, 1, 2], { at: 30 }))
      .thenHappens({ type: 'EscalationRaised', rung: 1, waitedFor: 'open', exhausted: false })
      .thenCase({ rung: 1, clock: waits('open', 60) });
  });

  it('calls the next rung before the wait is over when nobody on this one can be reached', () => {
    given(...history(report()))
      .when(escalate([0, 1, 2], { at: 1, because: 'unreachable', rung: 0 }))
      .thenCase({ rung: 1 });
  });

  it('climbs once when two notice the same unreachable rung', () => {
    const unreachable = escalate([0, 1, 2], { at: 1, because: 'unreachable', rung: 0 });
    given(...history(report(), unreachable))
      .when(unreachable)
      .thenRefused({ reason: 'already-done' });
  });

  it('passes over a rung that nobody is on', () => {
    given(...history(report()))
      .when(escalate([0, 2], { at: 30 }))
      .thenCase({ rung: 2 });
  });

  it('climbs to the end, and then says that nobody is left', () => {
    given(...history(report(), escalate([0, 1, 2], { at: 30 }), escalate([0, 1, 2], { at: 60 })))
      .when(escalate([0, 1, 2], { at: 90 }))
      .thenHappens({ type: 'EscalationRaised', rung: 2, exhausted: true })
      .thenCase({ exhausted: true, rung: 2 })
      .thenNoClock();
  });

  it('climbs no further once nobody is left', () => {
    given(...history(report(), escalate([0], { at: 30 })))
      .when(escalate([0, 1, 2], { at: 900 }))
      .thenRefused({ reason: 'already-done' });
  });
});

describe('opening pauses the ladder, owning stops it', () => {
  it('gives whoever opened it time to say "I have this"', () => {
    given(...history(report()))
      .when(open(IRIS, { at: 5 }))
      .thenCase({ progress: { status: 'opened' }, clock: waits('own', 65) });
  });

  it('gives no second pause for a second opening', () => {
    given(...history(report(), open(IRIS, { at: 5 })))
      .when(open(OMAR, { at: 60 }))
      .thenCase({ clock: waits('own', 65) });
  });

  it('calls the next rung when it was opened and nobody took it', () => {
    given(...history(report(), open(IRIS)))
      .when(escalate([0, 1, 2], { at: 60 }))
      .thenHappens({ type: 'EscalationRaised', rung: 1, waitedFor: 'own' });
  });

  it('starts the clock for the first decision when somebody takes it', () => {
    given(...history(report(), open(IRIS)))
      .when(take(IRIS, { at: 10 }))
      .thenCase({ progress: { status: 'owned', owner: IRIS }, clock: waits('decide', 250) });
  });

  it('lets a case be taken from the message, without opening it first', () => {
    given(...history(report()))
      .when(take(IRIS))
      .thenCase({ progress: { status: 'owned', owner: IRIS } });
  });

  it('has one owner', () => {
    const owned = history(report(), take(IRIS));
    given(...owned)
      .when(take(OMAR))
      .thenRefused({ reason: 'owned-by-another' });
    given(...owned)
      .when(take(IRIS))
      .thenRefused({ reason: 'already-done' });
  });

  it('calls the next rung when its owner decides nothing, and the owner keeps it', () => {
    given(...history(report(), take(IRIS)))
      .when(escalate([0, 1, 2], { at: 240 }))
      .thenHappens({ type: 'EscalationRaised', rung: 1, waitedFor: 'decide' })
      .thenCase({ progress: { status: 'owned', owner: IRIS } });
  });

  it('stops waiting at the first decision', () => {
    const owned = history(report({ plan: DECIDE }), take(IRIS));
    const { decisionVersion } = given(...owned).state();
    given(...owned)
      .when(decideOn(IRIS, 'any.decision', decisionVersion))
      .thenNoClock();
  });

  it('counts a referral as a decision', () => {
    given(...history(report(), take(IRIS)))
      .when(refer(IRIS))
      .thenNoClock();
  });

  it('does not count a referral by somebody who has only opened it', () => {
    given(...history(report(), open(IRIS)))
      .when(refer(IRIS))
      .thenCase({ clock: waits('own', 60) });
  });

  it('tells the reporter to phone only until somebody has it', () => {
    const nobody = history(report(), escalate([0], { at: 30 }));
    given(...nobody)
      .when(open(IRIS, { at: 40 }))
      .thenCase({ exhausted: false, clock: waits('own', 100) });
    given(...nobody)
      .when(take(IRIS))
      .thenCase({ exhausted: false });
  });

  it('tells the reporter no more to phone once its owner has decided after all', () => {
    const late = history(report(), take(IRIS), escalate([0], { at: 240 }));
    expect(given(...late).state().exhausted).toBe(true);
    given(...late)
      .when(refer(IRIS, { at: 300 }))
      .thenCase({ progress: { status: 'owned' }, exhausted: false })
      .thenNoClock();
  });
});

describe('whoever is connected to it passes it on', () => {
  it('waits again on the same rung while somebody else is there', () => {
    given(...history(report(), take(IRIS)))
      .when(passOn(IRIS, [0, 1], { at: 20 }))
      .thenHappens({ type: 'PassedOn', by: IRIS })
      .thenCase({ progress: { status: 'new' }, rung: 0, clock: waits('open', 50), conflicted: [IRIS] });
  });

  it('calls the next rung in the same breath when nobody else is there', () => {
    given(...history(report(), open(IRIS)))
      .when(passOn(IRIS, [1, 2], { at: 20 }))
      .thenHappens({ type: 'PassedOn' }, { type: 'EscalationRaised', rung: 1, exhausted: false })
      .thenCase({ progress: { status: 'new' }, rung: 1, clock: waits('open', 50) });
  });

  it('says that nobody is left when nobody is', () => {
    given(...history(report(), take(IRIS)))
      .when(passOn(IRIS, []))
      .thenHappens({ type: 'PassedOn' }, { type: 'EscalationRaised', exhausted: true })
      .thenCase({ progress: { status: 'new' }, exhausted: true })
      .thenNoClock();
  });

  it('is not opened any more when the only one who opened it has gone', () => {
    given(...history(report(), open(IRIS)))
      .when(passOn(IRIS, [0]))
      .thenCase({ progress: { status: 'new' }, clock: waits('open', 30) });
    given(...history(report(), open(IRIS), open(OMAR)))
      .when(passOn(IRIS, [0]))
      .thenCase({ progress: { status: 'opened' }, clock: waits('own', 60) });
  });

  it('leaves the owner in peace when somebody else passes on', () => {
    const owned = history(report(), escalate([0, 1, 2], { at: 30 }), take(IRIS, { at: 31 }));
    given(...owned)
      .when(passOn(OMAR, [0, 2], { at: 32 }))
      .thenHappens({ type: 'PassedOn', by: OMAR })
      .thenCase({ progress: { status: 'owned', owner: IRIS }, rung: 1, clock: waits('decide', 271) });
  });

  it('wakes nobody when the case is closed', () => {
    const closed = history(report(), take(IRIS), close(IRIS, 1));
    given(...closed)
      .when(passOn(IRIS, []))
      .thenHappens({ type: 'PassedOn' })
      .thenCase({ progress: { status: 'closed' }, conflicted: [IRIS] })
      .thenNoClock();
  });

  it('waits for somebody else when its owner turns out to be involved, decided or not', () => {
    const decided = history(report(), take(IRIS), refer(IRIS));
    given(...decided)
      .when(nameInvolved(OMAR, IRIS, { at: 60 }))
      .thenCase({ progress: { status: 'new' }, clock: waits('open', 90), conflicted: [IRIS] });
  });

  it('changes nothing else when somebody without a part in it turns out to be involved', () => {
    given(...history(report(), take(IRIS)))
      .when(nameInvolved(IRIS, WREN))
      .thenCase({
        progress: { status: 'owned', owner: IRIS },
        clock: waits('decide', 240),
        conflicted: [WREN],
      });
  });
});
