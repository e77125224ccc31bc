import { mannedRungs, mayDo, mayWork, onRung } from '../../src/domain/access.ts';
import { briefOf } from '../../src/domain/case/brief.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { personById } from '../../src/domain/people/directory.ts';
import { nameInvolved, report } from '../support/case-commands.ts';
import { CALENDAR, IRIS, OMAR, SCHOOL, WREN } from '../support/case-parts.ts';
import { given, history } from '../support/given.ts';

const caseOf = (...commands: readonly CaseCommand[]): CaseState => given(...history(...commands)).state();
const without = (...away: readonly PersonId[]) => ({ ...SCHOOL, away: [...away] });
const rungs = (state: CaseState, ...away: readonly PersonId[]) =>
  state.plan.route.rungs.map((_, rung) => onRung(state, without(...away), rung).map(({ id }) => id));

describe('who is called while somebody is away', () => {
  it('is everybody else', () => {
    expect(rungs(caseOf(report()))).toEqual([[IRIS], [OMAR], [WREN]]);
    expect(rungs(caseOf(report()), IRIS)).toEqual([[], [OMAR], [WREN]]);
    expect(mannedRungs(caseOf(report()), without(IRIS))).toEqual([1, 2]);
  });

  it('is everybody, as before, when all of them are away', () => {
    expect(rungs(caseOf(report()), IRIS, OMAR, WREN)).toEqual([[IRIS], [OMAR], [WREN]]);
    expect(mannedRungs(caseOf(report()), without(IRIS, OMAR, WREN))).toEqual([0, 1, 2]);
  });

  it('is never somebody who must learn nothing, though everybody else is away', () => {
    const state = caseOf(report(), nameInvolved(IRIS, OMAR));
    expect(rungs(state, IRIS, WREN)).toEqual([[IRIS], [], [WREN]]);
    expect(rungs(state, IRIS)).toEqual([[], [], [WREN]]);
  });

  it('changes nothing of what anybody may see', () => {
    const state = caseOf(report());
    const iris = personById(SCHOOL, IRIS);
    if (iris === undefined) throw new Error('Nobody is called Iris');
    for (const directory of [SCHOOL, without(IRIS)]) {
      expect(mayDo(iris, { type: 'work' }, state, directory)).toBe(true);
      expect(mayWork(iris, briefOf(state, CALENDAR), directory)).toBe(true);
    }
  });
});
