import fc from 'fast-check';
import {
  approvers,
  barred,
  type CaseAction,
  manned,
  mannedRungs,
  mayDo,
  onRung,
} from '../../src/domain/access.ts';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import { live, wishes } from '../support/case-arbitraries.ts';
import { alert, ask, escalate, nameInvolved, report } from '../support/case-commands.ts';
import {
  directoryOf,
  ELSEWHERE,
  HALE,
  IRIS,
  MARLOW,
  OMAR,
  PIPPA,
  person,
  personWith,
  planOf,
  reportOf,
  routeOf,
  SCHOOL,
  SITE,
  stepOf,
  WREN,
} from '../support/case-parts.ts';
import { given, history } from '../support/given.ts';

const idsOf = (people: Iterable<{ readonly id: string }>): readonly string[] =>
  [...people].map(({ id }) => id);
const caseOf = (...commands: readonly CaseCommand[]): CaseState => given(...history(...commands)).state();
const viewer = (id: string, directory = SCHOOL) => {
  const found = directory.people.find((each) => each.id === id);
  if (found === undefined) throw new Error(`Nobody is called ${id}`);
  return found;
};
const works = (id: string, state: CaseState, directory = SCHOOL): boolean =>
  mayDo(viewer(id, directory), { type: 'work' }, state, directory);

describe('who must learn nothing', () => {
  it('is every adult in it from the directory, and everyone connected to them', () => {
    const adults = [{ person: HALE }, { name: 'A visitor' }];
    const state = caseOf(report({ report: reportOf({ adult: 'yes', adults, connected: [WREN] }) }));
    expect([...barred(state, SCHOOL)].sort()).toEqual([HALE, WREN]);
  });

  it('is whoever turned out to be involved later', () => {
    expect([...barred(caseOf(report(), nameInvolved(IRIS, OMAR)), SCHOOL)]).toEqual([OMAR]);
  });

  it('is whoever was named or called connected before an alert, from that moment', () => {
    expect([...barred(caseOf(alert({ involved: [IRIS] })), SCHOOL)]).toEqual([IRIS]);
    expect([...barred(caseOf(alert({ involved: [IRIS] }), report()), SCHOOL)]).toEqual([IRIS]);
  });

  it('is every lead, while a lead may be involved', () => {
    const state = caseOf(alert({ facts: { 'may-involve-lead': ['yes'] } }));
    expect([...barred(state, SCHOOL)].sort()).toEqual([IRIS, OMAR]);
  });

  it('is whoever the route leaves out, at this site', () => {
    const directory = directoryOf(personWith(IRIS, ['dsl']), personWith(OMAR, ['dsl'], ELSEWHERE));
    const state = caseOf(report({ plan: planOf({ route: routeOf({ exclude: ['dsl'] }) }) }));
    expect([...barred(state, directory)]).toEqual([IRIS]);
  });

  it('wins over every role that the same person also holds', () => {
    const both = directoryOf(personWith(IRIS, ['dsl', 'senior-leader']), personWith(WREN, ['senior-leader']));
    const state = caseOf(
      report({
        facts: { 'may-involve-lead': ['yes'] },
        plan: planOf({ route: routeOf({ rungs: [['senior-leader']] }) }),
        manned: [0],
      }),
    );
    expect([works(IRIS, state, both), works(WREN, state, both)]).toEqual([false, true]);
  });
});

describe('who is asked', () => {
  it('is everyone with the role at this site who is not in it', () => {
    const directory = directoryOf(
      personWith(IRIS, ['dsl']),
      personWith(OMAR, ['dsl']),
      personWith(WREN, ['dsl'], ELSEWHERE),
    );
    const state = caseOf(report({ report: reportOf({ connected: [OMAR] }) }));
    expect(idsOf(onRung(state, directory, 0))).toEqual([IRIS]);
    expect(onRung(state, directory, 9)).toEqual([]);
    expect(mannedRungs(state, directory)).toEqual([0]);
  });

  it('is the independent roles, out of sight of the leads’ channel, when the route has nobody', () => {
    const plan = planOf({ route: routeOf({ channel: true }) });
    const conflict = { site: SITE, mayInvolveLead: false, conflicted: [IRIS, OMAR, WREN], plan };
    const result = manned(conflict, SCHOOL);
    expect(result.manned).toEqual([0, 1]);
    expect(result.plan.route).toMatchObject({
      rungs: [['headteacher'], ['chair-of-governors']],
      channel: false,
    });
  });

  it('is nobody when nobody is left', () => {
    const nobody = directoryOf(personWith(PIPPA, ['staff']));
    const conflict = { site: SITE, mayInvolveLead: false, conflicted: [], plan: planOf() };
    expect(manned(conflict, nobody).manned).toEqual([]);
  });
});

