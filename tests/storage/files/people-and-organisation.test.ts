import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonId, SiteId } from '../../../src/domain/ids.ts';
import { checkBindings } from '../../../src/domain/people/bindings.ts';
import { type Directory, holders, Person } from '../../../src/domain/people/directory.ts';
import { seedOf } from '../../../src/domain/people/plan-import.ts';
import { loadOrganisation, reviewOrganisation } from '../../../src/storage/files/load-organisation.ts';
import { loadPeople } from '../../../src/storage/files/load-people.ts';
import { loadPolicy } from '../../../src/storage/files/load-policy.ts';

const SAMPLE = 'policies/sample';

/** A copy of the sample with one edit in one of its files. */
async function sampleWith(name: string, from: string, to: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'org-'));
  await cp(SAMPLE, folder, { recursive: true });
  const text = await readFile(join(folder, name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} does not have: ${from}`);
  await writeFile(
    join(folder, name),
    text.replace(from, () => to),
  );
  return folder;
}

const TODAY = '2026-11-21';
const idFor = (email: string, n: number) => `made-${email.length}-${n}`;

const policies = new Map<string, ReturnType<typeof loadPolicy>>();

async function load(folder: string, known?: Directory) {
  const organisation = await loadOrganisation(folder, 'policies');
  if (!organisation.ok) return { organisation };
  const { policyFile } = organisation.value;
  const loaded = policies.get(policyFile) ?? loadPolicy(policyFile, 'policies/library');
  policies.set(policyFile, loaded);
  const policy = await loaded;
  if (!policy.ok) throw new Error('the pack does not load');
  const asked = {
    organisation: organisation.value.organisation,
    policy: policy.value,
    today: TODAY,
    idFor,
    known,
  };
  const people = await loadPeople(folder, asked);
  const directory = people.ok ? seedOf(people.value.listed, TODAY) : { people: [] };
  return { organisation, policy: policy.value, people, directory };
}
const said = (result: Awaited<ReturnType<typeof load>>['people'] | undefined) =>
  result === undefined || result.ok ? [] : result.refusal.map(({ code, line }) => `${code} ${line}`);

it('the sample loads: a person a line, nothing missing, every route with a number at its end', async () => {
  const { organisation, policy, people, directory } = await load(SAMPLE);
  if (!organisation.ok || !people?.ok) throw new Error('the sample does not load');
  const lines = (await readFile(join(SAMPLE, 'people.csv'), 'utf8'))
    .split('\n')
    .filter((line) => /^p-/.test(line));
  expect(people.value.listed).toHaveLength(lines.length);
  expect(policy.id).toBe('starter');
  expect(checkBindings(policy, organisation.value.organisation, directory)).toEqual([]);
  expect(await reviewOrganisation(SAMPLE, organisation.value.organisation, policy)).toEqual([]);
});

it('a star stands for every site, and each site has its own head and lead', async () => {
  const { people, directory } = await load(SAMPLE);
  if (!people?.ok) throw new Error('the sample does not load');
  const at = (site: string, role: 'dsl' | 'headteacher' | 'chair-of-governors') =>
    holders(directory, SiteId.parse(site), [role]).map(({ id }) => id);
  expect(at('fernhill', 'headteacher')).toEqual(['p-vera']);
  expect(at('brook', 'headteacher')).toEqual(['p-hugh']);
  expect(at('brook', 'dsl')).toEqual(['p-owen']);
  expect(at('fernhill', 'chair-of-governors')).toEqual(at('brook', 'chair-of-governors'));
});

const IRIS = 'p-iris,iris.kay@example.org,Iris Kay,dsl staff,fernhill,p-vera,2019-09-01,,2026-09-03';
const NADIA =
  'p-nadia,nadia.marsh@example.org,Nadia Marsh,deputy staff,fernhill,p-vera,2021-01-04,,2026-09-03';
const VERA = 'p-vera,vera.wynn@example.org,Vera Wynn,headteacher staff,fernhill,p-tom,2017-09-01,,2026-09-03';
const with9 = (column: number, value: string, line = IRIS): string =>
  line
    .split(',')
    .map((cell, n) => (n === column ? value : cell))
    .join(',');

it.each([
  ['a role that does not exist', IRIS, with9(3, 'lead'), 'role.unknown 9'],
  ['a site that does not exist', IRIS, with9(4, 'fernhil'), 'role.unknown 9'],
  ['a role with a site that does not exist', IRIS, with9(3, 'dsl@fernhil'), 'role.unknown 9'],
  ['a role without a site', IRIS, with9(4, ''), 'role.unknown 9'],
  ['an id with capitals', IRIS, with9(0, 'P-Iris'), 'value.bad 9'],
  ['a day that is none', IRIS, with9(8, '3 September'), 'value.bad 9'],
  ['a day that is in no calendar', IRIS, with9(6, '2026-02-30'), 'value.bad 9'],
  ['a leap day that was none', IRIS, with9(6, '2025-02-29'), 'value.bad 9'],
  ['an address that is none', IRIS, with9(1, 'iris.kay'), 'value.bad 9'],
  ['no name', IRIS, with9(2, ''), 'value.bad 9'],
  ['no roles', IRIS, with9(3, ''), 'value.bad 9'],
  ['neither id nor email', IRIS, with9(1, '', with9(0, '')), 'value.bad 9'],
  ['a last day before the first', IRIS, with9(7, '2019-08-31'), 'date.order 9'],
  ['a first day in another decade', IRIS, with9(6, '2036-09-01'), 'date.far 9'],
  ['training that has not been', IRIS, with9(8, '2026-11-22'), 'date.future 9'],
  ['an account that two people share', 'U000000011', 'U000000010', 'account.twice 10'],
  ['an id that two people share', 'p-nadia,nadia', 'p-iris,nadia', 'account.twice 10'],
  ['an address that two people share', 'nadia.marsh@', 'IRIS.KAY@', 'account.twice 10'],
  ['a manager who is nobody', IRIS, with9(5, 'p-nobody'), 'manager.unknown 9'],
  ["a manager whose address is nobody's", IRIS, with9(5, 'no.body@example.org'), 'manager.unknown 9'],
  ['somebody who manages themselves', IRIS, with9(5, 'p-iris'), 'manager.circle 9'],
  [
    'two who manage each other',
    `${IRIS},00000000-0000-0000-0000-000000000200,U000000010\n${NADIA}`,
    `${with9(5, 'p-nadia')},00000000-0000-0000-0000-000000000200,U000000010\n${with9(5, 'p-iris', NADIA)}`,
    'manager.circle 9',
  ],
  ['two heads of one school', NADIA, with9(3, 'headteacher', NADIA), 'role.single 14'],
  ['a site that loses its head on a day', VERA, with9(7, '2026-12-24', VERA), 'role.deserted 14'],
  ['a line with a column too few', 'p-vera,2019-09-01', '2019-09-01', 'csv 9'],
  ['a missing column', 'name,roles,site', 'known,roles,site', 'csv 8'],
  ['an unknown column', 'trained,teams', 'shoe,teams', 'csv 8'],
  ['a column twice', 'trained,teams', 'teams,teams', 'csv 8'],
  ['neither a column id nor a column email', 'id,email,name', 'slack2,teams2,name', 'csv 8'],
  ['a site without its lead', 'dsl@brook deputy@fernhill', 'deputy@fernhill', 'role.unbound 1'],
])('%s is refused, with its line', async (_, from, to, finding) => {
  expect(said((await load(await sampleWith('people.csv', from, to))).people)).toContain(finding);
});

it('everything that is wrong is said at once, in the order of the lines, and a broken line only for itself', async () => {
  const folder = await sampleWith('people.csv', VERA, with9(6, '2026-02-30', with9(3, 'lead', VERA)));
  const file = join(folder, 'people.csv');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('U000000011', 'U000000010').replace('jo.kemp@example.org', 'jo'));
  expect(said((await load(folder)).people)).toEqual([
    'account.twice 10',
    'role.unknown 14',
    'value.bad 14',
    'value.bad 23',
  ]);
});

it('people who follow each other in a role of one person are no mistake', async () => {
  const folder = await sampleWith('people.csv', VERA, with9(7, '2027-01-01', VERA));
  const file = join(folder, 'people.csv');
  const next = 'p-new,new.head@example.org,Wren Field,headteacher,fernhill,p-tom,2027-01-01,,,,U000000090';
  await writeFile(file, `${await readFile(file, 'utf8')}${next}\n`);
  expect(said((await load(folder)).people)).toEqual([]);
  await writeFile(file, (await readFile(file, 'utf8')).replace('2027-01-01,,,,U', '2026-12-31,,,,U'));
  expect(said((await load(folder)).people)).toEqual(['role.single 28']);
});

it('somebody without an account, and a manager who left, are said and stop nothing', async () => {
  const { people } = await load(
    await sampleWith('people.csv', 'fernhill,p-vera,2026-09-01', 'fernhill,p-kit,2026-09-01'),
  );
  if (!people?.ok) throw new Error('it does not load');
  expect(people.value.warnings.map(({ code, line, severity }) => `${code} ${line} ${severity}`)).toEqual([
    'account.none 26 warning',
    'manager.left 26 warning',
  ]);
});

describe('a line without an id', () => {
  const nameless = async (known?: Directory, line = with9(0, '')) => {
    const { people } = await load(await sampleWith('people.csv', IRIS, line), known);
    return people?.ok ? people.value.listed[0] : said(people);
  };
  const person = (changes: object) => ({
    people: [Person.parse({ id: 'p-known', name: 'Iris Kay', roles: [], ...changes })],
  });

  it('is whoever has that email in the store, and keeps their id', async () => {
    expect(await nameless(person({ email: 'iris.kay@example.org' }))).toMatchObject({ id: 'p-known' });
  });

  it('or whoever has that account, where the store has no email yet', async () => {
    expect(await nameless(person({ slack: 'U000000010' }))).toMatchObject({ id: 'p-known' });
  });

  it('or somebody new, with an id that says nothing of them and is the same each time', async () => {
    expect(await nameless()).toMatchObject({ id: 'made-20-1' });
    expect(await nameless()).toMatchObject({ id: 'made-20-1', email: 'iris.kay@example.org' });
  });

  it('never somebody else who had that address before and left', async () => {
    const former = (name: string) => ({
      people: [],
      former: [{ id: PersonId.parse('made-20-1'), name, left: '2020-07-24' }],
    });
    expect(await nameless(former('Iris Kay'))).toMatchObject({ id: 'made-20-1' });
    expect(await nameless(former('Ivy Kay'))).toMatchObject({ id: 'made-20-2' });
  });

  it('and an id is never given to another person', async () => {
    expect(await nameless(person({ email: 'iris.kay@example.org' }), IRIS)).toEqual(['email.other 9']);
    const former = {
      people: [],
      former: [{ id: PersonId.parse('p-iris'), name: 'Ira Kaye', left: '2020-07-24' }],
    };
    expect(await nameless(former, IRIS)).toEqual(['id.former 9']);
  });
});

it('a manager may be named by email, columns may stand in any order, and a role may take its site from its column', async () => {
  const folder = await sampleWith('people.csv', IRIS, with9(5, 'Vera.Wynn@example.org'));
  const file = join(folder, 'people.csv');
  const lines = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  await writeFile(file, lines.map((line) => line.split(',').toReversed().join(',')).join('\n'));
  const { people } = await load(folder);
  if (!people?.ok) throw new Error('it does not load');
  expect(people.value.listed[0]).toEqual({
    id: 'p-iris',
    name: 'Iris Kay',
    email: 'iris.kay@example.org',
    teams: '00000000-0000-0000-0000-000000000200',
    slack: 'U000000010',
    roles: [
      { role: 'dsl', site: 'fernhill' },
      { role: 'staff', site: 'fernhill' },
    ],
    manager: 'p-vera',
    trained: '2026-09-03',
    started: '2019-09-01',
  });
});

it('a finding about a person names no name, no address and no account', async () => {
  const swapped = with9(3, 'Iris Kay', with9(2, 'dsl staff', with9(5, 'iris.kay@example.org')));
  for (const [from, to] of [
    ['U000000011', 'U000000010'],
    [IRIS, swapped],
    ['nadia.marsh@', 'iris.kay@'],
    [`${IRIS},0`, `${IRIS},Nadia Marsh,0`],
  ] as const) {
    const { people } = await load(await sampleWith('people.csv', from, to));
    expect(people).toMatchObject({ ok: false });
    expect(JSON.stringify(people)).not.toMatch(/Nadia|Marsh|Iris|Kay|@example|U0000000/i);
  }
});

it('a role that is only wished for is a warning, and the people still load', async () => {
  const folder = await sampleWith('people.csv', 'safeguarding-governor,*', 'governor,*');
  const { organisation, policy, people, directory } = await load(folder);
  if (!organisation.ok || !people?.ok) throw new Error('it does not load');
  expect(checkBindings(policy, organisation.value.organisation, directory)).toMatchObject([
    { code: 'role.unbound', severity: 'warning' },
    { code: 'role.unbound', severity: 'warning' },
  ]);
});

it('one person who is head and chair is pointed out: a worry about them reaches nobody', async () => {
  const folder = await sampleWith(
    'people.csv',
    'headteacher staff,fernhill',
    'headteacher chair-of-governors,fernhill',
  );
  const text = await readFile(join(folder, 'people.csv'), 'utf8');
  await writeFile(
    join(folder, 'people.csv'),
    text.replace(',chair-of-governors,*', ',chair-of-governors,brook').replace('p-tom,2017', 'p-hugh,2017'),
  );
  const { organisation, policy, people, directory } = await load(folder);
  if (!organisation.ok || !people?.ok) throw new Error('it does not load');
  expect(checkBindings(policy, organisation.value.organisation, directory)).toMatchObject([
    { code: 'route.nobody', message: expect.stringContaining('"p-vera"') },
  ]);
});

it.each([
  ['an unknown key', 'record: here', 'record: here\nrecords: here', 'key.unknown 8'],
  ['a time zone that does not exist', 'Europe/London', 'Europe/Londres', 'timezone.unknown 6'],
  ['hours that end before they start', 'to: "17:00"', 'to: "07:00"', 'working.hours 8'],
  ['a record kept nowhere', 'record: here', 'record: elsewhere', 'system.missing 7'],
  ['a closure that ends before it starts', 'from: 2026-10-26', 'from: 2026-11-26', 'closure.order 10'],
  ['two sites with one id', 'id: brook', 'id: fernhill', 'id.twice 22'],
  ['a half-day that ends after the day', 'to: "13:30"', 'to: "17:00"', 'half-day.time 15'],
  ['a half-day that ends before it begins', 'to: "13:30"', 'to: "08:00"', 'half-day.time 15'],
  ['a half-day with no time', 'to: "13:30"', 'to: half past one', 'half-day.time 15'],
  [
    'a half-day that stands there twice',
    'halfDays:',
    'halfDays:\n  - { date: 2026-12-18, to: "12:30" }',
    'half-day.twice 16',
  ],
  ['a duty phone that is no number', 'number: 01632 960199', 'number: ask the office', 'value.bad 20'],
])('an organisation with %s is refused, with its line', async (_, from, to, finding) => {
  const { organisation } = await load(await sampleWith('organisation.yaml', from, to));
  const findings = organisation.ok ? [] : organisation.refusal;
  expect(findings.map(({ code, line }) => `${code} ${line}`)).toContain(finding);
});

it('a local number that is missing is said, and one for a contact the policy lacks is refused', async () => {
  const folder = await sampleWith('organisation.yaml', '  lado:', '  ladder:');
  const { organisation, policy } = await load(folder);
  if (!organisation.ok || policy === undefined) throw new Error('it does not load');
  expect(await reviewOrganisation(folder, organisation.value.organisation, policy)).toMatchObject([
    { code: 'contact.local', severity: 'warning' },
    { code: 'contact.missing', severity: 'error', line: 29 },
  ]);
});

it('a policy can also be named by its path', async () => {
  const folder = await sampleWith('organisation.yaml', 'policy: ', 'policy: ../packs/own.yaml # ');
  const loaded = await loadOrganisation(folder, 'policies');
  expect(loaded).toMatchObject({ ok: true, value: { policyFile: join(folder, '../packs/own.yaml') } });
});
