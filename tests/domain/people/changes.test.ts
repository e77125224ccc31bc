import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { loadOrganisationFolder } from '../../../src/compose/organisation.ts';
import { Instant, PersonId, SiteId } from '../../../src/domain/ids.ts';
import { answerAsk } from '../../../src/domain/people/answer-ask.ts';
import { approversOf } from '../../../src/domain/people/approvers.ts';
import {
  type Directory,
  holders,
  nameById,
  Person,
  personByAccount,
  personById,
} from '../../../src/domain/people/directory.ts';
import { directoryOn, isHereOn } from '../../../src/domain/people/here.ts';
import { summaryOf } from '../../../src/domain/people/import-summary.ts';
import { planImport, seedOf } from '../../../src/domain/people/plan-import.ts';
import { widens } from '../../../src/domain/people/widens.ts';
import { Role } from '../../../src/domain/policy/facts.ts';

const { policy } = await loadOrganisationFolder('tests/fixtures/two-schools', 'policies');
const TODAY = '2026-11-24';
const AT = Instant.parse('2026-11-24T10:05:00.000Z');
const LATER = Instant.parse('2026-11-24T10:06:00.000Z');
const SITES = ['fernhill', 'brook'].map((id) => SiteId.parse(id));
const ROLES = ['dsl', 'deputy', 'headteacher', 'chair-of-governors', 'office', 'staff'] as const;
const IDS = ['p-a', 'p-b', 'p-c', 'p-d', 'p-e', 'p-f'].map((id) => PersonId.parse(id));
const BY = PersonId.parse('p-importer');

const rolesIn = fc.uniqueArray(
  fc.record({ role: fc.constantFrom(...ROLES), site: fc.constantFrom(...SITES) }),
  { maxLength: 4, selector: ({ role, site }) => `${role}@${site}` },
);
const listOf = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...IDS), rolesIn, fc.boolean()), {
    selector: ([id]) => id,
    minLength: 1,
  })
  .map((people) => [
    Person.parse({ id: BY, name: 'Ivo Stone', slack: 'U0', roles: [{ role: 'staff', site: 'brook' }] }),
    Person.parse({
      id: 'p-chair',
      name: 'Tom Usher',
      slack: 'U9',
      roles: SITES.flatMap((site) => [{ role: 'dsl', site }]),
    }),
    ...people.map(([id, roles, hasLeft]) =>
      Person.parse({
        id,
        name: `Name of ${id}`,
        slack: `U-${id}`,
        roles: [...roles, { role: 'staff', site: 'fernhill' }].filter(
          (each, n, all) =>
            all.findIndex((other) => other.role === each.role && other.site === each.site) === n,
        ),
        ...(hasLeft && { left: TODAY }),
      }),
    ),
  ]);

const planned = (stored: Directory, listed: readonly Person[], at = AT) =>
  planImport({ policy, stored, listed, by: BY, at, today: TODAY });
/** Everybody who may says yes. */
function approved(stored: Directory): Directory {
  let now = stored;
  for (const ask of stored.waiting ?? []) {
    const by = approversOf(policy, now, ask, TODAY)[0]?.id;
    if (by === undefined) continue;
    now = answerAsk(now, { policy, ask, by, answer: 'given', at: LATER, today: TODAY }) ?? now;
  }
  return now;
}
const rolesOf = ({ people }: Directory) =>
  new Set(people.flatMap(({ id, roles }) => roles.map(({ role, site }) => `${id} ${role}@${site}`)));

