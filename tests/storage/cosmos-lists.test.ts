import { cosmosClient } from '../../src/storage/cosmos/client.ts';
import type { RequestKind } from '../../src/storage/cosmos/requests.ts';
import { openCosmosStore } from '../../src/storage/cosmos/store.ts';
import { type CosmosServer, startCosmosServer } from '../support/cosmos-server.ts';
import { change, recordId } from '../support/records.ts';
import { asJson } from '../support/stores.ts';

let server: CosmosServer;
beforeEach(async () => {
  server = await startCosmosServer();
});
afterEach(() => server.close());

const names = { database: 'signpost', container: 'records' };
const kinds: RequestKind[] = [];
const open = () =>
  openCosmosStore({
    account: { endpoint: server.endpoint, key: 'a2V5' },
    ...names,
    organisation: 'sample',
    onRequest: (kind) => kinds.push(kind),
  });

it('lists a thousand records with their briefs in one request, without any body', async () => {
  const store = asJson(await open());
  for (let n = 0; n < 20; n += 1)
    await store.commit(change(recordId(n), 0, { tokens: ['t'], body: 'CANARY', brief: `brief ${n}` }));
  kinds.length = 0;
  const { items } = await store.byToken('t');
  expect(items.map(({ brief }) => brief)).toEqual(Array.from({ length: 20 }, (_, n) => `brief ${n}`));
  expect(kinds).toEqual(['query']);
  const { query } = JSON.parse(server.seen.at(-1)?.body ?? '{}');
  expect(query).toContain('SELECT TOP 1001 c.record, c.version, c.status, c.brief FROM c');
  await store.close();
});

it('indexes neither bodies nor briefs', async () => {
  await (await open()).close();
  const client = cosmosClient({ endpoint: server.endpoint, key: 'a2V5' });
  const { resource } = await client.database(names.database).container(names.container).read();
  client.dispose();
  expect(resource?.indexingPolicy?.excludedPaths).toContainEqual({ path: '/*' });
  const included = resource?.indexingPolicy?.includedPaths?.map(({ path }) => path);
  expect(included).toContain('/status/?');
  expect(included?.filter((path) => /brief|body|\*/.test(path ?? ''))).toEqual([]);
});
