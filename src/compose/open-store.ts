import type { Keyring, Log, Store } from '../application/ports.ts';
import type { Config } from '../config.ts';
import type { RecordId } from '../domain/ids.ts';
import { openCosmosStore } from '../storage/cosmos/store.ts';
import { keyFile } from '../storage/sealed/key-file.ts';
import { sealedStore } from '../storage/sealed/store.ts';
import { openKeyring } from '../storage/sealed/working-key.ts';
import { openSqliteStore } from '../storage/sqlite/store.ts';

const CONTAINER = 'records';

function rawStore({ store }: Config, organisation: string): Store<string> | Promise<Store<string>> {
  if (store.type === 'sqlite') return openSqliteStore({ folder: store.folder, organisation });
  const { endpoint, database, key } = store;
  if (key === undefined)
    throw new Error(
      'COSMOS_KEY is missing: managed identities come with the cloud packaging; until then set the key',
    );
  return openCosmosStore({ account: { endpoint, key }, database, container: CONTAINER, organisation });
}

/** The store that the configuration names, sealed. Without its key nothing opens; there is no plain way in. */
export async function openStore(
  config: Config,
  organisation: string,
  log: Log,
): Promise<{ readonly store: Store; readonly keyring: Keyring; readonly raw: Store<string> }> {
  const { key } = config;
  if (key.type === 'vault')
    throw new Error(
      'KEY_VAULT_KEY is set: Key Vault comes with the cloud packaging; until then set KEY_FILE',
    );
  const raw = await rawStore(config, organisation);
  try {
    const dataFolder = config.store.type === 'sqlite' ? config.store.folder : '.';
    const keyring = await openKeyring({
      store: raw,
      organisation,
      kek: ({ first }) => keyFile({ file: key.file, dataFolder, create: first && key.create }),
    });
    const kept = [keyring.recordId('directory')];
    const damaged = (record: RecordId) => log.error({ event: 'brief-damaged', record });
    return { store: sealedStore({ store: raw, keyring, organisation, kept, damaged }), keyring, raw };
  } catch (fault) {
    await raw.close();
    throw fault;
  }
}
