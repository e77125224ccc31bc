import { stepOf as stepIn } from '../../../src/domain/case/state.ts';
import {
  close,
  doStep,
  reasonAway,
  replyToInform,
  report,
  take,
  tellRoles,
} from '../../support/case-commands.ts';
import { IRIS, minute, OMAR, planOf, reportOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const technical = ['page', 'device', 'when'] as const;
const systems = stepOf('filter.systems', 'inform', { to: ['it-lead'], draft: [...technical] });
const itself = { ...systems, itself: true } as const;
const { account } = reportOf();
const PAGE = reportOf({ account: { ...account, page: 'bad.example/x', device: 'Tablet 12', time: '09:00' } });
const taken = history(report({ plan: planOf({ steps: [systems] }) }), take(IRIS));

describe('a step that tells roles', () => {
  it('is done by the words that were sent, to the roles that the policy names', () => {
    given(...taken)
      .when(tellRoles(IRIS, 'filter.systems', { text: 'Close bad.example.', at: 7 }))
      .thenHappens({ type: 'RolesInformed', by: IRIS, to: ['it-lead'], text: 'Close bad.example.' })
      .thenCase({
        informed: [{ step: 'filter.systems', to: ['it-lead'], by: IRIS, at: minute(7), replies: [] }],
        steps: [{ now: { standing: 'done', by: IRIS } }],
      });
  });

  it('wants words, and somebody who reads them', () => {
    given(...taken)
      .when(tellRoles(IRIS, 'filter.systems', { text: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...taken)
      .when(tellRoles(IRIS, 'filter.systems', { nobody: true }))
      .thenRefused({ reason: 'nobody-to-tell' });
  });

  it('is told once', () => {
    const past = [
      ...taken,
      ...given(...taken)
        .when(tellRoles(IRIS, 'filter.systems'))
        .events(),
    ];
    given(...past)
      .when(tellRoles(IRIS, 'filter.systems'))
      .thenRefused({ reason: 'already-done' });
  });

  it('can be done in person: who and how is the answer', () => {
    given(...taken)
      .when(doStep(IRIS, 'filter.systems'))
      .thenRefused({ reason: 'needs-words' });
    given(...taken)
      .when(doStep(IRIS, 'filter.systems', { answer: 'The technical lead, by phone' }))
      .thenHappens({ type: 'StepDone', answer: 'The technical lead, by phone' })
      .thenCase({ informed: [] });
  });

  it('cannot be reasoned away where it must be done, and stands in the way of closing', () => {
    given(...taken)
      .when(reasonAway(IRIS, 'filter.systems'))
      .thenRefused({ reason: 'steps-left' });
    given(...taken)
      .when(close(IRIS, 1))
      .thenRefused({ reason: 'steps-left' });
  });

  it('takes answers from those who were told, each with who and when, also when the case is closed', () => {
    const past = [
      ...taken,
      ...given(...taken)
        .when(tellRoles(IRIS, 'filter.systems'))
        .events(),
    ];
    const replied = [
      ...past,
      ...given(...past)
        .when(replyToInform(OMAR, 'filter.systems', { at: 9 }))
        .events(),
    ];
    expect(given(...replied).state().informed[0]?.replies).toEqual([
      { by: OMAR, at: minute(9), text: 'Blocked.' },
    ]);
    const closed = [
      ...replied,
      ...given(...replied)
        .when(close(IRIS, 1))
        .events(),
    ];
    given(...closed)
      .when(replyToInform(OMAR, 'filter.systems'))
      .thenHappens({ type: 'InformedReplied', text: 'Blocked.' });
    given(...past)
      .when(replyToInform(OMAR, 'filter.systems', { text: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...taken)
      .when(replyToInform(OMAR, 'filter.systems'))
      .thenRefused({ reason: 'no-such-step' });
  });
});

describe('what goes with the report', () => {
  const plan = planOf({ steps: [itself] });

  it('is the technical part, by nobody, and does the step', () => {
    const past = history(report({ plan, report: PAGE }));
    expect(past.at(-1)).toEqual({
      type: 'RolesInformed',
      at: minute(0),
      step: step('filter.systems'),
      to: ['it-lead'],
      text: 'bad.example/x\nTablet 12\n2026-11-23 09:00',
    });
    expect(stepIn(given(...past).state(), step('filter.systems'))?.now.standing).toBe('done');
  });

  it('is nothing where neither page nor device is known: then the lead tells them', () => {
    const past = history(report({ plan }));
    expect(past.map(({ type }) => type)).toEqual(['ConcernReported', 'RouteChosen']);
    given(...past)
      .when(tellRoles(IRIS, 'filter.systems'))
      .thenHappens({ type: 'RolesInformed', by: IRIS });
  });

  it('goes with a later version of the report, if nobody has told them before', () => {
    const first = history(report({ plan }));
    const later = report({ plan, report: PAGE, content: 'second', at: 30 });
    given(...first)
      .when(later)
      .thenHappens({ type: 'ReportAmended' }, { type: 'RouteChosen' }, { type: 'RolesInformed' });
    const told = [
      ...first,
      ...given(...first)
        .when(tellRoles(IRIS, 'filter.systems'))
        .events(),
    ];
    given(...told)
      .when(later)
      .thenHappens({ type: 'ReportAmended' }, { type: 'RouteChosen' });
    const sent = history(report({ plan, report: PAGE }));
    given(...sent)
      .when(later)
      .thenHappens({ type: 'ReportAmended' }, { type: 'RouteChosen' });
  });

  it('never has a name or the story in it', () => {
    const past = history(report({ plan, report: PAGE }));
    expect(JSON.stringify(past.at(-1))).not.toMatch(/Robin|bruise|Playground/);
  });
});

describe('a step that somebody outside is told by', () => {
  const contact = stepOf('any.parents', 'contact', { whom: 'parents' });
  const past = history(report({ plan: planOf({ steps: [contact] }) }), take(IRIS));

  it('wants to know who, and how', () => {
    given(...past)
      .when(doStep(IRIS, 'any.parents', { note: 'All.' }))
      .thenRefused({ reason: 'needs-words' });
    given(...past)
      .when(doStep(IRIS, 'any.parents', { answer: 'Mother, by phone', note: '2026-11-23 09:30: All.' }))
      .thenHappens({
        type: 'StepDone',
        by: IRIS,
        answer: 'Mother, by phone',
        note: '2026-11-23 09:30: All.',
      });
  });

  it('sends nobody anything', () => {
    given(...past)
      .when(tellRoles(IRIS, 'any.parents'))
      .thenRefused({ reason: 'no-such-step' });
  });
});
