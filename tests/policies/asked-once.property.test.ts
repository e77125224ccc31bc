import { globSync } from 'node:fs';
import fc from 'fast-check';
import { type CaseState, type CaseStep, stepsOf } from '../../src/domain/case/state.ts';
import { Instant, PersonId } from '../../src/domain/ids.ts';
import { FACTS, type FactName, type Facts } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { Modality } from '../../src/domain/policy/step.ts';
import { packAt } from './packs.ts';

/** Steps that look like another and are something else: each with the reason why both may be asked in one case. */
const DIFFERENT: Readonly<Record<string, string>> = {
  emergency: 'somebody is in danger at this moment: 999',
  'missing.police': 'a child is looked for',
  'device-to-police': 'a thing changes hands',
  'may-it-go': 'a question that deleting waits for',
  'device-back': 'it goes to its owner',
  'nudes.apart': 'a copy on the network, and no device',
  'cyberbullying.possession-device': 'it goes to the police',
};

const at = Instant.parse('2026-11-23T09:00:00.000Z');
const by = PersonId.parse('p-iris');
const packs = await Promise.all(globSync('policies/*.yaml').map(packAt));
const some = (name: FactName) => fc.uniqueArray(fc.constantFrom(...FACTS[name]), { maxLength: 4 });
const situation = fc.constantFrom(...packs).chain((pack) =>
  fc.record({
    pack: fc.constant(pack),
    facts: fc.record({
      danger: some('danger'),
      harm: some('harm'),
      heard: some('heard'),
      adult: some('adult'),
      device: some('device'),
      image: some('image'),
      offence: some('offence'),
      category: fc.uniqueArray(fc.constantFrom(...pack.procedures.map(({ id }) => id)), { maxLength: 6 }),
    }),
    luck: fc.infiniteStream(fc.nat(5)),
  }),
);

/** The case, with every question answered somehow, so that whatever an answer brings is there. */
function answered(pack: Policy, facts: Facts, luck: Iterator<number>): CaseState {
  const { steps } = planFor(pack, facts);
  const start = steps.map((step): CaseStep => ({ step, since: at, now: { standing: 'waiting' } }));
  const said = start.map((each): CaseStep => {
    const { kind, answers = [] } = each.step;
    const answer = answers[(luck.next().value ?? 0) % Math.max(1, answers.length)];
    return (kind === 'ask' || kind === 'decide') && answer !== undefined
      ? { ...each, now: { standing: 'done', by, at, answer } }
      : each;
  });
  return { steps: said } as unknown as CaseState;
}

const actOf = ({ step }: CaseStep): string | undefined => {
  const shortId = step.id.replace(/-\d+$/, '');
  const different = DIFFERENT[step.once ?? ''] ?? DIFFERENT[shortId];
  if (different !== undefined) return `${step.kind}: ${different}`;
  if (step.kind === 'refer') return step.agency === 'other' ? step.id : `refer ${step.agency}`;
  return step.kind === 'custody' ? 'custody' : undefined;
};

/** Acts that these steps ask a lead for more than once. Whoever is led through a search is asked by the search. */
function twice(steps: readonly CaseStep[]): readonly string[] {
  const asked = steps.filter(({ step, now }) => now.standing === 'waiting' && step.spot === undefined);
  const acts = Map.groupBy(asked, actOf);
  return [...acts].flatMap(([act, same]) =>
    act !== undefined && same.length > 1 ? [`${act}: ${same.map(({ step }) => step.id).join(', ')}`] : [],
  );
}

it('no case of any policy asks a lead twice to call somebody, or who has a device', () => {
  fc.assert(
    fc.property(situation, ({ pack, facts, luck }) => {
      expect(twice(stepsOf(answered(pack, facts, luck)))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

it('and what is left out is asked no less strictly by what stands in its place', () => {
  fc.assert(
    fc.property(situation, ({ pack, facts, luck }) => {
      const state = answered(pack, facts, luck);
      const there = stepsOf(state);
      const rank = ({ step }: CaseStep) => Modality.options.indexOf(step.modality);
      // Everything that would be there if no step named its act.
      const bare = state.steps.map((each) => ({ ...each, step: { ...each.step, once: undefined } }));
      const gone = stepsOf({ steps: bare } as unknown as CaseState)
        .map(({ step }) => step.id)
        .filter((id) => there.every(({ step }) => step.id !== id));
      for (const left of state.steps.filter(({ step }) => gone.includes(step.id))) {
        const instead = there.filter(({ step }) => step.once === left.step.once);
        expect(Math.max(...instead.map(rank))).toBeGreaterThanOrEqual(rank(left));
      }
    }),
  );
});

it('control: without the names of the acts the same question would be asked twice', () => {
  const found = packs.filter((pack) => {
    const every = {
      harm: [...FACTS.harm],
      device: ['yes'],
      image: ['yes'],
      offence: ['yes'],
      adult: ['yes'],
    };
    const category = ['nudes', 'indecent-images', 'staff-misuse', 'csae'];
    const state = answered(pack, { ...every, category }, [].values());
    const bare = state.steps.map((each) => ({ ...each, step: { ...each.step, once: undefined } }));
    return twice(stepsOf({ steps: bare } as unknown as CaseState)).length > 2;
  });
  expect(found).toEqual(packs);
});
