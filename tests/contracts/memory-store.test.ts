import { memoryStore } from '../support/memory-store.ts';
import { storeContract } from './store-contract.ts';

// The application's tests stand on it, so it has to keep what the real stores keep.
storeContract('memory', async () => memoryStore({ pageSize: 10 }));
