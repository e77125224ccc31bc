import { explainText } from '../../src/cli/explain-text.ts';
import { decide } from '../../src/domain/case/decide.ts';
import { stepsOf } from '../../src/domain/case/state.ts';
import type { Facts } from '../../src/domain/policy/facts.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { packAt } from '../policies/packs.ts';
import { reasonAway, report, take } from '../support/case-commands.ts';
import { IRIS } from '../support/case-parts.ts';
import { given, history, RULES } from '../support/given.ts';

const PACKS = [
  'b2-mentoring',
  'active-learning',
  'chances-mentoring',
  'beauclerc-chennestone',
  'balfour-junior',
] as const;
const policies = new Map(
  await Promise.all(PACKS.map(async (id) => [id, await packAt(`policies/${id}.yaml`)] as const)),
);
const policyOf = (id: (typeof PACKS)[number]) => {
  const policy = policies.get(id);
  if (policy === undefined) throw new Error(`There is no ${id}`);
  return policy;
};

/** A picture that it may be a crime to have, on a phone. */
const SITUATION: Facts = {
  harm: ['images'],
  image: ['unsure'],
  device: ['yes'],
  offence: ['yes'],
  category: ['indecent-images'],
};

it('is answered differently by each of the five policies, each answer with its section', () => {
  const answers = PACKS.map((id) => explainText(policyOf(id), SITUATION));
  expect(new Set(answers).size).toBe(PACKS.length);
  PACKS.forEach((id, n) => {
    const { title } = policyOf(id);
    const whys = (answers[n] ?? '').split('\n').filter((line) => line.trim().startsWith('Why:'));
    expect(whys.filter((line) => line.trim() === 'Why:')).toEqual([]);
    expect(whys.filter((line) => line.includes(title)).length).toBeGreaterThan(3);
  });
});

/** Whether whoever has the case may leave the police out, with a reason. */
function mayLeaveOutThePolice(id: (typeof PACKS)[number]): boolean {
  const plan = planFor(policyOf(id), SITUATION);
  const state = given(...history(report({ plan, facts: SITUATION }), take(IRIS))).state();
  const asked = stepsOf(state).filter(
    ({ step }) => step.id.startsWith('indecent-images.') && step.agency === 'police',
  );
  expect(asked.length).toBeGreaterThan(0);
  return asked.every(
    ({ step }) => decide(reasonAway(IRIS, step.id, { reason: 'Asked already.' }), state, RULES).ok,
  );
}

it('closes with a reason where the policy considers the police, and not where it will report', () => {
  expect(mayLeaveOutThePolice('b2-mentoring')).toBe(true);
  expect(mayLeaveOutThePolice('active-learning')).toBe(false);
  expect(mayLeaveOutThePolice('balfour-junior')).toBe(false);
});
