import { globSync } from 'node:fs';
import { join } from 'node:path';
import { FACTS, type Facts } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { loadPolicies } from '../../src/storage/files/load-policy.ts';
import { percentile, type Row, round } from './numbers.ts';

const files = (): readonly string[] => globSync('policies/*.yaml');
const LIBRARY = join('policies', 'library');

async function loadAll(): Promise<readonly Policy[]> {
  const loaded = await loadPolicies(files(), LIBRARY);
  return loaded.flatMap((each) => (each.ok ? [each.value] : []));
}

/** Every harm with every danger, and every kind of case a lead can name: what a report and a triage ask of the rules. */
const situations = (policy: Policy): readonly Facts[] => [
  ...FACTS.harm.flatMap((harm) => FACTS.danger.map((danger): Facts => ({ harm: [harm], danger: [danger] }))),
  ...policy.procedures.map(({ id }): Facts => ({ category: [id], offence: ['unsure'], image: ['unsure'] })),
  // The most that one case can ask for.
  {
    harm: [...FACTS.harm],
    adult: ['yes'],
    'adult-role': ['staff'],
    category: policy.procedures.map(({ id }) => id),
  },
];

/** Choosing route and procedure, and loading and checking every pack. Aims: p99 under 1 ms, all under 300 ms. */
export async function policyCosts(rounds: number): Promise<readonly Row[]> {
  const loads: number[] = [];
  let policies: readonly Policy[] = [];
  for (let n = 0; n < Math.max(3, rounds / 20); n += 1) {
    const started = performance.now();
    policies = await loadAll();
    loads.push(performance.now() - started);
  }
  const rows = policies.map((policy): Row => {
    const cases = situations(policy);
    const times: number[] = [];
    for (let n = 0; n < rounds; n += 1)
      for (const facts of cases) {
        const started = performance.now();
        planFor(policy, facts);
        times.push(performance.now() - started);
      }
    return {
      what: policy.id,
      situations: cases.length,
      'plan p50 ms': round(percentile(times, 0.5), 3),
      'plan p99 ms (aim 1)': round(percentile(times, 0.99), 3),
    };
  });
  return [
    ...rows,
    {
      what: `load and check all ${policies.length}, median`,
      'ms (aim 300)': round(percentile(loads, 0.5), 0),
    },
    { what: 'the first time', 'ms (aim 300)': round(loads[0] ?? 0, 0) },
  ];
}
