import type { DueRow, Store } from '../../src/application/ports.ts';
import { change, minute, recordId } from '../support/records.ts';

const id = recordId(1);

/** Wake-ups, leases, settlements. */
export function dueContract(current: () => Store): void {
  async function oneDue(): Promise<DueRow> {
    const [row] = await current().due(minute(9), 'case', 1);
    if (row === undefined) throw new Error('Nothing is due');
    return row;
  }
  async function oneClaimed(until = minute(20)): Promise<DueRow> {
    const claimed = await current().claim(await oneDue(), 'worker', until);
    if (claimed === undefined) throw new Error('Nothing was claimed');
    return claimed;
  }
  const woken = () => current().commit(change(id, 0, { wakes: [['case', minute(0)]] }));
  const dueAt = async (now: number) => (await current().due(minute(now), 'case', 10)).map(({ at }) => at);

  describe('a wake-up', () => {
    it('is due from its minute on, and not before', async () => {
      await current().commit(change(id, 0, { wakes: [['case', minute(5)]] }));
      expect(await dueAt(4)).toEqual([]);
      expect(await dueAt(5)).toEqual([minute(5)]);
      expect(await dueAt(6)).toEqual([minute(5)]);
    });

    it('names its record, its lane, and that nobody has tried yet', async () => {
      await woken();
      expect(await oneDue()).toMatchObject({ record: id, lane: 'case', at: minute(0), attempt: 0 });
    });

    it('keeps to its lane', async () => {
      await current().commit(
        change(id, 0, {
          wakes: [
            ['bulk', minute(0)],
            ['case', minute(1)],
          ],
        }),
      );
      expect(await dueAt(9)).toEqual([minute(1)]);
      expect((await current().due(minute(9), 'bulk', 10)).map(({ at }) => at)).toEqual([minute(0)]);
    });

    it('comes oldest first, and no more than asked for', async () => {
      for (const [index, at] of [3, 1, 4, 2, 5].entries()) {
        await current().commit(change(recordId(index), 0, { wakes: [['case', minute(at)]] }));
      }
      expect((await current().due(minute(9), 'case', 3)).map(({ at }) => at)).toEqual([1, 2, 3].map(minute));
    });

    it('may come with others of the same minute and record', async () => {
      await current().commit(
        change(id, 0, {
          wakes: [
            ['case', minute(0)],
            ['case', minute(0)],
          ],
        }),
      );
      await current().commit(change(id, 1, { wakes: [['case', minute(0)]] }));
      const rows = await current().due(minute(1), 'case', 10);
      expect(new Set(rows.map((row) => row.id)).size).toBe(3);
    });
  });

  describe('a claim', () => {
    it('hides the row until the lease ends, under a new tag', async () => {
      await woken();
      const row = await oneDue();
      const claimed = await current().claim(row, 'worker', minute(10));
      expect(claimed).toEqual({ ...row, tag: expect.any(String) });
      expect(claimed?.tag).not.toBe(row.tag);
      expect(await dueAt(9)).toEqual([]);
      expect(await dueAt(10)).toEqual([minute(0)]);
    });

    it('is given to one of ten who ask at the same time', async () => {
      await woken();
      const row = await oneDue();
      const claims = Array.from({ length: 10 }, (_, n) => current().claim(row, `worker ${n}`, minute(10)));
      expect((await Promise.all(claims)).filter((claimed) => claimed !== undefined)).toHaveLength(1);
    });

    it('is given to each row of a record apart', async () => {
      await current().commit(
        change(id, 0, {
          wakes: [
            ['case', minute(0)],
            ['case', minute(1)],
          ],
        }),
      );
      const rows = await current().due(minute(2), 'case', 10);
      const claims = await Promise.all(rows.map((row) => current().claim(row, 'worker', minute(10))));
      expect(claims.every((claimed) => claimed !== undefined)).toBe(true);
    });

    it('is refused under an old tag, and for a row that is gone', async () => {
      await woken();
      const row = await oneDue();
      const claimed = await oneClaimed();
      expect(await current().claim(row, 'late', minute(10))).toBeUndefined();
      await current().settle(claimed, { type: 'done' });
      expect(await current().claim(claimed, 'later', minute(10))).toBeUndefined();
    });

    it('can be made longer by who holds it', async () => {
      await woken();
      const longer = await current().claim(await oneClaimed(minute(10)), 'worker', minute(30));
      expect(await dueAt(15)).toEqual([]);
      expect(longer && (await current().settle(longer, { type: 'done' }))).toBe(true);
    });

    it('passes on when the lease has ended, and the first holder can settle no more', async () => {
      await woken();
      const first = await oneClaimed(minute(10));
      const [again] = await current().due(minute(10), 'case', 1);
      const second = again && (await current().claim(again, 'second', minute(20)));
      expect(second).toBeDefined();
      expect(await current().settle(first, { type: 'done' })).toBe(false);
      expect(await current().settle(first, { type: 'again', at: minute(1) })).toBe(false);
      expect(await dueAt(15)).toEqual([]);
      const [kept] = await current().due(minute(20), 'case', 1);
      expect(kept).toMatchObject({ at: minute(0), attempt: 0 });
      expect(second && (await current().settle(second, { type: 'done' }))).toBe(true);
      expect(await dueAt(99)).toEqual([]);
    });

    it('outlives its lease when nobody else came', async () => {
      await woken();
      const claimed = await oneClaimed(minute(10));
      expect(await dueAt(11)).toHaveLength(1);
      expect(await current().settle(claimed, { type: 'done' })).toBe(true);
    });

    it('is not disturbed by a change of the record', async () => {
      await woken();
      const claimed = await oneClaimed();
      await current().commit(change(id, 1, { wakes: [['case', minute(2)]] }));
      expect(await dueAt(9)).toEqual([minute(2)]);
      expect(await current().settle(claimed, { type: 'done' })).toBe(true);
    });

    it('ends when the record is erased', async () => {
      await woken();
      const claimed = await oneClaimed();
      await current().commit({ type: 'erase', id, expected: 1 });
      expect(await current().settle(claimed, { type: 'again', at: minute(1) })).toBe(false);
      expect(await dueAt(99)).toEqual([]);
    });
  });

  describe('a settlement', () => {
    it('removes a row that is done, once', async () => {
      await woken();
      const claimed = await oneClaimed();
      expect(await current().settle(claimed, { type: 'done' })).toBe(true);
      expect(await current().settle(claimed, { type: 'done' })).toBe(false);
      expect(await dueAt(99)).toEqual([]);
    });

    it('brings a row back at its new time, with one attempt more, free for anyone', async () => {
      await woken();
      const claimed = await oneClaimed(minute(60));
      expect(await current().settle(claimed, { type: 'again', at: minute(5) })).toBe(true);
      expect(await dueAt(4)).toEqual([]);
      const [row] = await current().due(minute(5), 'case', 1);
      expect(row).toMatchObject({ id: claimed.id, record: id, at: minute(5), attempt: 1 });
      const second = row && (await current().claim(row, 'other', minute(20)));
      expect(second && (await current().settle(second, { type: 'again', at: minute(30) }))).toBe(true);
      expect(await current().due(minute(30), 'case', 1)).toMatchObject([{ attempt: 2 }]);
    });

    it('counts once when two settle the same lease at the same time', async () => {
      await woken();
      const claimed = await oneClaimed();
      const settled = await Promise.all([
        current().settle(claimed, { type: 'again', at: minute(5) }),
        current().settle(claimed, { type: 'again', at: minute(5) }),
      ]);
      expect(settled.filter(Boolean)).toHaveLength(1);
      expect(await current().due(minute(5), 'case', 9)).toMatchObject([{ attempt: 1 }]);
    });
  });
}
