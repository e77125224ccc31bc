import { askedOnce } from '../../../src/domain/case/once.ts';
import { type CaseState, type CaseStep, lockedBy, stepsOf } from '../../../src/domain/case/state.ts';
import { Instant, PersonId, StepId } from '../../../src/domain/ids.ts';
import { planFor } from '../../../src/domain/policy/plan.ts';
import type { Condition, Step } from '../../../src/domain/policy/step.ts';
import { policyOf, procedure } from '../policy/small-policy.ts';

const at = (hour: number) => Instant.parse(`2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`);
const by = PersonId.parse('p-iris');
type Now = CaseStep['now'];
const WAITING: Now = { standing: 'waiting' };
const done = (hour: number): Now => ({ standing: 'done', by, at: at(hour), answer: 'The desk' });
const away = (hour: number): Now => ({ standing: 'reasoned-away', by, at: at(hour) });

interface Call {
  readonly modality?: 'may' | 'consider' | 'should' | 'must';
  readonly within?: string;
  readonly since?: number;
  readonly now?: Now;
  readonly spot?: true;
}
/** A call to the police, there since nine unless it says otherwise. */
const call = (id: string, { modality = 'consider', within, since = 9, now = WAITING, spot }: Call = {}) =>
  ({
    step: {
      id: StepId.parse(`case.${id}`),
      procedure: id,
      kind: 'refer',
      agency: 'police',
      text: id,
      modality,
      why: 'section 1',
      after: [],
      once: 'police',
      ...(within !== undefined && { within }),
      ...(spot && { spot }),
    },
    since: at(since),
    now,
  }) satisfies CaseStep;

const asked = (...steps: readonly CaseStep[]) => askedOnce(steps).map(({ step }) => step.text);

describe('an act that several steps ask for', () => {
  it('is asked once, as the strictest of them says', () => {
    expect(asked(call('a'), call('b', { modality: 'must' }), call('c', { modality: 'should' }))).toEqual([
      'b',
    ]);
  });

  it('is due as soon as the soonest of the strictest is, and then goes by the order of the policy', () => {
    const must = { modality: 'must' } as const;
    expect(asked(call('a', must), call('b', { ...must, within: 'PT4H' }))).toEqual(['b']);
    expect(asked(call('a', { ...must, within: 'PT4H' }), call('b', { ...must, within: 'PT1H' }))).toEqual([
      'b',
    ]);
    expect(asked(call('a', must), call('b', must))).toEqual(['a']);
  });

  it('is a different act where no name or another name stands', () => {
    const { once: _, ...alone } = call('b').step;
    expect(asked(call('a'), { ...call('b'), step: alone })).toEqual(['a', 'b']);
    expect(asked(call('a'), { ...call('b'), step: { ...call('b').step, once: 'other' } })).toEqual([
      'a',
      'b',
    ]);
  });

  it('once done is asked no more, however strict another step is that was there by then', () => {
    expect(asked(call('a', { now: done(10) }), call('b', { modality: 'must' }))).toEqual(['a']);
  });

  it('is asked again for what came up after it was done', () => {
    expect(asked(call('a', { now: done(10) }), call('b', { since: 11 }))).toEqual(['a', 'b']);
  });

  it('with a reason in its place is not asked again, unless something stricter asks', () => {
    expect(asked(call('a', { now: away(10) }), call('b'))).toEqual(['a']);
    expect(asked(call('a', { now: away(10) }), call('b', { modality: 'must' }))).toEqual(['a', 'b']);
  });

  it('that was acted on stays, and so does what leads somebody who is there', () => {
    expect(asked(call('a', { now: done(10) }), call('b', { now: done(9) }))).toEqual(['a', 'b']);
    expect(asked(call('a', { modality: 'must' }), call('b', { spot: true }))).toEqual(['a', 'b']);
  });
});

const always = { always: true } as const;
const common = { text: 'Do it.', source: 'section 1' } as const;
const police = (id: string, more: Partial<Step> = {}): Step =>
  ({ id, kind: 'refer', agency: 'police', modality: 'consider', once: 'police', ...common, ...more }) as Step;
const tell = (after: string[]): Step => ({ id: 'tell', kind: 'do', modality: 'must', after, ...common });
const HATE: Condition = { fact: 'harm', in: ['hate'] };

/** The case of a policy with two procedures that both call the police, and a step that waits for the first. */
function caseOf(harm: string[]): CaseState {
  const policy = policyOf({
    procedures: [
      procedure('one', always, [police('call', { within: 'PT4H' }), tell(['call'])]),
      procedure('two', { when: HATE }, [police('call', { modality: 'must' })]),
    ],
  });
  const steps = planFor(policy, { harm }).steps.map((step) => ({ step, since: at(9), now: WAITING }));
  return { steps } as unknown as CaseState;
}

describe('what waits for a step', () => {
  it('waits for the one that is asked in its place', () => {
    const state = caseOf(['hate']);
    expect(stepsOf(state).map(({ step }) => step.id)).toEqual(['one.tell', 'two.call']);
    const [first] = stepsOf(state);
    if (first === undefined) throw new Error('There is no step');
    expect(lockedBy(state, first).map(({ step }) => step.id)).toEqual(['two.call']);
  });

  it('and the one in its place has no longer than it would have had', () => {
    expect(stepsOf(caseOf(['hate'])).at(-1)?.step.within).toBe('PT4H');
    expect(stepsOf(caseOf([])).map(({ step }) => step.id)).toEqual(['one.call', 'one.tell']);
  });
});
