import {
  approve,
  ask,
  close,
  decideOn,
  inform,
  note,
  open,
  ownCall,
  refer,
  report,
  take,
} from '../../support/case-commands.ts';
import { HALE, IRIS, minute, OMAR, PIPPA, planOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

/** The plan was chosen: nothing else has moved it. */
const SEEN = 1;

describe('calling for help waits for nobody', () => {
  const held = stepOf('help.police', 'refer', { after: [step('help.agree'), step('help.first')] });
  const plan = planOf({ steps: [stepOf('help.agree', 'approve'), stepOf('help.first', 'do'), held] });
  const reported = report({ plan });

  it('is written down whatever is locked, unapproved or undone', () => {
    given(...history(reported))
      .when(refer(OMAR, { step: held.id }))
      .thenHappens({ type: 'ReferralRecorded', step: held.id })
      .thenCase({ steps: [{}, {}, { now: { standing: 'done', by: OMAR } }] });
  });

  it('is written down by whoever may act, owner or not', () => {
    given(...history(reported, take(IRIS)))
      .when(refer(OMAR))
      .thenHappens({ type: 'ReferralRecorded', by: OMAR });
  });

  it('is written down after closing', () => {
    const closed = history(report(), take(IRIS), close(IRIS, SEEN));
    for (const command of [refer(IRIS), ownCall(PIPPA)])
      given(...closed)
        .when(command)
        .thenCase({ progress: { status: 'closed' } });
  });

  it('is written down for a step that the case does not have', () => {
    given(...history(report()))
      .when(refer(IRIS, { step: step('other.step') }))
      .thenHappens({ type: 'ReferralRecorded', agency: 'police' });
  });

  it('is written down a second time, and the first stands as it was', () => {
    given(...history(reported, refer(IRIS, { at: 1, step: held.id })))
      .when(refer(OMAR, { at: 2, step: held.id }))
      .thenHappens({ type: 'ReferralRecorded', by: OMAR })
      .thenCase({ steps: [{}, {}, { now: { by: IRIS, at: minute(1) } }] });
  });

  it('says who was called', () => {
    given(...history(report()))
      .when(refer(IRIS, { who: ' ' }))
      .thenRefused({ reason: 'needs-words' });
  });

  it('takes the reporter’s own call at any time', () => {
    for (const before of [[report()], [report(), take(IRIS)], [report(), open(IRIS)]])
      given(...history(...before))
        .when(ownCall(PIPPA))
        .thenHappens({ type: 'OwnCallRecorded', by: PIPPA, agency: 'police' });
  });
});

describe('only what was decided on an older view is turned away', () => {
  const wanted = stepOf('asked.release-1', 'approve');
  const plan = planOf({ steps: [stepOf('any.decision', 'decide'), stepOf('any.other', 'decide')] });
  const reported = history(report({ plan }));

  it('is not moved by openings, notes or the reporter’s call', () => {
    for (const command of [open(IRIS), take(IRIS), note(IRIS), ownCall(PIPPA)])
      given(...reported)
        .when(command)
        .thenCase({ decisionVersion: SEEN });
  });

  it('is moved by decisions, referrals, requests, a changed report and what the reporter adds', () => {
    const changes = [
      decideOn(IRIS, 'any.decision', SEEN),
      refer(IRIS),
      ask(PIPPA, wanted),
      report({ plan, content: 'second' }),
      inform(PIPPA),
    ];
    for (const command of changes)
      given(...reported)
        .when(command)
        .thenCase({ decisionVersion: SEEN + 1 });
  });

  it('refuses a decision, an approval and a closing made on an older view', () => {
    const later = history(report({ plan }), ask(PIPPA, wanted));
    given(...later)
      .when(decideOn(IRIS, 'any.decision', SEEN))
      .thenRefused({ reason: 'changed-meanwhile' });
    given(...later)
      .when(approve(HALE, 'asked.release-1', SEEN))
      .thenRefused({ reason: 'changed-meanwhile' });
    given(...history(report(), refer(IRIS)))
      .when(close(IRIS, SEEN))
      .thenRefused({ reason: 'changed-meanwhile' });
  });
});
