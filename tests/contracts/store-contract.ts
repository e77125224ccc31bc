import type { Store } from '../../src/application/ports.ts';
import { briefContract } from './store-contract-briefs.ts';
import { dueContract } from './store-contract-due.ts';
import { listContract } from './store-contract-lists.ts';
import { partsContract } from './store-contract-parts.ts';
import { recordContract } from './store-contract-records.ts';

/** What any store must do, whatever lies behind it. `open` gives a fresh, empty store with pages of ten. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    recordContract(() => store);
    partsContract(() => store);
    dueContract(() => store);
    listContract(() => store);
    briefContract(() => store);

    it('can say that it takes reports, without leaving anything in the lists', async () => {
      await store.probe();
      await store.probe();
      expect((await store.openCases()).items).toEqual([]);
    });
  });
}
