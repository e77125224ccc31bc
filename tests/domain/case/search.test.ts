import { approvers } from '../../../src/domain/access.ts';
import type { CaseCommand } from '../../../src/domain/case/commands.ts';
import type { PlannedStep } from '../../../src/domain/case/plan.ts';
import { isStopped, searchRules, walkOf } from '../../../src/domain/case/search.ts';
import { openSteps } from '../../../src/domain/case/state.ts';
import { approve, close, decline, doStep, report } from '../../support/case-commands.ts';
import {
  HALE,
  IRIS,
  MARLOW,
  PIPPA,
  personWith,
  planOf,
  SCHOOL,
  SITE,
  step,
  stepOf,
} from '../../support/case-parts.ts';
import { given, history } from '../../support/given.ts';

const spot = (id: string, kind: PlannedStep['kind'], parts: Partial<PlannedStep> = {}) =>
  stepOf(`search.${id}`, kind, { procedure: 'Searching a device', spot: true, ...parts });
const TRI = ['Yes', 'No', 'Not sure'];

/** A short guide: a reason, an image, a yes, a look, what was seen, and what was found; then the lead decides. */
const GUIDE: readonly PlannedStep[] = [
  spot('no-image', 'never'),
  spot('ground', 'ask', { answers: ['A good reason', 'None of these'] }),
  spot('image', 'ask', { answers: TRI, given: { [step('search.ground')]: ['A good reason'] } }),
  spot('hold-image', 'custody', { given: { [step('search.image')]: ['Yes', 'Not sure'] } }),
  stepOf('search.agree', 'approve', {
    procedure: 'Searching a device',
    by: ['headteacher', 'dsl'],
    given: { [step('search.image')]: ['No'] },
  }),
  spot('look', 'do', { given: { [step('search.image')]: ['No'] }, after: [step('search.agree')] }),
  spot('seen', 'ask', {
    answers: TRI,
    given: { [step('search.image')]: ['No'] },
    after: [step('search.look')],
  }),
  spot('result', 'record', { given: { [step('search.image')]: ['No'] }, after: [step('search.seen')] }),
  stepOf('search.release', 'custody', { answers: ['A parent or carer', 'The police'], procedure: 'Later' }),
];
const begun = report({ plan: planOf({ steps: [...GUIDE] }) });
const yes = (id: string, answer: string, at = 1): CaseCommand =>
  doStep(PIPPA, `search.${id}`, { answer, at });
const stop = (id = 'image', answer = 'Yes') =>
  doStep(PIPPA, `search.${id}`, { answer, note: 'Stopped.', stops: true, at: 5 });
const later = (...commands: readonly CaseCommand[]) => given(...history(begun, ...commands));
const at = (...commands: readonly CaseCommand[]) => {
  const walk = walkOf(later(...commands).state());
  return walk.at === 'step' ? walk.step.step.id : walk.at;
};
/** The reporter's yes to the search itself comes from the headteacher. */
const upToAgree = [yes('ground', 'A good reason'), yes('image', 'No')];
const agreed = [...upToAgree, approve(HALE, 'search.agree', 1, { at: 2 })];

describe('a guided search', () => {
  it('goes one step at a time, in the order of the guide', () => {
    expect(at()).toBe('search.ground');
    expect(at(yes('ground', 'A good reason'))).toBe('search.image');
    expect(at(...agreed)).toBe('search.look');
    expect(at(...agreed, doStep(PIPPA, 'search.look'))).toBe('search.seen');
  });

  it('ends where there is no reason', () => {
    expect(at(yes('ground', 'None of these'))).toBe('end');
  });

  it('waits for the yes that the policy wants, and ends at a no', () => {
    const { state } = later(...upToAgree);
    expect(walkOf(state())).toMatchObject({ at: 'wait', for: [{ step: { id: 'search.agree' } }] });
    expect(at(...upToAgree, decline(HALE, 'search.agree', 1))).toBe('declined');
  });

  it('ends when the case is closed', () => {
    const { state } = later();
    const closed = { status: 'closed', by: IRIS, at: state().reportedAt, line: '' } as const;
    expect(walkOf({ ...state(), progress: closed })).toEqual({ at: 'end' });
  });

  it('shows what forbids from its first step on', () => {
    expect(searchRules(later().state()).map((each) => each.step.id)).toEqual(['search.no-image']);
  });
});

