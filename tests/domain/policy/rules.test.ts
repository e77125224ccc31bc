import fc from 'fast-check';
import { FACTS, type Facts } from '../../../src/domain/policy/facts.ts';
import { applies, holds } from '../../../src/domain/policy/rules.ts';
import type { Condition } from '../../../src/domain/policy/step.ts';

const image: Condition = { fact: 'image', in: ['yes'] };
const mark: Condition = { fact: 'harm', in: ['mark'] };

it('an entry without a condition always applies', () => {
  expect(applies({}, {})).toBe(true);
});

it('a fact that nobody has answered meets nothing', () => {
  expect(holds(image, {})).toBe(false);
});

it('unsure answers a rule that asks for yes', () => {
  expect(holds(image, { image: ['unsure'] })).toBe(true);
  expect(holds(image, { image: ['no'] })).toBe(false);
});

it('unsure does not answer a rule that asks for no', () => {
  expect(holds({ fact: 'image', in: ['no'] }, { image: ['unsure'] })).toBe(false);
});

it('inside not, unsure takes no protection away', () => {
  expect(holds({ not: image }, { image: ['unsure'] })).toBe(true);
  expect(holds({ not: { not: image } }, { image: ['unsure'] })).toBe(true);
});

it('all wants every part and any wants one', () => {
  const known: Facts = { harm: ['mark', 'told'], image: ['no'] };
  expect(holds({ all: [mark, image] }, known)).toBe(false);
  expect(holds({ any: [mark, image] }, known)).toBe(true);
  expect(holds({ all: [mark, { not: image }] }, known)).toBe(true);
});

const TRI = fc.constantFrom('device' as const, 'image' as const, 'offence' as const, 'adult' as const);
const yes = TRI.map((fact): Condition => ({ fact, in: ['yes'] }));
const tick = fc.constantFrom(...FACTS.harm).map((value): Condition => ({ fact: 'harm', in: [value] }));
/** Conditions built of ticks and of questions that are asked for "yes", with no `not`. */
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    yes,
    tick,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
  ),
})).node;
const answers = fc.record({
  harm: fc.uniqueArray(fc.constantFrom(...FACTS.harm)),
  image: fc.constantFrom<string[]>(['yes'], ['no'], ['unsure']),
  device: fc.constantFrom<string[]>(['yes'], ['no'], ['unsure']),
  offence: fc.constantFrom<string[]>(['yes'], ['no'], ['unsure']),
  adult: fc.constantFrom<string[]>(['yes'], ['no'], ['unsure']),
});

it('whatever holds when the answer is no holds when it is unsure, and then also when it is yes', () => {
  fc.assert(
    fc.property(condition, answers, TRI, (rule, known, fact) => {
      const [no, unsure, sure] = ['no', 'unsure', 'yes'].map((value) =>
        holds(rule, { ...known, [fact]: [value] }),
      );
      expect(unsure).toBe(sure);
      if (no) expect(unsure).toBe(true);
    }),
  );
});

it('not is the opposite for everything but unsure', () => {
  const known = answers.map((each) => ({
    ...each,
    image: ['no'],
    device: ['yes'],
    offence: ['no'],
    adult: ['yes'],
  }));
  fc.assert(
    fc.property(condition, known, (rule, facts) => {
      expect(holds({ not: rule }, facts)).toBe(!holds(rule, facts));
    }),
  );
});
