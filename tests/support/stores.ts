import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, Store } from '../../src/application/ports.ts';
import { keyringFrom } from '../../src/storage/sealed/keyring.ts';
import { sealedStore } from '../../src/storage/sealed/store.ts';

export const organisation = 'sample';
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'signpost-store-'));

/** A raw store takes texts only; the contract gives it nothing else. */
export const asJson = (store: Store<string>): Store<Json> => store as unknown as Store<Json>;

export const testKeyring = keyringFrom(Buffer.alloc(32, 7), organisation);
export const sealed = (store: Store<string>): Store<Json> =>
  sealedStore({ store, keyring: testKeyring, organisation });
