import { memoryStore } from '../support/memory-store.ts';
import { storeContract } from './store-contract.ts';

/** What the application's tests stand on keeps to the same contract as the stores it stands for. */
storeContract('memory', async () => memoryStore({ pageSize: 10 }));
