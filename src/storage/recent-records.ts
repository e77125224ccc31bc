import type { RecordId } from '../domain/ids.ts';

export interface RecentRecords<Item> {
  get(id: RecordId): Item | undefined;
  remember(id: RecordId, item: Item): void;
  forget(id: RecordId): void;
}

/** The records used last, at most `capacity`, so that an action costs one read and one commit. */
export function recentRecords<Item>(capacity: number): RecentRecords<Item> {
  const items = new Map<RecordId, Item>();
  return {
    get: (id) => items.get(id),
    remember(id, item) {
      // A Map keeps the order of insertion: the first key is the one not touched for longest.
      items.delete(id);
      items.set(id, item);
      if (items.size <= capacity) return;
      const oldest = items.keys().next();
      if (!oldest.done) items.delete(oldest.value);
    },
    forget: (id) => items.delete(id),
  };
}
