import { CosmosClient } from '@azure/cosmos';
import type { DueRow, Store } from '../../src/application/ports.ts';
import { cosmosClient } from '../../src/storage/cosmos/client.ts';
import type { RequestKind } from '../../src/storage/cosmos/requests.ts';
import { openCosmosStore } from '../../src/storage/cosmos/store.ts';
import { foundIn } from '../support/canaries.ts';
import { type CosmosServer, type SeenRequest, startCosmosServer } from '../support/cosmos-server.ts';
import { change, minute, recordId } from '../support/records.ts';
import { asJson, sealed, unsealed } from '../support/stores.ts';

const id = recordId(1);
let server: CosmosServer;
beforeEach(async () => {
  server = await startCosmosServer();
});
afterEach(() => server.close());

const names = { database: 'signpost', container: 'records' };
const kinds: RequestKind[] = [];
async function open(organisation = 'sample') {
  kinds.length = 0;
  const account = { endpoint: server.endpoint, key: 'a2V5' };
  return openCosmosStore({ account, ...names, organisation, onRequest: (kind) => kinds.push(kind) });
}
const isBatch = ({ headers }: SeenRequest): boolean => 'x-ms-cosmos-is-batch-request' in headers;

it('asks for one atomic batch in one partition for each commit', async () => {
  const store = asJson(await open());
  await store.commit(change(id, 0, { events: [[1, 'e']], wakes: [['case', minute(0)]] }));
  const batches = server.seen.filter(isBatch);
  expect(batches).toHaveLength(1);
  expect(batches[0]?.headers['x-ms-cosmos-batch-atomic']).toBe('true');
  expect(batches[0]?.headers['x-ms-documentdb-partitionkey']).toBe(JSON.stringify([`sample|${id}`]));
  const parts = JSON.parse(batches[0]?.body ?? '[]').map(
    (part: { resourceBody: { id: string } }) => part.resourceBody.id,
  );
  expect(parts).toEqual(['head', 'e-000001', 'w-1-0']);
  await store.close();
});

it('needs one batch to create, and one point read more when the version is not known', async () => {
  const store = asJson(await open());
  await store.commit(change(id, 0, { events: [[1, 'e']], wakes: [['case', minute(0)]] }));
  await store.commit(change(id, 1));
  expect(kinds).toEqual(['batch', 'batch']);
  await store.close();
  const fresh = asJson(await open());
  await fresh.read(id);
  expect(kinds.toSorted()).toEqual(['point-read', 'query']);
  await fresh.commit(change(id, 2));
  expect(kinds.slice(2)).toEqual(['batch']);
  await fresh.close();
  const blind = asJson(await open());
  await blind.commit(change(id, 3));
  expect(kinds).toEqual(['point-read', 'batch']);
  await blind.close();
});

it('refuses what no batch can hold, before sending anything', async () => {
  const store = asJson(await open());
  const events = Array.from({ length: 100 }, (_, n) => [n + 1, 'e'] as const);
  await expect(store.commit(change(id, 0, { events }))).rejects.toThrow('101 parts is more than the 100');
  await expect(store.commit(change(id, 0, { body: 'x'.repeat(2 * 1024 * 1024) }))).rejects.toThrow(
    'more than 2 MB',
  );
  expect(server.seen.filter(isBatch)).toEqual([]);
  expect(await store.commit(change(id, 0, { events: events.slice(1).map(([seq], n) => [n + 1, seq]) }))).toBe(
    'committed',
  );
  await store.close();
});

it('keeps organisations apart in one container', async () => {
  const [one, two] = [asJson(await open('one')), asJson(await open('two'))];
  await one.commit(change(id, 0, { body: 'of one', tokens: ['t'], wakes: [['case', minute(0)]] }));
  expect(await two.read(id)).toBeUndefined();
  expect((await two.byToken('t')).items).toEqual([]);
  expect((await two.openCases()).items).toEqual([]);
  expect(await two.due(minute(1), 'case', 9)).toEqual([]);
  await two.commit(change(id, 0, { body: 'of two', tokens: ['t'] }));
  expect((await one.read(id))?.head.body).toBe('of one');
  await Promise.all([one.close(), two.close()]);
});

it('gives up after two more tries when it is throttled, long before a form times out', async () => {
  const store = asJson(await open());
  server.refuse(99, 429);
  const before = server.seen.length;
  await expect(store.commit(change(id, 0))).rejects.toThrow(
    'Cosmos DB did not do what was asked (batch, 429)',
  );
  expect(server.seen.length - before).toBe(3);
  server.refuse(0, 429);
  expect(await store.read(id)).toBeUndefined();
  await store.close();
});

it('sends the same batch again after being throttled once', async () => {
  const store = asJson(await open());
  server.refuse(1, 429, isBatch);
  expect(await store.commit(change(id, 0, { events: [[1, 'e']] }))).toBe('committed');
  const batches = server.seen.filter(isBatch);
  expect(batches).toHaveLength(2);
  expect(batches[0]?.body).toBe(batches[1]?.body);
  expect(batches[0]?.headers['x-ms-documentdb-partitionkey']).toBe(
    batches[1]?.headers['x-ms-documentdb-partitionkey'],
  );
  await store.close();
});

