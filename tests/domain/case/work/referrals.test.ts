import fc from 'fast-check';
import { briefOf } from '../../../../src/domain/case/brief.ts';
import type { CaseCommand } from '../../../../src/domain/case/commands.ts';
import { decide } from '../../../../src/domain/case/decide.ts';
import { Consent, nextUnanswered } from '../../../../src/domain/case/work/referrals.ts';
import { Agency } from '../../../../src/domain/policy/step.ts';
import { live, wishes } from '../../../support/case-arbitraries.ts';
import { close, refer, reopen, report, take } from '../../../support/case-commands.ts';
import { CALENDAR, IRIS, minute, OMAR } from '../../../support/case-parts.ts';
import { chaseReferrals, escalateReferral, reply } from '../../../support/case-work-commands.ts';
import { given, history, RULES } from '../../../support/given.ts';

const at = { at: 1 };
const called = (...more: readonly CaseCommand[]) =>
  history(report(), take(IRIS), refer(IRIS, { ...at, agency: 'social-care', due: minute(60) }), ...more);
const further = (due: number, parts = {}) => escalateReferral(IRIS, { ...at, due: minute(due), ...parts });

describe('the clock of a referral', () => {
  it('runs out at its time and not before, and is said once', () => {
    given(...called())
      .when(chaseReferrals(IRIS, { at: 59 }))
      .thenRefused({ reason: 'already-done' });
    given(...called())
      .when(chaseReferrals(IRIS, { at: 60 }))
      .thenHappens({ type: 'ReferralsChased', referrals: [0] })
      .thenCase({ referrals: [{ chased: 1, late: true, due: minute(60) }] });
    given(...called(chaseReferrals(IRIS, { at: 60 })))
      .when(chaseReferrals(IRIS, { at: 6000 }))
      .thenRefused({ reason: 'already-done' });
  });

  it('names only those whose time is over', () => {
    const two = called(refer(IRIS, { ...at, agency: 'police', due: minute(90) }));
    given(...two)
      .when(chaseReferrals(IRIS, { at: 61 }))
      .thenHappens({ type: 'ReferralsChased', referrals: [0] });
    given(...two)
      .when(chaseReferrals(IRIS, { at: 90 }))
      .thenHappens({ type: 'ReferralsChased', referrals: [0, 1] });
  });

  it('begins anew with each step that takes it further, and is said once for each', () => {
    const late = called(chaseReferrals(IRIS, { at: 60 }), further(120));
    given(...late)
      .when(chaseReferrals(IRIS, { at: 119 }))
      .thenRefused({ reason: 'already-done' });
    const again = given(...late).when(chaseReferrals(IRIS, { at: 120 }));
    again.thenCase({ referrals: [{ chased: 2, late: true, stages: [{ stage: 'Team manager' }] }] });
    given(...late, ...again.events())
      .when(chaseReferrals(IRIS, { at: 121 }))
      .thenRefused({ reason: 'already-done' });
  });

  it('stands still after a step that has no time', () => {
    const state = given(...called(escalateReferral(IRIS, at))).state();
    expect(state.referrals[0]).not.toHaveProperty('due');
    expect(nextUnanswered(state)).toBeUndefined();
  });

  it.each(['accepted', 'advice', 'not-accepted'] as const)('ends with a reply (%s)', (outcome) => {
    const answered = called(
      chaseReferrals(IRIS, { at: 60 }),
      reply(IRIS, { ...at, outcome, text: 'By phone.' }),
    );
    const [referral] = given(...answered).state().referrals;
    expect(referral).toMatchObject({ replies: [{ outcome }] });
    expect(referral).not.toHaveProperty('due');
    expect(referral).not.toHaveProperty('late');
    given(...answered)
      .when(chaseReferrals(IRIS, { at: 6000 }))
      .thenRefused({ reason: 'already-done' });
  });

  it('begins anew where they asked for more, also after it had run out', () => {
    const more = reply(IRIS, { ...at, outcome: 'more-asked', text: 'Dates, please.', due: minute(200) });
    for (const past of [called(more), called(chaseReferrals(IRIS, { at: 60 }), more)]) {
      expect(nextUnanswered(given(...past).state())).toBe(minute(200));
      given(...past)
        .when(chaseReferrals(IRIS, { at: 200 }))
        .thenHappens({ type: 'ReferralsChased', referrals: [0] });
    }
  });

  it('is looked at next when the first of them is due; one that nobody waits for never', () => {
    const none = history(report(), refer(IRIS, { agency: 'iwf' }));
    expect(nextUnanswered(given(...none).state())).toBeUndefined();
    const two = called(refer(IRIS, { ...at, agency: 'police', due: minute(30) }));
    expect(nextUnanswered(given(...two).state())).toBe(minute(30));
  });
});

