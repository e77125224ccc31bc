import { childEventsOf, childIdOf, readChild } from '../../src/application/children/child-store.ts';
import { importChildren, registerChange } from '../../src/application/children/import-children.ts';
import { childrenOf, sitesLed } from '../../src/application/children/register.ts';
import { SiteId } from '../../src/domain/ids.ts';
import { organisation } from '../support/organisation.ts';
import { CHILDREN, childNow, listed, withRegister } from '../support/register.ts';

const school = async () => (await organisation('two-schools')).deps();

it('says how many join, change and are gone, and does nothing by saying so', async () => {
  const deps = await school();
  expect(await registerChange(deps, CHILDREN)).toEqual({ joins: 4, changes: 0, gone: 0 });
  expect(await childrenOf(deps, [SiteId.parse('north')])).toEqual([]);
  await importChildren(deps, CHILDREN);
  expect(await registerChange(deps, CHILDREN)).toEqual({ joins: 0, changes: 0, gone: 0 });
  const [robin, ...rest] = CHILDREN;
  if (robin === undefined) throw new Error('There is nobody to change');
  const next = [
    { ...robin, facts: { ...robin.facts, group: '5 Oak' } },
    ...rest.slice(1),
    listed('12', 'New Child'),
  ];
  expect(await registerChange(deps, next)).toEqual({ joins: 1, changes: 1, gone: 1 });
});

it('changes what the list says and leaves what it does not, and nobody goes', async () => {
  const deps = await school();
  const idOf = await withRegister(deps, [
    listed('1', 'Robin Vale', { facts: { noContact: ['Grant Thorn'], group: '4 Oak' }, siblings: ['2'] }),
    listed('2', 'Tom Vale'),
  ]);
  await importChildren(deps, [
    listed('1', 'Robyn Vale', { sites: ['north', 'south'], facts: { group: '5 Oak' } }),
  ]);
  expect(await childNow(deps, idOf('1'))).toMatchObject({
    entry: { name: 'Robyn Vale', group: '5 Oak', noContact: ['Grant Thorn'], siblings: [idOf('2')] },
    sites: ['north', 'south'],
  });
  expect((await childNow(deps, idOf('2'))).entry.name).toBe('Tom Vale');
});

it('twice over writes nothing twice', async () => {
  const deps = await school();
  await importChildren(deps, CHILDREN);
  await importChildren(deps, CHILDREN);
  const robin = await readChild(deps, childIdOf(deps, '1'), true);
  expect(robin && childEventsOf(robin).map(({ type }) => type)).toEqual(['ChildEntered']);
});

it('lists the children of a site, over pages, and one of two sites once', async () => {
  const deps = await school();
  const many = Array.from({ length: 120 }, (_, n) => listed(`${n}`, `Child ${n}`));
  await importChildren(deps, [...many, listed('both', 'Reed Lisle', { sites: ['north', 'south'] })]);
  const at = async (...sites: readonly string[]) =>
    (
      await childrenOf(
        deps,
        sites.map((site) => SiteId.parse(site)),
      )
    ).map(({ brief }) => brief.number);
  expect(await at('north')).toHaveLength(121);
  expect(await at('south')).toEqual(['both']);
  expect((await at('north', 'south')).filter((number) => number === 'both')).toHaveLength(1);
  expect(await at()).toEqual([]);
});

it('is a lead’s only: at each site where they lead', async () => {
  const org = await organisation('two-schools');
  const led = (id: string) => sitesLed(org.deps(), org.at(id).person);
  expect([led('p-iris'), led('p-owen'), led('p-ada'), led('p-rosa')]).toEqual([
    ['north'],
    ['north', 'south'],
    [],
    [],
  ]);
});