it.each([500, 503, 403, 408, 449])(
  'says which request failed with %i, and repeats nothing that was written',
  async (status) => {
    const store = asJson(await open());
    server.refuse(99, status, isBatch);
    const error = await store
      .commit(change(id, 0, { body: 'CANARY kestrel' }))
      .catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain(`(batch, ${status})`);
    expect(String(error)).not.toContain('CANARY');
    await store.close();
  },
);

it('says so when nobody answers', async () => {
  const store = asJson(await open());
  await server.close();
  await expect(store.commit(change(id, 0))).rejects.toThrow('Cosmos DB did not do what was asked (batch, ');
  await expect(store.probe()).rejects.toThrow('Cosmos DB did not do what was asked');
  await store.close();
  server = await startCosmosServer();
});

it('does not take a missing container for an empty one', async () => {
  const store = asJson(await open());
  const client = cosmosClient({ endpoint: server.endpoint, key: 'a2V5' });
  await client.database(names.database).container(names.container).delete();
  await expect(store.due(minute(1), 'case', 9)).rejects.toThrow('Check COSMOS_DATABASE');
  await expect(store.openCases()).rejects.toThrow('(query, 404)');
  await expect(store.commit(change(id, 0))).rejects.toThrow('(batch, 404)');
  client.dispose();
  await store.close();
});

it('does not count on a head that it remembers wrongly', async () => {
  const [one, two] = [asJson(await open()), asJson(await open())];
  await one.commit(change(id, 0));
  await two.commit(change(id, 1, { body: 'by the other' }));
  expect(await one.commit(change(id, 1, { body: 'too late' }))).toBe('conflict');
  expect(await one.commit(change(id, 2))).toBe('committed');
  await Promise.all([one.close(), two.close()]);
});

describe('erasing', () => {
  it.each<[string, (other: Store, row: DueRow) => Promise<unknown>]>([
    ['a wake-up was settled', (other, row) => other.settle(row, { type: 'done' })],
    ['a delivery was saved', (other) => other.saveDelivery(id, { id: 'late', body: 'sent' })],
    ['nothing happened', async () => {}],
  ])('leaves nothing, though %s between the look and the delete', async (_, meanwhile) => {
    const [one, two] = [asJson(await open()), asJson(await open())];
    await one.commit(change(id, 0, { wakes: [['case', minute(0)]] }));
    const [row] = await two.due(minute(1), 'case', 1);
    let waiting = true;
    server.before(async (seen) => {
      if (!waiting || !isBatch(seen)) return;
      waiting = false;
      if (row !== undefined) await meanwhile(two, row);
    });
    expect(await one.commit({ type: 'erase', id, expected: 1 })).toBe('committed');
    expect(await two.read(id)).toBeUndefined();
    await two.commit(change(id, 0));
    expect(await two.read(id)).toMatchObject({ head: { version: 1 }, deliveries: [] });
    expect(await two.due(minute(9), 'case', 9)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });

  it('is refused when the record changed between the look and the delete', async () => {
    const [one, two] = [asJson(await open()), asJson(await open())];
    await one.commit(change(id, 0, { events: [[1, 'one']] }));
    let waiting = true;
    server.before(async (seen) => {
      if (!waiting || !isBatch(seen)) return;
      waiting = false;
      await two.commit(change(id, 1, { events: [[2, 'two']] }));
    });
    expect(await one.commit({ type: 'erase', id, expected: 1 })).toBe('conflict');
    expect((await two.read(id, { events: true }))?.events).toHaveLength(2);
    await Promise.all([one.close(), two.close()]);
  });
});

it('takes a client that is built already', async () => {
  const client = new CosmosClient({
    endpoint: server.endpoint,
    key: 'a2V5',
    connectionPolicy: { enableEndpointDiscovery: false },
  });
  const store = await openCosmosStore({ account: client, ...names, organisation: 'sample' });
  await store.probe();
  await store.close();
});

it('refuses a container with another partition key', async () => {
  const client = cosmosClient({ endpoint: server.endpoint, key: 'a2V5' });
  const { database } = await client.databases.createIfNotExists({ id: names.database });
  await database.containers.create({ id: names.container, partitionKey: { paths: ['/tenant'] } });
  client.dispose();
  await expect(open()).rejects.toThrow('is not partitioned by /pk');
});

describe('what goes over the wire', () => {
  const canary = 'CANARY kestrel';
  async function plant(store: ReturnType<typeof sealed>): Promise<readonly string[]> {
    await store.commit(change(id, 0, { body: { canary }, brief: { canary }, events: [[1, canary]] }));
    await store.saveDelivery(id, { id: 'd', body: canary });
    await store.read(id, { events: true });
    await store.close();
    return foundIn(Buffer.from(JSON.stringify(server.seen)), canary);
  }

  it('holds no canary when it is sealed', async () => {
    expect(await plant(sealed(await open()))).toEqual([]);
  });

  it('holds them when the cipher does nothing (control)', async () => {
    expect(await plant(unsealed(await open()))).toContain('raw');
  });
});