describe('the yes to a search', () => {
  it('is never given by the one who searches, whatever they are', () => {
    later(...upToAgree)
      .when(approve(PIPPA, 'search.agree', 1))
      .thenRefused({ reason: 'own-proposal' });
  });

  it('moves on from a headteacher who searches to the next role', () => {
    const own = report({ plan: planOf({ steps: [...GUIDE] }) }, HALE);
    const { state } = given(...history(own));
    const agree = GUIDE[4] ?? stepOf('none', 'approve');
    expect(approvers(state(), SCHOOL, agree).map(({ id }) => id)).toEqual([IRIS]);
    const withoutLead = {
      people: [personWith(HALE, ['headteacher', 'dsl'], SITE), ...SCHOOL.people.slice(4)],
    };
    expect(approvers(state(), withoutLead, agree).map(({ id }) => id)).toEqual([MARLOW]);
  });
});

describe('a stop', () => {
  it('waits for nothing: not for a reason, not for a yes', () => {
    later()
      .when(stop())
      .thenHappens(
        { type: 'StepDone', step: step('search.image'), answer: 'Yes', by: PIPPA },
        { type: 'StepReasonedAway', step: step('search.ground') },
        { type: 'InformationGiven', text: 'Stopped.' },
      );
    expect(at(stop())).toBe('search.hold-image');
  });

  it('takes the place of an earlier answer, and leaves nothing to look at', () => {
    const { state } = later(...agreed, stop());
    expect(isStopped(state())).toBe(true);
    const left = openSteps(state()).map((each) => each.step.id);
    expect(left).toEqual(['search.hold-image', 'search.release']);
    expect(at(...agreed, stop())).toBe('search.hold-image');
  });

  it('asks nobody any more for the yes that was waited for', () => {
    later(...upToAgree, stop())
      .when(approve(HALE, 'search.agree', 3))
      .thenRefused({ reason: 'already-done' });
  });

  it('is as good on the question after looking, and what was found is written down all the same', () => {
    const seen = [...agreed, doStep(PIPPA, 'search.look'), stop('seen', 'Not sure')];
    expect(at(...seen)).toBe('search.result');
  });

  it('is never a way to say that it may go on, nor to answer anything else', () => {
    later().when(stop('image', 'No')).thenRefused({ reason: 'not-offered' });
    later().when(stop('image', 'Perhaps')).thenRefused({ reason: 'not-offered' });
    later().when(stop('ground', 'None of these')).thenRefused({ reason: 'no-such-step' });
    later(stop()).when(stop('image', 'Not sure')).thenRefused({ reason: 'already-done' });
  });

  it('cannot be taken back by an ordinary answer', () => {
    later(stop())
      .when(yes('image', 'No', 9))
      .thenRefused({ reason: 'already-done' });
  });

  it('calls the leads anew', () => {
    expect(later(stop()).state().added).toBe(1);
  });
});

describe('who may have a device', () => {
  const release = (answer: string, note: string) => doStep(IRIS, 'search.release', { answer, note, at: 9 });

  it('is what the policy says, and nobody else', () => {
    later().when(release('The child', 'Robin, 15:20')).thenRefused({ reason: 'not-offered' });
    later().when(release('A parent or carer', 'His mother, 15:20')).thenHappens({ type: 'StepDone' });
  });

  it('has a name', () => {
    later().when(release('A parent or carer', ' ')).thenRefused({ reason: 'needs-words' });
  });

  it('is written down before the case can close', () => {
    later().when(close(IRIS, 0)).thenRefused({ reason: 'steps-left' });
  });
});