describe('who may see and do what', () => {
  it('is whoever has been called, and nobody who has not', () => {
    const first = caseOf(report());
    expect([IRIS, OMAR, WREN, HALE, PIPPA].map((id) => works(id, first))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    const second = caseOf(report(), escalate([0, 1, 2], { at: 30 }));
    expect([IRIS, OMAR, WREN].map((id) => works(id, second))).toEqual([true, true, false]);
  });

  it('is every lead where the card stands in the leads’ channel', () => {
    const state = caseOf(report({ plan: planOf({ route: routeOf({ channel: true }) }) }));
    expect([IRIS, OMAR, WREN].map((id) => works(id, state))).toEqual([true, true, false]);
  });

  it('is the reporter for their own report only, whatever else they are', () => {
    const state = caseOf(report());
    const follow = (id: string) => mayDo(viewer(id), { type: 'follow' }, state, SCHOOL);
    expect([PIPPA, IRIS, HALE].map(follow)).toEqual([true, false, false]);
    expect(works(PIPPA, state)).toBe(false);
  });

  it('is nobody from another site', () => {
    const away = directoryOf(personWith(IRIS, ['dsl'], ELSEWHERE));
    expect(works(IRIS, caseOf(report()), away)).toBe(false);
  });
});

describe('who answers a request', () => {
  const wanted = stepOf('asked.release-1', 'approve', { by: ['it-lead', 'dsl'] });
  const fern = person('p-fern');
  const withIt = directoryOf(...SCHOOL.people, personWith(fern, ['it-lead']));
  const asked = (by = PIPPA) => caseOf(report(), ask(by, wanted));

  it('is the first role that somebody holds', () => {
    expect(idsOf(approvers(asked(), withIt, wanted))).toEqual([fern]);
    expect(idsOf(approvers(asked(), SCHOOL, wanted))).toEqual([IRIS]);
  });

  it('is the next role when only whoever asked holds it, and the independent roles at the end', () => {
    expect(idsOf(approvers(asked(fern), withIt, wanted))).toEqual([IRIS]);
    expect(idsOf(approvers(asked(IRIS), SCHOOL, wanted))).toEqual([HALE]);
  });

  it('is never somebody who is in it', () => {
    const state = caseOf(report(), ask(PIPPA, wanted), nameInvolved(IRIS, fern), nameInvolved(OMAR, IRIS));
    expect(idsOf(approvers(state, withIt, wanted))).toEqual([HALE]);
  });

  it('is nobody when everybody is in it', () => {
    const everybody = [HALE, IRIS, MARLOW].map((id) => nameInvolved(OMAR, id));
    expect(approvers(caseOf(report(), ask(PIPPA, wanted), ...everybody), SCHOOL, wanted)).toEqual([]);
  });

  it('are not leads who were not called to a worry about an adult', () => {
    const route = routeOf({ about: 'adult', rungs: [['headteacher']], channel: false });
    const step = stepOf('asked.release-1', 'approve', { by: ['dsl'] });
    const about = (changed: typeof route) =>
      caseOf(report({ plan: planOf({ route: changed }) }), ask(PIPPA, step));
    expect(idsOf(approvers(about(route), SCHOOL, step))).toEqual([HALE]);
    const called = routeOf({ about: 'adult', rungs: [['headteacher'], ['dsl']], channel: false });
    expect(idsOf(approvers(about(called), SCHOOL, step))).toEqual([IRIS]);
  });

  it('sees nothing else of the case', () => {
    const action: CaseAction = { type: 'answer-request', step: wanted };
    expect(mayDo(viewer(fern, withIt), action, asked(), withIt)).toBe(true);
    expect(works(fern, asked(), withIt)).toBe(false);
  });
});

describe('whoever a case is about', () => {
  const ACTIONS = (state: CaseState): readonly CaseAction[] => [
    { type: 'work' },
    ...state.steps.map(({ step }): CaseAction => ({ type: 'answer-request', step })),
  ];
  const answersTo = (id: string, cases: readonly CaseState[]) =>
    cases.map((state) => ACTIONS(state).map((action) => mayDo(viewer(id), action, state, SCHOOL)));
  /** What somebody could list: the cases of which they may do anything at all. */
  const listedFor = (id: string, cases: readonly CaseState[]) =>
    cases.filter((state) => answersTo(id, [state]).flat().some(Boolean));
  const casesFrom = (wanted: Parameters<typeof live>[0]): CaseState | undefined => live(wanted).at(-1)?.after;

  const subjects = fc.constantFrom(IRIS, OMAR, WREN, HALE, MARLOW);
  const states = wishes.map(casesFrom).filter((state) => state !== undefined);
  const aboutThem = (state: CaseState, id: typeof IRIS): CaseState => ({
    ...state,
    // They did not report it themselves, or they would know of it already.
    reporter: PIPPA,
    conflicted: [...state.conflicted, id],
  });

  it('lists the same cases, in the same number, whether there is one about them or not', () => {
    fc.assert(
      fc.property(
        subjects,
        fc.array(states, { maxLength: 3 }),
        states,
        fc.nat(3),
        (id, others, secret, n) => {
          const about = aboutThem(secret, id);
          const withIt = [...others.slice(0, n), about, ...others.slice(n)];
          expect(listedFor(id, withIt)).toEqual(listedFor(id, others));
        },
      ),
    );
  });

  it('is answered the same however that case stands, and the same as where there is none', () => {
    fc.assert(
      fc.property(subjects, states, (id, secret) => {
        expect(answersTo(id, [aboutThem(secret, id)]).flat()).not.toContain(true);
        expect(mayDo(viewer(id), { type: 'follow' }, aboutThem(secret, id), SCHOOL)).toBe(false);
      }),
    );
  });

  it('would be found out by this test if conflicts were forgotten', () => {
    let seen = 0;
    fc.assert(
      fc.property(subjects, states, (id, secret) => {
        seen += listedFor(id, [{ ...secret, conflicted: [], mayInvolveLead: false }]).length;
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });
});
