import { globSync } from 'node:fs';
import fc from 'fast-check';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { decide } from '../../src/domain/case/decide.ts';
import { evolve } from '../../src/domain/case/evolve.ts';
import { type CaseState, type CaseStep, openSteps, stepOf, stepsOf } from '../../src/domain/case/state.ts';
import { StepId } from '../../src/domain/ids.ts';
import { FACTS, type FactName, type Facts, Role } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import * as say from '../support/case-commands.ts';
import { childOf, IRIS, OMAR, reportOf } from '../support/case-parts.ts';
import { judge } from '../support/case-work-commands.ts';
import { RULES } from '../support/given.ts';
import { packAt } from './packs.ts';

const files = globSync('policies/*.yaml');
const packs = new Map(await Promise.all(files.map(async (file) => [file, await packAt(file)] as const)));
const packOf = (file: string): Policy => packs.get(file) ?? raise(file);
const raise = (file: string): never => {
  throw new Error(`${file} is not there`);
};

const some = (name: FactName) => fc.uniqueArray(fc.constantFrom(...FACTS[name]), { maxLength: 2 });
/** Anything that is known of a case, and any kinds that a lead may name. */
const situation = fc.constantFrom(...files).chain((file) =>
  fc.record({
    file: fc.constant(file),
    facts: fc
      .record({
        danger: some('danger'),
        harm: some('harm'),
        'adult-role': some('adult-role'),
        'may-involve-lead': some('may-involve-lead'),
        heard: some('heard'),
        device: some('device'),
        image: some('image'),
        offence: some('offence'),
        category: fc.uniqueArray(fc.constantFrom(...packOf(file).procedures.map(({ id }) => id)), {
          maxLength: 3,
        }),
      })
      .map((said): Facts => ({ ...said, adult: said['adult-role'].length > 0 ? ['yes'] : ['no'] })),
    children: fc.integer({ min: 1, max: 3 }),
    /** Which answer is given, which approval is refused. */
    luck: fc.infiniteStream(fc.nat(5)),
  }),
);

function after(state: CaseState | undefined, command: CaseCommand): CaseState {
  const decision = decide(command, state, RULES);
  if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`);
  const next = decision.value.reduce<CaseState | undefined>(evolve, state);
  if (next === undefined) throw new Error('There is no case');
  return next;
}

const NAMES = ['Robin Example', 'Kim Example', 'Alex Example'];
const begun = (pack: Policy, facts: Facts, children = 1): CaseState => {
  const report = reportOf({ children: NAMES.slice(0, children).map(childOf) });
  return after(after(undefined, say.report({ plan: planFor(pack, facts), facts, report })), say.take(IRIS));
};

const OUTCOMES = ['met', 'not-met', 'unsure'] as const;
const judged = (state: CaseState, outcome: (typeof OUTCOMES)[number]): CaseState =>
  after(state, judge(IRIS, { outcome, limbs: outcome === 'met' ? ['risk'] : [] }));

/** One step, by somebody who may, with whatever answer luck gives. */
function done(state: CaseState, { step }: CaseStep, luck: number): CaseState {
  const seen = state.decisionVersion;
  const lasting = (step.answers ?? []).filter((answer) => !step.waits?.includes(answer));
  const answer = lasting[luck % Math.max(1, lasting.length)] ?? 'As agreed.';
  switch (step.kind) {
    case 'approve':
      return after(state, luck === 0 ? say.decline(OMAR, step.id, seen) : say.approve(OMAR, step.id, seen));
    case 'decide':
      if (step.about === 'threshold') return judged(state, OUTCOMES[luck % OUTCOMES.length] ?? 'met');
      return after(state, say.decideOn(IRIS, step.id, seen, { answer }));
    case 'refer':
      return after(state, say.refer(IRIS, { step: step.id, ...(step.agency && { agency: step.agency }) }));
    case 'inform':
      return after(state, say.tellRoles(IRIS, step.id));
    default:
      return after(state, say.doStep(IRIS, step.id, { answer, note: 'As agreed.' }));
  }
}

it('a case under any pack can be worked to its end, whatever is answered on the way', () => {
  const steps = { most: 0, forOneChild: 0 };
  fc.assert(
    fc.property(situation, ({ file, facts, children, luck }) => {
      let state = begun(packOf(file), facts, children);
      // Every child that the report names has each of them.
      for (const [place] of NAMES.slice(0, children).entries())
        for (const { step } of state.steps.filter((each) => each.step.child === 0)) {
          steps.forOneChild += 1;
          const own = StepId.parse(step.id.replace(/-1$/, `-${place + 1}`));
          expect(stepOf(state, own)?.step.child).toBe(place);
        }
      let count = 0;
      const workDown = () => {
        for (let open = openSteps(state); open[0] !== undefined; open = openSteps(state)) {
          state = done(state, open[0], luck.next().value ?? 0);
          count += 1;
          if (count > 500) throw new Error('This case never ends');
        }
      };
      workDown();
      // "Not sure" holds it open until somebody is: and what that brings is done too.
      if (state.threshold?.outcome === 'unsure') {
        state = judged(state, OUTCOMES[(luck.next().value ?? 0) % 2] ?? 'met');
        workDown();
      }
      steps.most = Math.max(steps.most, count);
      const closing = say.close(IRIS, state.decisionVersion, { confirmed: true });
      expect(decide(closing, state, RULES)).toMatchObject({ ok: true });
    }),
    { numRuns: 400 },
  );
  // Control: there was something to do.
  expect(steps.most).toBeGreaterThan(20);
  expect(steps.forOneChild).toBeGreaterThan(0);
});

it('calling for help is never held up, by an order, an approval or an answer that is missing', () => {
  fc.assert(
    fc.property(situation, ({ file, facts }) => {
      const state = begun(packOf(file), facts);
      for (const { step } of stepsOf(state))
        if (step.kind === 'refer') {
          const referral = say.refer(IRIS, { step: step.id, ...(step.agency && { agency: step.agency }) });
          expect(decide(referral, state, RULES)).toMatchObject({ ok: true });
        }
    }),
  );
});

const BOARD: readonly Role[] = [
  'chair-of-governors',
  'safeguarding-governor',
  'governor',
  'director',
  'trustee',
  'proprietor',
];

it("nobody of the board is on the ladder of a child's case", () => {
  expect(BOARD.every((role) => Role.options.includes(role))).toBe(true);
  fc.assert(
    fc.property(situation, ({ file, facts }) => {
      const { route } = planFor(packOf(file), facts);
      if (route.about === 'child')
        expect(route.rungs.flat().filter((role) => BOARD.includes(role))).toEqual([]);
    }),
  );
});

it('a child whose image it may be is protected by every pack in the same words', () => {
  const looking = /Do not look at the image/;
  for (const pack of packs.values()) {
    const { guards } = planFor(pack, { image: ['unsure'] });
    expect(guards.some(({ kind, text }) => kind === 'never' && looking.test(text))).toBe(true);
  }
});
