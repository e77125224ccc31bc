import { lockedBy, openSteps, stepOf as stepIn, stepsOf } from '../../../src/domain/case/state.ts';
import { alert, close, doStep, report, take, triage } from '../../support/case-commands.ts';
import { childOf, IRIS, planOf, reportOf, step, stepOf } from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const plan = planOf({
  steps: [
    stepOf('sv.support', 'do', { each: 'child' }),
    stepOf('sv.look-back', 'do', { after: [step('sv.support')] }),
  ],
});
const about = (...names: readonly string[]) => reportOf({ children: names.map(childOf) });
const reported = (...names: readonly string[]) =>
  history(report({ plan, report: about(...names) }), take(IRIS));
const both = reported('Robin Example', 'Kim Example');
const done = (past: ReturnType<typeof history>, id: string) => [
  ...past,
  ...given(...past)
    .when(doStep(IRIS, id))
    .events(),
];
/** A report sent anew, with these children. */
const amended = (past: ReturnType<typeof history>, ...names: readonly string[]) =>
  given(...past)
    .when(report({ plan, report: about(...names), content: names.join() }))
    .state();
const standings = (state: ReturnType<typeof amended>) =>
  Object.fromEntries(
    stepsOf(state).flatMap((each) =>
      each.step.child === undefined
        ? []
        : [[`${each.step.id} ${state.children[each.step.child]?.name}`, each.now.standing]],
    ),
  );

describe('a step for each child', () => {
  it('stands once for each child of the report, by its place and not by its name', () => {
    const state = given(...both).state();
    expect(stepsOf(state).map((each) => [each.step.id, each.step.child])).toEqual([
      ['sv.support-1', 0],
      ['sv.support-2', 1],
      ['sv.look-back', undefined],
    ]);
    expect(JSON.stringify(state.plan)).not.toMatch(/Robin|Kim/);
    expect(stepIn(state, step('sv.support'))).toBeUndefined();
  });

  it('is waited for by others until it is done for all of them', () => {
    const one = given(...done(both, 'sv.support-2')).state();
    const back = stepIn(one, step('sv.look-back'));
    expect(back && lockedBy(one, back).map((each) => each.step.id)).toEqual(['sv.support-1']);
    const all = given(...done(done(both, 'sv.support-2'), 'sv.support-1')).state();
    expect(openSteps(all).map((each) => each.step.id)).toEqual(['sv.look-back']);
  });

  it('keeps a case open while one is missing', () => {
    const past = done(both, 'sv.support-1');
    given(...past)
      .when(close(IRIS, given(...past).state().decisionVersion))
      .thenRefused({ reason: 'steps-left', steps: [{ id: 'sv.support-2' }, { id: 'sv.look-back' }] });
  });

  it('stands once after an alert, which names nobody, and anew for each child when the report comes', () => {
    const past = done(history(alert({ plan }), take(IRIS)), 'sv.support');
    const state = amended(past, 'Robin Example', 'Kim Example');
    expect(standings(state)).toEqual({
      'sv.support-1 Robin Example': 'waiting',
      'sv.support-2 Kim Example': 'waiting',
    });
    // What was done before anybody knew for whom stays written down.
    expect(stepIn(state, step('sv.support'))?.now.standing).toBe('done');
  });

  it('keeps its standing when the case is looked at anew', () => {
    const state = given(...done(both, 'sv.support-2'))
      .when(triage(IRIS, { plan }))
      .state();
    expect(standings(state)).toEqual({
      'sv.support-1 Robin Example': 'waiting',
      'sv.support-2 Kim Example': 'done',
    });
  });
});

describe('a report that is changed', () => {
  const robinDone = done(both, 'sv.support-1');

  it('adds a child, and those that were there keep their standing', () => {
    const state = amended(robinDone, 'Robin Example', 'Kim Example', 'Alex Example');
    expect(standings(state)).toEqual({
      'sv.support-1 Robin Example': 'done',
      'sv.support-2 Kim Example': 'waiting',
      'sv.support-3 Alex Example': 'waiting',
    });
    const back = stepIn(state, step('sv.look-back'));
    expect(back && lockedBy(state, back).map((each) => each.step.id)).toEqual([
      'sv.support-2',
      'sv.support-3',
    ]);
  });

  it('names them in another order, and no child is taken for another', () => {
    expect(standings(amended(robinDone, 'Kim Example', ' robin  example'))).toEqual({
      'sv.support-2 Kim Example': 'waiting',
      'sv.support-1  robin  example': 'done',
    });
  });

  it('leaves a child out: what was done for them stays, and what was not is asked no more', () => {
    expect(standings(amended(robinDone, 'Kim Example'))).toEqual({
      'sv.support-2 Kim Example': 'waiting',
      'sv.support-1 Robin Example': 'done',
    });
    expect(standings(amended(robinDone, 'Robin Example'))).toEqual({ 'sv.support-1 Robin Example': 'done' });
  });

  it('gives another name: what was done for one child counts for no other', () => {
    expect(standings(amended(robinDone, 'Alex Example', 'Kim Example'))).toEqual({
      'sv.support-3 Alex Example': 'waiting',
      'sv.support-2 Kim Example': 'waiting',
      'sv.support-1 Robin Example': 'done',
    });
  });

  it('tells children without a name apart by what is written of them', () => {
    const unknown = (description: string) => ({ ...childOf(''), description });
    const two = reportOf({ children: [unknown('red coat'), unknown('red coat')] });
    const past = history(report({ plan, report: two }), take(IRIS));
    expect(given(...past).state().children).toHaveLength(2);
    const next = reportOf({ children: [unknown('Red coat'), unknown('blue hat')] });
    const state = given(...past)
      .when(report({ plan, report: next, content: 'changed' }))
      .state();
    expect(state.children.map(({ description }) => description)).toEqual([
      'Red coat',
      'red coat',
      'blue hat',
    ]);
  });
});

describe('a step for each child that waits for another', () => {
  const risk = stepOf('sv.risk', 'ask', { each: 'child', answers: ['High', 'Low'] });
  const chain = planOf({
    steps: [
      risk,
      stepOf('sv.support', 'do', { each: 'child', after: [step('sv.risk')] }),
      stepOf('sv.watch', 'do', { each: 'child', given: { [step('sv.risk')]: ['High'] } }),
      stepOf('sv.end', 'do', { given: { [step('sv.risk')]: ['Low'] } }),
    ],
  });
  const begun = history(report({ plan: chain, report: about('Robin Example', 'Kim Example') }), take(IRIS));
  const answered = (past: ReturnType<typeof history>, id: string, answer: string) => [
    ...past,
    ...given(...past)
      .when(doStep(IRIS, id, { answer }))
      .events(),
  ];
  const open = (past: ReturnType<typeof history>) =>
    openSteps(given(...past).state()).map((each) => String(each.step.id));

  it('waits for the same child only', () => {
    const one = answered(begun, 'sv.risk-1', 'High');
    expect(open(one)).toEqual(['sv.risk-2', 'sv.support-1', 'sv.watch-1']);
  });

  it('lets a step of the whole case wait for the answers of all', () => {
    const mixed = answered(answered(begun, 'sv.risk-1', 'High'), 'sv.risk-2', 'Low');
    expect(open(mixed)).not.toContain('sv.end');
    const low = answered(answered(begun, 'sv.risk-1', 'Low'), 'sv.risk-2', 'Low');
    expect(open(low)).toContain('sv.end');
  });
});
