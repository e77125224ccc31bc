import type { Json, RecordSnapshot, Store } from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { frozen } from '../support/frozen.ts';

/**
 * The same store, which gives what it gave before for as long as the record is the same: a term reads each record a
 * hundred times for every time it is written, and a copy for each is most of its time.
 */
export function keptStore(inner: Store<Json>): Store<Json> {
  const kept = new Map<RecordId, RecordSnapshot<Json> | undefined>();
  return {
    ...inner,
    async read(id, options) {
      if (options?.events === true || options?.chain === true) return inner.read(id, options);
      if (!kept.has(id)) kept.set(id, frozen(await inner.read(id)));
      return kept.get(id);
    },
    async commit(change) {
      kept.delete(change.type === 'erase' ? change.id : change.head.id);
      const result = await inner.commit(change);
      kept.delete(change.type === 'erase' ? change.id : change.head.id);
      return result;
    },
    async saveDelivery(record, delivery, options) {
      kept.delete(record);
      const result = await inner.saveDelivery(record, delivery, options);
      kept.delete(record);
      return result;
    },
  };
}
