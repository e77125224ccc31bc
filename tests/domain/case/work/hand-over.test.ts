import { close, escalate, open, passOn, report, take } from '../../../support/case-commands.ts';
import { IRIS, minute, OMAR, WREN, waits } from '../../../support/case-parts.ts';
import { handOver, leaveDuty } from '../../../support/case-work-commands.ts';
import { given, history } from '../../../support/given.ts';

const NOTE = 'The aunt phones at three.';
const owned = () => history(report(), open(IRIS, { at: 1 }), take(IRIS, { at: 2 }));
const handed = () => history(report(), open(IRIS), take(IRIS), handOver(IRIS, { to: OMAR, note: NOTE }));

describe('handing over', () => {
  it('waits for the one it was handed to, as for somebody who opened it', () => {
    given(...owned())
      .when(handOver(IRIS, { to: OMAR, note: NOTE, at: 10 }))
      .thenHappens({ type: 'HandedOver', by: IRIS, to: OMAR, note: NOTE, clock: waits('own', 70) })
      .thenCase({
        progress: { status: 'opened' },
        handed: { from: IRIS, to: OMAR, note: NOTE, at: minute(10) },
        cardsFor: [OMAR],
        handedOver: 1,
      });
  });

  it('is over when somebody has it, whoever that is', () => {
    for (const by of [OMAR, WREN])
      expect(
        given(...handed())
          .when(take(by))
          .state(),
      ).not.toHaveProperty('handed');
  });

  it('climbs when nobody says that they have it, and they still can', () => {
    const climbed = given(...handed()).when(escalate([0, 1, 2], { at: 500 }));
    climbed
      .thenHappens({ type: 'EscalationRaised', waitedFor: 'own', rung: 1 })
      .thenCase({ handed: { to: OMAR } });
    given(...handed(), ...climbed.events())
      .when(take(OMAR))
      .thenCase({ progress: { status: 'owned', owner: OMAR } });
  });

  it('is called again when they are connected to it, though others opened it before', () => {
    const passed = given(...handed()).when(passOn(OMAR, [0, 2], { at: 20 }));
    passed.thenCase({ progress: { status: 'new' }, conflicted: [OMAR] });
    expect(passed.state().clock?.waitsFor).toBe('open');
    expect(passed.state()).not.toHaveProperty('handed');
    // Somebody else who goes leaves it with them.
    given(...handed())
      .when(passOn(WREN, [0, 1]))
      .thenCase({ progress: { status: 'opened' }, handed: { to: OMAR } });
  });

  it('is for whoever has it, with words, to somebody else', () => {
    given(...owned())
      .when(handOver(OMAR, { to: WREN, note: NOTE }))
      .thenRefused({ reason: 'not-owner' });
    given(...owned())
      .when(handOver(IRIS, { to: OMAR, note: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...owned())
      .when(handOver(IRIS, { to: IRIS, note: NOTE }))
      .thenRefused({ reason: 'already-done' });
    given(...handed())
      .when(handOver(IRIS, { to: WREN, note: NOTE }))
      .thenRefused({ reason: 'not-owner' });
  });

  it('is part of no case that is closed', () => {
    const { decisionVersion } = given(...handed()).state();
    const closed = given(...handed()).when(close(IRIS, decisionVersion));
    expect(closed.state()).not.toHaveProperty('handed');
    given(...handed(), ...closed.events())
      .when(handOver(IRIS, { to: OMAR, note: NOTE }))
      .thenRefused({ reason: 'closed' });
  });
});

describe('going off duty', () => {
  it('calls the ladder again from where it stands', () => {
    given(...owned())
      .when(leaveDuty(IRIS, { at: 10 }))
      .thenHappens({ type: 'DutyLeft', by: IRIS, clock: waits('open', 40) })
      .thenCase({ progress: { status: 'new' }, rung: 0, exhausted: false, handedOver: 1 });
  });

  it('is for whoever has it', () => {
    given(...owned())
      .when(leaveDuty(OMAR))
      .thenRefused({ reason: 'not-owner' });
    given(...handed())
      .when(leaveDuty(IRIS))
      .thenRefused({ reason: 'not-owner' });
  });
});
