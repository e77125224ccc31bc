import type { Json, Store } from '../../src/application/ports.ts';

/** A fault before anything was written, or after all of it was: the caller cannot tell which. */
export type When = 'before' | 'after';

/** A store that fails at one write, once. Writes are counted from the last `failAt` on. */
export function faultyStore(inner: Store<Json>) {
  const plan: { at: number; when: When; writes: number } = { at: 0, when: 'before', writes: 0 };
  async function write<Result>(perform: () => Promise<Result>): Promise<Result> {
    plan.writes += 1;
    const fails = plan.writes === plan.at;
    if (fails && plan.when === 'before') throw new Error('disk full');
    const result = await perform();
    if (fails) throw new Error('connection lost');
    return result;
  }
  const store: Store<Json> = {
    ...inner,
    commit: (change) => write(() => inner.commit(change)),
    saveDelivery: (record, delivery) => write(() => inner.saveDelivery(record, delivery)),
  };
  return {
    store,
    failAt: (at: number, when: When): void => {
      plan.at = at;
      plan.when = when;
      plan.writes = 0;
    },
    writes: () => plan.writes,
  };
}
