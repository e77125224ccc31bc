import { join } from 'node:path';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { planFor } from '../../src/domain/policy/plan.ts';
import { loadPolicies } from '../../src/storage/files/load-policy.ts';

const PACKS = [
  ...['starter', 'beauclerc-chennestone', 'balfour-junior'],
  ...['active-learning', 'b2-mentoring', 'chances-mentoring'],
] as const;
const folder = join(process.cwd(), 'policies');
const policies = new Map<string, Policy>();
beforeAll(async () => {
  const files = PACKS.map((name) => join(folder, `${name}.yaml`));
  const loaded = await loadPolicies(files, join(folder, 'library'));
  for (const [n, each] of loaded.entries()) if (each.ok) policies.set(PACKS[n] ?? '', each.value);
});

/** What this policy plans for a worry about a member of staff. */
function planOf(pack: string) {
  const policy = policies.get(pack);
  if (policy === undefined) throw new Error(`Pack ${pack} does not load`);
  const plan = planFor(policy, { adult: ['yes'], 'adult-role': ['staff'], harm: ['adult-behaviour'] });
  const step = (id: string) => plan.steps.find((each) => each.id === `staff-allegation.${id}`);
  return { policy, plan, step };
}

describe.each(PACKS)('a worry about an adult by the policy %s', (pack) => {
  it('is never asked about, or told of, before advice', () => {
    const { step } = planOf(pack);
    expect(step('no-inquiry')).toMatchObject({ kind: 'never', modality: 'must' });
    expect(step('no-inquiry')?.text).toMatch(/interviews or tells the adult.* until the LADO has advised/);
  });

  it('is judged by the threshold: met, not met, not sure, in this order', () => {
    const { step } = planOf(pack);
    expect(step('threshold')).toMatchObject({ kind: 'decide', about: 'threshold', modality: 'must' });
    expect(step('threshold')?.answers).toEqual(['It may', 'No, it is low-level', 'The LADO decides']);
    expect(step('threshold-lado')).toMatchObject({ kind: 'refer', agency: 'lado' });
  });

  it('is told to another employer, and only after the LADO has advised', () => {
    const { step } = planOf(pack);
    expect(step('employer')).toMatchObject({ kind: 'contact', whom: 'employer' });
    expect(step('employer')?.after).toEqual(
      expect.arrayContaining(['staff-allegation.threshold', 'staff-allegation.threshold-lado']),
    );
  });

  it('leaves the reporter a line of their own to call', () => {
    const { policy } = planOf(pack);
    expect(policy.contacts.some(({ topics }) => topics?.includes('whistleblowing'))).toBe(true);
  });
});
