import { importPeople } from '../../src/application/import-people.ts';
import { report } from '../support/concern.ts';
import { organisation } from '../support/organisation.ts';

it('wakes every open case and leaves what lists show of it', async () => {
  const org = await organisation('two-schools');
  const id = await report(org, 'p-ada');
  const { store } = org.deps();
  const found = await store.read(id);
  if (found === undefined) throw new Error('The report is not there');
  const { head } = found;
  const brief = { short: 'as it was' };
  const expected = head.version;
  const written = { ...head, version: expected + 1, brief };
  await store.commit({ type: 'write', head: written, expected, events: [], wakes: [] });
  expect(await importPeople(org.deps(), org.directory.people)).toMatchObject({ ok: true });
  expect((await store.openCases()).items).toEqual([{ id, version: expected + 2, status: 'open', brief }]);
  const after = await store.read(id);
  expect(after?.head).toEqual({ ...written, version: expected + 2 });
});
