import { repliesTo } from '../../../../src/domain/case/work/tasks.ts';
import { report, take } from '../../../support/case-commands.ts';
import { IRIS, minute, OMAR, PIPPA } from '../../../support/case-parts.ts';
import { answerTask, giveTask, openTask, remind } from '../../../support/case-work-commands.ts';
import { given, history } from '../../../support/given.ts';

const DAY = 24 * 60;
/** Four in the afternoon, so many days after Monday. */
const homeTime = (days: number) => days * DAY + 7 * 60;
const asked = (due = '2026-11-24', at = 10) => history(report(), take(IRIS), giveTask(IRIS, { due, at }));

describe('a task for a colleague', () => {
  it('says who is asked, what, by when and by whom', () => {
    given(...history(report()))
      .when(giveTask(IRIS, { to: PIPPA, text: 'Meet at the gate.', due: '2026-11-30', at: 5 }))
      .thenHappens({ type: 'TaskGiven', to: PIPPA, text: 'Meet at the gate.', due: '2026-11-30', by: IRIS })
      .thenCase({ tasks: [{ to: PIPPA, done: false, answers: [], at: minute(5) }] });
  });

  it('needs words, and a colleague who cannot says why', () => {
    given(...history(report()))
      .when(giveTask(IRIS, { text: ' ' }))
      .thenRefused({ reason: 'needs-words' });
    given(...asked())
      .when(answerTask(PIPPA, { done: false, text: '' }))
      .thenRefused({ reason: 'needs-words' });
    given(...asked())
      .when(answerTask(PIPPA, { done: false, text: 'I am on a trip.' }))
      .thenCase({ tasks: [{ done: false, answers: [{ by: PIPPA, text: 'I am on a trip.' }] }] });
  });

  it('is done without a word, and once', () => {
    const done = given(...asked()).when(answerTask(PIPPA, { at: 30 }));
    done.thenCase({ tasks: [{ done: true, answers: [{ by: PIPPA, at: minute(30) }] }] });
    given(...asked(), ...done.events())
      .when(answerTask(IRIS))
      .thenRefused({ reason: 'already-done' });
  });

  it('is read before it is answered, which is a fact of its own', () => {
    given(...asked())
      .when(openTask(PIPPA, { at: 20 }))
      .thenHappens({ type: 'TaskOpened', by: PIPPA, task: 0, at: minute(20) });
    given(...asked())
      .when(openTask(PIPPA, { task: 1 }))
      .thenRefused({ reason: 'no-such-step' });
    given(...asked())
      .when(answerTask(PIPPA, { task: 1 }))
      .thenRefused({ reason: 'no-such-step' });
  });

  it('tells a reply of the colleague from what a lead wrote down', () => {
    const past = [
      ...asked(),
      ...given(...asked())
        .when(answerTask(PIPPA, { done: false, text: 'Not today.' }))
        .events(),
    ];
    const { tasks } = given(...past)
      .when(answerTask(IRIS, { text: 'Omar did it.' }))
      .state();
    expect(tasks[0]?.answers).toHaveLength(2);
    expect(tasks.flatMap(repliesTo).map(({ text }) => text)).toEqual(['Not today.']);
  });

  it('is asked after once when its day is over, and the next morning the lead is told, once', () => {
    const past = asked();
    given(...past)
      .when(remind(IRIS, { at: homeTime(1) - 1 }))
      .thenRefused({ reason: 'already-done' });
    const chased = given(...past)
      .when(remind(IRIS, { at: homeTime(1) }))
      .thenHappens({ type: 'TasksChased', tasks: [0] })
      .thenCase({ tasks: [{ chasedAt: minute(homeTime(1)) }] });
    const then = [...past, ...chased.events()];
    given(...then)
      .when(remind(IRIS, { at: 2 * DAY - 1 }))
      .thenRefused({ reason: 'already-done' });
    const late = given(...then)
      .when(remind(IRIS, { at: 2 * DAY }))
      .thenHappens({ type: 'TasksLate', tasks: [0] })
      .thenCase({ tasks: [{ late: true }] });
    given(...then, ...late.events())
      .when(remind(IRIS, { at: 20 * DAY }))
      .thenRefused({ reason: 'already-done' });
  });

  it('waits for a day on which people work, and for the next if nobody had time', () => {
    // The 28th is a Saturday: Monday counts.
    given(...asked('2026-11-28'))
      .when(remind(IRIS, { at: homeTime(5) }))
      .thenRefused({ reason: 'already-done' });
    given(...asked('2026-11-28'))
      .when(remind(IRIS, { at: homeTime(7) }))
      .thenHappens({ type: 'TasksChased' });
    // Asked at half past four for the same day.
    const evening = asked('2026-11-23', homeTime(0) + 30);
    given(...evening)
      .when(remind(IRIS, { at: homeTime(0) + 31 }))
      .thenRefused({ reason: 'already-done' });
    given(...evening)
      .when(remind(IRIS, { at: homeTime(1) }))
      .thenHappens({ type: 'TasksChased' });
  });

  it.each([
    ['done', answerTask(PIPPA)],
    ['answered with a no', answerTask(PIPPA, { done: false, text: 'I cannot.' })],
    ['settled by a lead', answerTask(OMAR)],
  ])('is not asked after once it is %s', (_, command) => {
    const past = asked();
    const after = [
      ...past,
      ...given(...past)
        .when(command)
        .events(),
    ];
    given(...after)
      .when(remind(IRIS, { at: 9 * DAY }))
      .thenRefused({ reason: 'already-done' });
  });
});