describe('any import of any list over any other', () => {
  it('gives nobody a role that opens more, and takes everything that is to be taken', () => {
    fc.assert(
      fc.property(listOf, listOf, (before, after) => {
        const stored = seedOf(before, TODAY);
        const { next } = planned(stored, after);
        const had = rolesOf(stored);
        const gained = [...rolesOf(next)].filter((each) => !had.has(each));
        for (const each of gained) {
          const role = Role.parse(/ (.*)@/.exec(each)?.[1]);
          expect(widens(policy, role)).toBe(false);
        }
        const listed = rolesOf({ people: after.filter((person) => person.left === undefined) });
        const kept = new Set((next.kept ?? []).map(({ person, role, site }) => `${person} ${role}@${site}`));
        for (const each of rolesOf(next)) expect(listed.has(each) || kept.has(each)).toBe(true);
      }),
    );
  });

  it('leaves no role that the policy needs to nobody while somebody waits for it', () => {
    fc.assert(
      fc.property(listOf, listOf, (before, after) => {
        const stored = seedOf(before, TODAY);
        const { next } = planned(stored, after);
        for (const { roles, site } of next.waiting ?? [])
          for (const role of roles.filter((each) => policy.roles[each]?.unbound === 'refuse'))
            if (holders(stored, site, [role]).length > 0)
              expect(holders(next, site, [role]).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is the list itself once everybody said yes, keeps nobody, and is then nothing new', () => {
    fc.assert(
      fc.property(listOf, listOf, (before, after) => {
        const done = approved(planned(seedOf(before, TODAY), after).next);
        fc.pre((done.waiting ?? []).length === 0);
        expect(rolesOf(done)).toEqual(
          rolesOf({ people: after.filter((person) => person.left === undefined) }),
        );
        expect(done.kept).toBeUndefined();
        expect(summaryOf(done, planned(done, after, LATER).next).isNothing).toBe(true);
      }),
    );
  });

  it('changes nothing the second time, whether it was answered or not', () => {
    fc.assert(
      fc.property(listOf, listOf, (before, after) => {
        const { next } = planned(seedOf(before, TODAY), after);
        expect(summaryOf(next, planned(next, after, LATER).next).isNothing).toBe(true);
      }),
    );
  });

  it('forgets nobody’s name', () => {
    fc.assert(
      fc.property(listOf, listOf, (before, after) => {
        const { next } = planned(seedOf(before, TODAY), after);
        for (const { id, name } of [...before, ...after]) expect(nameById(next, id)).toBe(name);
      }),
    );
  });
});

it('who is found by index is who is found by looking through', () => {
  fc.assert(
    fc.property(
      listOf,
      fc.constantFrom(...SITES),
      fc.uniqueArray(fc.constantFrom(...ROLES)),
      (people, site, roles) => {
        const directory = { people: [...people] };
        expect(holders(directory, site, roles)).toEqual(
          people.filter((person) =>
            person.roles.some((each) => each.site === site && roles.includes(each.role as never)),
          ),
        );
        for (const person of people) {
          expect(personById(directory, person.id)).toBe(person);
          expect(personByAccount(directory, 'slack', person.slack ?? '')).toBe(person);
          expect(personByAccount(directory, 'teams', person.slack ?? '')).toBeUndefined();
        }
      },
    ),
  );
});

it.each([
  ['2026-11-23', false],
  ['2026-11-24', true],
  ['2026-12-23', true],
  ['2026-12-24', false],
])('on %s somebody from the 24th of one month to the 24th of the next is here: %s', (day, isHere) => {
  const person = Person.parse({
    ...{ id: 'p-a', name: 'Wren Field', roles: [{ role: 'staff', site: 'brook' }] },
    ...{ started: '2026-11-24', left: '2026-12-24' },
  });
  expect(isHereOn(person, day)).toBe(isHere);
  const seen = directoryOn({ people: [person] }, day);
  expect(seen.people).toHaveLength(isHere ? 1 : 0);
  expect(nameById(seen, person.id)).toBe(day < '2026-11-24' ? undefined : 'Wren Field');
});

const PACKS = readdirSync('tests/obligations', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `tests/obligations/${name}/organisation`);

describe('a role opens more', () => {
  it('unless it only reads what everybody reads', () => {
    const open = Role.options.filter((role) => policy.roles[role] !== undefined && !widens(policy, role));
    expect(open).toEqual(['office', 'staff', 'volunteer', 'contractor']);
  });

  it.each(PACKS)(
    'in %s to whoever can be called, decides or stands in a register, and never to any member of staff',
    async (folder) => {
      const { policy: its } = await loadOrganisationFolder(folder, 'policies');
      const called = [...its.leads, ...its.independent, ...its.routes.flatMap(({ rungs }) => rungs.flat())];
      expect(called.length).toBeGreaterThan(2);
      expect(called.filter((role) => !widens(its, role))).toEqual([]);
      const deciding = its.requests.flatMap(({ by }) => by);
      expect(deciding.filter((role) => role !== 'staff' && !widens(its, role))).toEqual([]);
      expect((['staff', 'volunteer', 'contractor'] as const).filter((role) => widens(its, role))).toEqual([]);
    },
  );
});
