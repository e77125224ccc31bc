import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SiteId } from '../../../src/domain/ids.ts';
import { checkBindings } from '../../../src/domain/people/bindings.ts';
import { holders } from '../../../src/domain/people/directory.ts';
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

async function load(folder: string) {
  const organisation = await loadOrganisation(folder, 'policies');
  if (!organisation.ok) return { organisation };
  const policy = await loadPolicy(organisation.value.policyFile, 'policies/library');
  if (!policy.ok) throw new Error('the pack does not load');
  const people = await loadPeople(folder, organisation.value.organisation, policy.value);
  return { organisation, policy: policy.value, people };
}
const said = (result: Awaited<ReturnType<typeof load>>['people'] | undefined) =>
  result === undefined || result.ok ? [] : result.refusal.map(({ code, line }) => `${code} ${line}`);

it('the sample loads: a person a line, nothing missing, every route with a number at its end', async () => {
  const { organisation, policy, people } = await load(SAMPLE);
  if (!organisation.ok || !people?.ok) throw new Error('the sample does not load');
  const lines = (await readFile(join(SAMPLE, 'people.csv'), 'utf8'))
    .split('\n')
    .filter((line) => /^p-/.test(line));
  expect(people.value.people).toHaveLength(lines.length);
  expect(policy.id).toBe('starter');
  expect(checkBindings(policy, organisation.value.organisation, people.value)).toEqual([]);
  expect(await reviewOrganisation(SAMPLE, organisation.value.organisation, policy)).toEqual([]);
});

it('a star stands for every site, and each site has its own head and lead', async () => {
  const { people } = await load(SAMPLE);
  if (!people?.ok) throw new Error('the sample does not load');
  const at = (site: string, role: 'dsl' | 'headteacher' | 'chair-of-governors') =>
    holders(people.value, SiteId.parse(site), [role]).map(({ id }) => id);
  expect(at('fernhill', 'headteacher')).toEqual(['p-vera']);
  expect(at('brook', 'headteacher')).toEqual(['p-hugh']);
  expect(at('brook', 'dsl')).toEqual(['p-owen']);
  expect(at('fernhill', 'chair-of-governors')).toEqual(at('brook', 'chair-of-governors'));
});

it.each([
  ['a role that does not exist', 'dsl@fernhill', 'lead@fernhill', 'role.unknown 8'],
  ['a site that does not exist', 'dsl@fernhill', 'dsl@fernhil', 'role.unknown 8'],
  ['an id with capitals', 'p-iris,Iris', 'P-Iris,Iris', 'value.bad 8'],
  ['a day that is none', 'p-vera,2026-09-03', 'p-vera,3 September', 'value.bad 8'],
  ['no roles', 'dsl@fernhill staff@fernhill', '', 'value.bad 8'],
  ['an account that two people share', 'U000000011', 'U000000010', 'account.twice 9'],
  ['an id that two people share', 'p-nadia,Nadia', 'p-iris,Nadia', 'account.twice 9'],
  [
    'a manager who is nobody',
    'staff@fernhill,p-vera,2026',
    'staff@fernhill,p-nobody,2026',
    'manager.unknown 8',
  ],
  ['a line with a column too few', 'p-vera,2026-09-03', '2026-09-03', 'csv 8'],
  ['a missing column', 'manager,trained', 'boss,trained', 'csv 1'],
  ['a site without its lead', 'dsl@brook deputy@fernhill', 'deputy@fernhill', 'role.unbound 1'],
])('%s is refused, with its line', async (_, from, to, finding) => {
  expect(said((await load(await sampleWith('people.csv', from, to))).people)).toContain(finding);
});

it('a finding about a person names no name and no account', async () => {
  const { people } = await load(await sampleWith('people.csv', 'U000000011', 'U000000010'));
  expect(JSON.stringify(people)).not.toMatch(/Nadia|Marsh|U0000000/);
});

it('a role that is only wished for is a warning, and the people still load', async () => {
  const folder = await sampleWith('people.csv', 'safeguarding-governor@*', 'governor@*');
  const { organisation, policy, people } = await load(folder);
  if (!organisation.ok || !people?.ok) throw new Error('it does not load');
  expect(checkBindings(policy, organisation.value.organisation, people.value)).toMatchObject([
    { code: 'role.unbound', severity: 'warning' },
    { code: 'role.unbound', severity: 'warning' },
  ]);
});

it('one person who is head and chair is pointed out: a worry about them reaches nobody', async () => {
  const folder = await sampleWith(
    'people.csv',
    'headteacher@fernhill staff@fernhill',
    'headteacher@fernhill chair-of-governors@fernhill',
  );
  const text = await readFile(join(folder, 'people.csv'), 'utf8');
  await writeFile(
    join(folder, 'people.csv'),
    text.replace(',chair-of-governors@*', ',chair-of-governors@brook'),
  );
  const { organisation, policy, people } = await load(folder);
  if (!organisation.ok || !people?.ok) throw new Error('it does not load');
  expect(checkBindings(policy, organisation.value.organisation, people.value)).toMatchObject([
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
