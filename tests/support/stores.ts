import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Head, Json, Store } from '../../src/application/ports.ts';
import { keyringFrom } from '../../src/storage/sealed/keyring.ts';
import { sealedStore } from '../../src/storage/sealed/store.ts';

export const organisation = 'sample';
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'signpost-store-'));

/** A raw store takes texts only; the contract gives it nothing else. */
export const asJson = (store: Store<string>): Store<Json> => store as unknown as Store<Json>;

export const testKeyring = keyringFrom(Buffer.alloc(32, 7), organisation);
export const sealed = (store: Store<string>): Store<Json> =>
  sealedStore({ store, keyring: testKeyring, organisation });

const inTheClear = ({ brief, ...head }: Head<Json>): Head<string> => ({
  ...head,
  body: JSON.stringify(head.body),
  ...(brief !== undefined && { brief: JSON.stringify(brief) }),
});

/** A sealed store whose cipher does nothing: the control that shows what a search would find. */
export function unsealed(store: Store<string>): Store<Json> {
  return {
    ...store,
    read: async () => undefined,
    commit: (change) =>
      store.commit(
        change.type === 'erase'
          ? change
          : {
              ...change,
              head: inTheClear(change.head),
              events: change.events.map(({ seq, body }) => ({ seq, body: JSON.stringify(body) })),
            },
      ),
    saveDelivery: (record, { id, body }, options) =>
      store.saveDelivery(record, { id, body: JSON.stringify(body) }, options),
  };
}