describe('what lists know of a referral', () => {
  const waits = (...commands: readonly CaseCommand[]) =>
    briefOf(given(...history(report(), ...commands)).state(), CALENDAR).waits;
  const due = { agency: 'social-care', due: minute(60) } as const;

  it('is that a reply is waited for, and until when', () => {
    expect(waits(refer(IRIS, due))).toEqual([{ ...due, chased: 0 }]);
    expect(waits(refer(IRIS, due), chaseReferrals(IRIS, { at: 60 }))).toEqual([{ ...due, chased: 1 }]);
    expect(waits(refer(IRIS, due), escalateReferral(IRIS))).toEqual([{ agency: 'social-care', chased: 0 }]);
  });

  it('is nothing once they replied, and nothing of those that tell nobody what came of it', () => {
    expect(waits(refer(IRIS, due), reply(IRIS))).toEqual([]);
    expect(waits(refer(IRIS, { agency: 'iwf' }))).toEqual([]);
  });
});

describe('what is written down of a referral', () => {
  it('says in words what came of it, unless they take it on', () => {
    for (const outcome of ['advice', 'not-accepted', 'more-asked'] as const)
      given(...called())
        .when(reply(OMAR, { outcome }))
        .thenRefused({ reason: 'needs-words' });
    given(...called())
      .when(reply(OMAR))
      .thenHappens({ type: 'ReferralReplied', outcome: 'accepted', by: OMAR });
  });

  it('says to whom it was taken', () => {
    given(...called())
      .when(further(120, { who: ' ' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('is about a referral that is there', () => {
    for (const command of [reply(IRIS, { referral: 7 }), escalateReferral(IRIS, { referral: 7 })])
      given(...called())
        .when(command)
        .thenRefused({ reason: 'no-such-step' });
  });
});

describe('a case whose referral nobody answered', () => {
  const version = () => given(...called()).state().decisionVersion;

  it('is closed only by somebody who has looked once more', () => {
    given(...called())
      .when(close(IRIS, version(), { confirmed: false }))
      .thenRefused({ reason: 'confirm', silent: ['social-care'] });
    given(...called())
      .when(close(IRIS, version(), { confirmed: true }))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('closes without a question once they replied', () => {
    given(...called(reply(IRIS)))
      .when(close(IRIS, given(...called(reply(IRIS))).state().decisionVersion, { confirmed: false }))
      .thenHappens({ type: 'CaseClosed' });
  });

  it('is still waited for when it is opened again', () => {
    const reopened = called(close(IRIS, version(), { confirmed: true }), reopen(IRIS));
    expect(nextUnanswered(given(...reopened).state())).toBe(minute(60));
  });
});

it('a referral is taken in every state of a case, and whatever was said about consent', () => {
  const consents = fc.option(
    fc.record({ answer: fc.constantFrom(...Consent.shape.answer.options), why: fc.string() }),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(wishes, fc.constantFrom(...Agency.options), consents, (lived, agency, consent) => {
      for (const { after } of live(lived).filter((moment) => moment.after !== undefined)) {
        const command = refer(IRIS, { at: 100_000, agency, ...(consent && { consent }) });
        const decision = decide(command, after, RULES);
        expect(decision).toMatchObject({ ok: true, value: [{ type: 'ReferralRecorded', agency }] });
      }
    }),
    { numRuns: 60 },
  );
});
