import { rmSync } from 'node:fs';
import type { Store } from '../../src/application/ports.ts';
import { openCosmosStore } from '../../src/storage/cosmos/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { type CosmosServer, startCosmosServer } from '../support/cosmos-server.ts';
import { afterRefusedPart, change, recordId } from '../support/records.ts';
import { asJson, freshFolder, organisation, sealed } from '../support/stores.ts';
import { storeContract } from './store-contract.ts';

const pageSize = 10;
const folders: string[] = [];
function sqlite(): Store<string> {
  const folder = freshFolder();
  folders.push(folder);
  return openSqliteStore({ folder, organisation, pageSize });
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

storeContract('sqlite', async () => asJson(sqlite()));
storeContract('sealed over sqlite', async () => sealed(sqlite()));

describe('over the wire', () => {
  let server: CosmosServer;
  beforeAll(async () => {
    server = await startCosmosServer();
  });
  afterAll(() => server.close());

  let databases = 0;
  const cosmos = (database: string, endpoint = server.endpoint): Promise<Store<string>> =>
    openCosmosStore({
      account: { endpoint, key: 'a2V5' },
      database,
      container: 'records',
      organisation,
      pageSize,
    });
  const fresh = (): Promise<Store<string>> => {
    databases += 1;
    return cosmos(`db${databases}`);
  };

  storeContract('cosmos', async () => asJson(await fresh()));
  storeContract('sealed over cosmos', async () => sealed(await fresh()));

  it('shows a batch that is not atomic (control)', async () => {
    const loose = await startCosmosServer({ atomic: false });
    const store = await cosmos('control', loose.endpoint);
    const left = await afterRefusedPart(asJson(store), recordId(1));
    expect(left).toMatchObject({ refused: true, version: 2, events: [1, 2] });
    await store.close();
    await loose.close();
  });

  it('lets two instances work on the same records', async () => {
    const [first, second] = [sealed(await cosmos('shared')), sealed(await cosmos('shared'))];
    const id = recordId(1);
    await first.commit(change(id, 0, { events: [[1, 'one']] }));
    await second.read(id);
    await first.commit(change(id, 1, { events: [[2, 'two']] }));
    expect(await second.commit(change(id, 1, { events: [[2, 'too late']] }))).toBe('conflict');
    expect(await second.commit(change(id, 2, { events: [[3, 'three']] }))).toBe('committed');
    await first.saveDelivery(id, { id: 'd', body: 'sent' });
    const found = await first.read(id, { events: true });
    expect(found?.events.map(({ body }) => body)).toEqual(['one', 'two', 'three']);
    await Promise.all([first.close(), second.close()]);
  });

  it('lets a draft that another instance made anew be read and changed', async () => {
    const [first, second] = [sealed(await cosmos('drafts')), sealed(await cosmos('drafts'))];
    const id = recordId(1);
    await first.commit(change(id, 0, { status: 'none', body: 'old draft' }));
    await second.commit({ type: 'erase', id, expected: 1 });
    await second.commit(change(id, 0, { status: 'none', body: 'new draft', events: [[1, 'begun']] }));
    // Decided on version 1 of the old draft: never on top of the new one.
    expect(await first.commit(change(id, 1, { body: 'stale' }))).toBe('conflict');
    const found = await first.read(id, { events: true });
    expect(found?.head.body).toBe('new draft');
    expect(await first.commit(change(id, 1, { body: 'newer', events: [[2, 'goes on']] }))).toBe('committed');
    expect((await second.read(id, { events: true }))?.events).toHaveLength(2);
    await Promise.all([first.close(), second.close()]);
  });
});
