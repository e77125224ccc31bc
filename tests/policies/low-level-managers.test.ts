import { join } from 'node:path';
import { managersOf } from '../../src/domain/low-level/managers.ts';
import { rolesAt } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { rolesOf } from '../../src/domain/policy/roles.ts';
import { chooseRoute } from '../../src/domain/policy/route.ts';
import { loadPolicies } from '../../src/storage/files/load-policy.ts';
import { directoryOf, ELSEWHERE, person, personWith, SITE } from '../support/case-parts.ts';

const PACKS = [
  ...['starter', 'beauclerc-chennestone', 'balfour-junior'],
  ...['active-learning', 'b2-mentoring', 'chances-mentoring'],
] as const;
const folder = join(process.cwd(), 'policies');
const policies = new Map<string, Policy>();
beforeAll(async () => {
  const loaded = await loadPolicies(
    PACKS.map((name) => join(folder, `${name}.yaml`)),
    join(folder, 'library'),
  );
  for (const [n, each] of loaded.entries()) if (each.ok) policies.set(PACKS[n] ?? '', each.value);
});
const policyOf = (pack: string): Policy => {
  const policy = policies.get(pack);
  if (policy === undefined) throw new Error(`Pack ${pack} does not load`);
  return policy;
};

const ROLES: readonly Role[] = [
  ...(['dsl', 'deputy', 'headteacher', 'senior-leader', 'chair-of-governors'] as const),
  ...(['governor', 'it-lead', 'director', 'trustee', 'staff'] as const),
];
/** One person for each role, and two teachers. */
const SCHOOL = directoryOf(
  ...ROLES.map((role) => personWith(person(`p-${role}`), [role])),
  personWith(person('p-teacher'), ['staff']),
  personWith(person('p-elsewhere'), ['headteacher'], ELSEWHERE),
);
const readers = (pack: string, adult: string, barred: readonly string[] = [], directory = SCHOOL) =>
  managersOf(policyOf(pack), directory, {
    adult: person(adult),
    site: SITE,
    barred: barred.map(person),
  }).map(({ id }) => String(id));

describe('who reads what is kept about an adult', () => {
  it.each([
    ['p-teacher', ['p-headteacher']],
    ['p-it-lead', ['p-headteacher']],
    ['p-governor', ['p-headteacher']],
    ['p-dsl', ['p-headteacher']],
    ['p-deputy', ['p-headteacher']],
    ['p-headteacher', ['p-chair-of-governors']],
    // Not in the directory any more.
    ['p-gone', ['p-headteacher']],
  ])('in the starter pack, about %s: %j', (adult, expected) => {
    expect(readers('starter', adult)).toEqual(expected);
  });

  it('never a lead as such, and a lead where the policy names them', () => {
    const named = PACKS.flatMap((pack) =>
      SCHOOL.people
        .filter(({ id }) => readers(pack, id).some((each) => ['p-dsl', 'p-deputy'].includes(each)))
        .map(({ id }) => `${pack} ${id}`),
    );
    // The policy of that organisation puts the lead first where it is about a director.
    expect(named).toEqual(['b2-mentoring p-director']);
  });

  it.each(PACKS)('is somebody, never the adult, and nobody from outside the first rung: %s', (pack) => {
    const policy = policyOf(pack);
    for (const adult of SCHOOL.people.filter((each) => rolesAt(each, SITE).length > 0)) {
      const found = readers(pack, adult.id);
      expect(found).not.toContain(adult.id);
      const held = adult.roles.map(({ role }) => role);
      const route = chooseRoute(policy, { adult: ['yes'], 'adult-role': held });
      const may = [...route.rungs.flat(), ...policy.independent].filter((role) =>
        rolesOf(policy).includes(role),
      );
      expect(may.length).toBeGreaterThan(0);
      for (const id of found) expect(may.map((role) => `p-${role}`)).toContain(id);
    }
  });

  it('nobody who must learn nothing of the case: then the next role', () => {
    expect(readers('starter', 'p-teacher', ['p-headteacher'])).toEqual(['p-chair-of-governors']);
    expect(readers('starter', 'p-teacher', ['p-headteacher', 'p-chair-of-governors'])).toEqual([]);
  });

  it('whoever has the role now: a new head is out of what is about them', () => {
    const risen = directoryOf(
      personWith(person('p-teacher'), ['headteacher']),
      personWith(person('p-chair-of-governors'), ['chair-of-governors']),
    );
    expect(readers('starter', 'p-teacher', [], risen)).toEqual(['p-chair-of-governors']);
  });
});
