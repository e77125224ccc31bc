import { type Container, type ContainerDefinition, CosmosClient } from '@azure/cosmos';
import { refused } from './faults.ts';

export interface CosmosAccount {
  readonly endpoint: string;
  readonly key: string;
}

/** Slack gives 3 seconds and Teams 5; the library's own default would retry for 30. */
const retryOptions = { maxRetryAttemptCount: 2, maxWaitTimeInSeconds: 1 };
const REQUEST_TIMEOUT_MS = 5_000;

const connectionPolicy = (endpoint: string) => ({
  retryOptions,
  requestTimeout: REQUEST_TIMEOUT_MS,
  useMultipleWriteLocations: false,
  // Over plain HTTP (an emulator) the library would switch to the https address that the server advertises.
  enableEndpointDiscovery: !endpoint.startsWith('http:'),
});

export const cosmosClient = ({ endpoint, key }: CosmosAccount): CosmosClient =>
  new CosmosClient({ endpoint, key, connectionPolicy: connectionPolicy(endpoint) });

const PARTITION_KEY = '/pk';

/** Bodies are sealed, so indexing them would only cost. `-1`: only items that ask for it expire (the probe's). */
const definition = (id: string): ContainerDefinition => ({
  id,
  partitionKey: { paths: [PARTITION_KEY] },
  defaultTtl: -1,
  indexingPolicy: {
    indexingMode: 'consistent',
    includedPaths: [
      { path: '/pk/?' },
      { path: '/kind/?' },
      { path: '/organisation/?' },
      { path: '/record/?' },
      { path: '/lane/?' },
      { path: '/dueAt/?' },
      { path: '/heldUntil/?' },
      { path: '/status/?' },
      { path: '/tokens/[]/?' },
    ],
    excludedPaths: [{ path: '/*' }],
  },
});

async function findOrCreate(client: CosmosClient, database: string, id: string) {
  const { database: found } = await client.databases.createIfNotExists({ id: database });
  return found.containers.createIfNotExists(definition(id));
}

/** With a managed identity both must exist already: data rights do not include creating them. */
export async function openContainer(client: CosmosClient, database: string, id: string): Promise<Container> {
  const { container, resource } = await findOrCreate(client, database, id).catch((error: unknown) => {
    throw refused('open', error);
  });
  if (resource?.partitionKey?.paths[0] !== PARTITION_KEY) {
    throw new Error(
      `The Cosmos DB container "${id}" in "${database}" is not partitioned by ${PARTITION_KEY}. Use an empty database (COSMOS_DATABASE), or create the container with that partition key.`,
    );
  }
  return container;
}
