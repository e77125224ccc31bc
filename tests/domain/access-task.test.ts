import { mayDo } from '../../src/domain/access.ts';
import type { CaseEvent } from '../../src/domain/case/events.ts';
import { nameInvolved, report, take } from '../support/case-commands.ts';
import {
  directoryOf,
  HALE,
  IRIS,
  OMAR,
  PIPPA,
  personWith,
  planOf,
  reportOf,
  routeOf,
  SCHOOL,
} from '../support/case-parts.ts';
import { answerTask, giveTask } from '../support/case-work-commands.ts';
import { given, history } from '../support/given.ts';

const PENN = personWith(OMAR, ['deputy']);
const asked = history(report({}, HALE), take(IRIS), giveTask(IRIS, { to: PIPPA }));
const may = (person: typeof PIPPA, past: readonly CaseEvent[], task = 0, directory = SCHOOL) => {
  const found = SCHOOL.people.find(({ id }) => id === person);
  if (found === undefined) throw new Error('Nobody has this id');
  return mayDo(found, { type: 'do-task', task }, given(...past).state(), directory);
};

describe('a small task', () => {
  it('is for whoever was asked, before and after it is done, and gives them nothing else', () => {
    expect(may(PIPPA, asked)).toBe(true);
    const done = given(...asked).when(answerTask(PIPPA));
    expect(may(PIPPA, [...asked, ...done.events()])).toBe(true);
    const pippa = personWith(PIPPA, ['staff']);
    const state = given(...asked).state();
    for (const action of [{ type: 'work' }, { type: 'follow' }, { type: 'on-the-spot' }] as const)
      expect(mayDo(pippa, action, state, SCHOOL)).toBe(false);
  });

  it('is for nobody else, not even whoever works the case, and not by another number', () => {
    for (const person of [IRIS, OMAR, HALE]) expect(may(person, asked)).toBe(false);
    expect(may(PIPPA, asked, 1)).toBe(false);
    expect(may(PIPPA, asked, -1)).toBe(false);
    expect(may(PIPPA, history(report({}, HALE)))).toBe(false);
  });

  it('is taken from whoever becomes part of the case, by whatever way: conflict comes first', () => {
    const named = given(...asked).when(nameInvolved(IRIS, PIPPA));
    expect(may(PIPPA, [...asked, ...named.events()])).toBe(false);
    for (const parts of [{ adults: [{ person: PIPPA }] }, { connected: [PIPPA] }]) {
      const past = history(
        report({ report: reportOf(parts) }, HALE),
        take(IRIS),
        giveTask(IRIS, { to: PIPPA }),
      );
      expect(may(PIPPA, past)).toBe(false);
    }
    // Their role is left out by the route.
    const plan = planOf({ route: routeOf({ exclude: ['deputy'] }) });
    const past = history(report({ plan }, HALE), take(IRIS), giveTask(IRIS, { to: OMAR }));
    expect(may(OMAR, past, 0, directoryOf(PENN))).toBe(false);
    const control = history(report({}, HALE), take(IRIS), giveTask(IRIS, { to: OMAR }));
    expect(may(OMAR, control, 0, directoryOf(PENN))).toBe(true);
  });
});
