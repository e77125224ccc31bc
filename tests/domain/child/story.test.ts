import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import type { Report } from '../../../src/domain/case/report.ts';
import {
  actionsIn,
  occurrenceOf,
  type StoryCase,
  storyOf,
  struckIn,
} from '../../../src/domain/child/story.ts';
import { RecordId } from '../../../src/domain/ids.ts';
import * as ask from '../../support/case-commands.ts';
import { childOf, IRIS, OMAR, planOf, reportOf, routeOf, stepOf } from '../../support/case-parts.ts';
import {
  agreeStrike,
  askStrike,
  KIM,
  link,
  ROBIN,
  recordDecision,
} from '../../support/case-work-commands.ts';
import { given, history } from '../../support/given.ts';

const ids = ['a', 'b', 'c'].map((letter) => RecordId.parse(letter.repeat(26)));
const ZONE = 'Europe/London';

const happened = (date: string, more: Partial<Report> = {}): Report => {
  const report = reportOf(more);
  return { ...report, account: { ...report.account, ...more.account, date } };
};

/** A case that begins with this report, with Robin linked to its first child. */
function caseOf(
  n: number,
  report: Report,
  more: readonly CaseCommand[] = [],
  about: 'child' | 'adult' = 'child',
) {
  const plan = planOf({ route: routeOf({ about }) });
  const events = history(ask.report({ report, plan, content: `${n}` }), link(IRIS), ...more);
  const found: StoryCase = {
    id: ids[n] ?? RecordId.parse('z'.repeat(26)),
    state: given(...events).state(),
    reads: 'story',
  };
  return { ...found, events };
}
const days = (...cases: readonly StoryCase[]) =>
  storyOf(ROBIN, cases, ZONE).map(({ nth, day, id }) => [nth, day, id[0]]);

describe('a story', () => {
  it('is in the order in which things happened, and numbers what is there', () => {
    expect(
      days(
        caseOf(0, happened('2026-11-20')),
        caseOf(1, happened('2026-09-01')),
        caseOf(2, happened('2026-11-02')),
      ),
    ).toEqual([
      [1, '2026-09-01', 'b'],
      [2, '2026-11-02', 'c'],
      [3, '2026-11-20', 'a'],
    ]);
  });

  it.each([
    ['nobody said', ''],
    ['is still to come', '2026-12-01'],
    ['is no day', '2026-02-31'],
    ['is no date', 'last week'],
  ])('takes the day of writing where the day of it %s', (_, date) => {
    expect(days(caseOf(0, happened(date)))).toEqual([[1, '2026-11-23', 'a']]);
  });

  it('gives each child their own part in it', () => {
    const children = [childOf('Robin Example'), { ...childOf('Kim Example'), part: 'caused' as const }];
    const found = caseOf(0, happened('2026-11-20', { children }), [link(IRIS, { child: 1, register: KIM })]);
    expect(storyOf(ROBIN, [found], ZONE)).toMatchObject([{ parts: ['harmed'], places: [0] }]);
    expect(storyOf(KIM, [found], ZONE)).toMatchObject([{ parts: ['caused'], places: [1] }]);
  });

  it('has nothing about an adult’s conduct, nothing that was tried out, and nothing of a child who is not linked', () => {
    expect(days(caseOf(0, happened('2026-11-20'), [], 'adult'))).toEqual([]);
    expect(days(caseOf(0, happened('2026-11-20', { drill: true })))).toEqual([]);
    expect(storyOf(KIM, [caseOf(0, happened('2026-11-20'))], ZONE)).toEqual([]);
  });

  it('leaves out what was struck through, and says so apart', () => {
    const struck = caseOf(0, happened('2026-11-20'), [askStrike(IRIS), agreeStrike(OMAR)]);
    expect(days(struck)).toEqual([]);
    expect(struckIn(ROBIN, [struck])).toMatchObject([{ reason: 'Another class.', by: IRIS, agreedBy: OMAR }]);
    expect(struckIn(KIM, [struck])).toEqual([]);
  });

  it('tells patterns the harms and what a lead called it', () => {
    const procedures = [{ id: 'neglect', name: 'Neglect', why: '4' }];
    const events = history(
      ask.report({ report: happened('2026-11-20'), facts: { harm: ['home'] }, plan: planOf({ procedures }) }),
      link(IRIS),
    );
    const [entry] = storyOf(
      ROBIN,
      [{ id: RecordId.parse('a'.repeat(26)), state: given(...events).state(), reads: 'story' }],
      ZONE,
    );
    expect(entry && occurrenceOf(entry)).toEqual({
      day: '2026-11-20',
      facts: { harm: ['home'], category: ['neglect'] },
    });
  });
});

describe('what was done', () => {
  it('is what was decided, done and asked for outside, and not who opened it', () => {
    const found = caseOf(0, happened('2026-11-20'), [ask.open(IRIS), recordDecision(IRIS), ask.note(IRIS)]);
    const [entry] = storyOf(ROBIN, [found], ZONE);
    expect(entry && actionsIn(entry, found.events).map(({ type }) => type)).toEqual(['DecisionRecorded']);
  });

  it('is nothing that was done for another child of the case', () => {
    const children = [childOf('Robin Example'), childOf('Kim Example')];
    const steps = [stepOf('any.plan', 'do', { each: 'child' })];
    const events = history(
      ask.report({ report: happened('2026-11-20', { children }), plan: planOf({ steps }) }),
      link(IRIS),
      ask.doStep(IRIS, 'any.plan-1', { note: 'For Robin.' }),
      ask.doStep(IRIS, 'any.plan-2', { note: 'For Kim.' }),
    );
    const state = given(...events).state();
    const [entry] = storyOf(ROBIN, [{ id: RecordId.parse('a'.repeat(26)), state, reads: 'story' }], ZONE);
    expect(entry && actionsIn(entry, events)).toMatchObject([{ note: 'For Robin.' }]);
  });
});
