import type {
  Delivery,
  DueRow,
  Head,
  Json,
  Listed,
  Page,
  RecordSnapshot,
  Store,
} from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { checkCommit } from '../../src/storage/check-commit.ts';
import { LIST_PAGE } from '../../src/storage/list-page.ts';
import { frozen } from './frozen.ts';

type Snapshot = RecordSnapshot<Json>;
interface Held extends DueRow {
  until: string;
}

/** What a real store does to a value: only what survives JSON comes back, and nobody changes it from outside. */
const stored = <Value>(value: Value): Value => frozen(JSON.parse(JSON.stringify(value)) as Value);

/**
 * A whole store in memory, for tests of the application. It keeps to the same contract as the real ones. It gives the same
 * object for as long as the record is the same: a copy for each reader would be most of a test's time.
 */
export function memoryStore({ pageSize = LIST_PAGE } = {}): Store<Json> {
  const records = new Map<RecordId, Snapshot>();
  let rows: Held[] = [];
  let tags = 0;
  const nextTag = () => {
    tags += 1;
    return `tag-${tags}`;
  };

  function page(isListed: (head: Head<Json>) => boolean, cursor = ''): Page<Listed<Json>> {
    const after = [...records.values()]
      .map(({ head }) => head)
      .filter((head) => isListed(head) && head.id > cursor)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const items = after.slice(0, pageSize).map(({ tokens: _, body: _body, ...listed }) => listed);
    const next = items.at(-1)?.id;
    return after.length > pageSize && next !== undefined ? { items, next } : { items };
  }

  return {
    async read(id, options) {
      const found = records.get(id);
      return found && { ...found, events: options?.events === true ? found.events : [] };
    },
    async commit(change) {
      checkCommit(change);
      const id = change.type === 'erase' ? change.id : change.head.id;
      const before = records.get(id);
      if ((before?.head.version ?? 0) !== change.expected) return 'conflict';
      if (change.type === 'erase') {
        records.delete(id);
        rows = rows.filter((row) => row.record !== id);
        return 'committed';
      }
      const { head, events, wakes } = stored(change);
      const all = [...(before?.events ?? []), ...events];
      if (new Set(all.map(({ seq }) => seq)).size < all.length)
        throw new Error('An event with this number is there');
      records.set(id, { head, events: all, deliveries: before?.deliveries ?? [] });
      wakes.forEach(({ lane, at }, index) => {
        const row = { id: `w-${head.version}-${index}`, record: id, lane, at, attempt: 0, tag: nextTag() };
        rows.push({ ...row, until: '' });
      });
      return 'committed';
    },
    async saveDelivery(record, delivery, { isNew = false } = {}) {
      const found = records.get(record);
      if (found === undefined) throw new Error(`Record ${record} is gone`);
      if (isNew && found.deliveries.some(({ id }) => id === delivery.id)) return false;
      const others = found.deliveries.filter(({ id }) => id !== delivery.id);
      const deliveries: Delivery<Json>[] = [...others, stored(delivery)];
      records.set(record, { ...found, deliveries: deliveries.sort((a, b) => (a.id < b.id ? -1 : 1)) });
      return true;
    },
    async due(now, lane, n) {
      return rows
        .filter((row) => row.lane === lane && row.at <= now && row.until <= now)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, n)
        .map(({ until: _, ...row }) => row);
    },
    async claim(row, _owner, until) {
      const found = rows.find((each) => each.record === row.record && each.id === row.id);
      if (found === undefined || found.tag !== row.tag) return undefined;
      const held = { ...found, until, tag: nextTag() };
      rows = rows.map((each) => (each === found ? held : each));
      const { until: _until, ...claimed } = held;
      return claimed;
    },
    async settle(row, settlement) {
      const found = rows.find((each) => each.record === row.record && each.id === row.id);
      if (found === undefined || found.tag !== row.tag) return false;
      rows = rows.filter((each) => each !== found);
      if (settlement.type === 'again')
        rows.push({ ...found, at: settlement.at, attempt: found.attempt + 1, until: '', tag: nextTag() });
      return true;
    },
    byToken: async (token, cursor) => page(({ tokens }) => tokens.includes(token), cursor),
    openCases: async (cursor) => page(({ status }) => status === 'open', cursor),
    probe: async () => {},
    close: async () => {},
  };
}
