import type { Store } from '../../src/application/ports.ts';
import { change, idsOf, minute, recordId } from '../support/records.ts';

const id = recordId(1);
const other = recordId(2);

/** What hangs on a record, and how all of it goes. */
export function partsContract(current: () => Store): void {
  describe('a delivery', () => {
    it('is added and replaced outside the version of the head', async () => {
      await current().commit(change(id, 0));
      await current().saveDelivery(id, { id: 'b', body: 'sent' });
      await current().saveDelivery(id, { id: 'a', body: 'sent' });
      await current().saveDelivery(id, { id: 'b', body: 'updated' });
      expect(await current().commit(change(id, 1))).toBe('committed');
      const found = await current().read(id);
      expect(found?.head.version).toBe(2);
      expect(found?.deliveries).toEqual([
        { id: 'a', body: 'sent' },
        { id: 'b', body: 'updated' },
      ]);
    });

    it('may have any id, and comes with the events too', async () => {
      await current().commit(change(id, 0, { events: [[1, 'e']] }));
      const ids = ['a/b\\c?d#e', 'a|b', 'head', 'e-000001', 'é 李', 'A', 'a'].sort();
      for (const odd of ids) await current().saveDelivery(id, { id: odd, body: `for ${odd}` });
      const found = await current().read(id, { events: true });
      expect(found?.deliveries.map((delivery) => delivery.id).sort()).toEqual(ids);
      expect(found?.deliveries.every((delivery) => delivery.body === `for ${delivery.id}`)).toBe(true);
      expect(found?.events).toHaveLength(1);
    });

    it('is added once where it is to be new, and stays as it was', async () => {
      await current().commit(change(id, 0));
      const add = (body: string) => current().saveDelivery(id, { id: 'd', body }, { isNew: true });
      const answers = await Promise.all(['one', 'two', 'three'].map(add));
      expect(answers.filter((isAdded) => isAdded)).toHaveLength(1);
      const [kept] = (await current().read(id))?.deliveries ?? [];
      expect(kept?.body).toBe(['one', 'two', 'three'][answers.indexOf(true)]);
      expect(await current().saveDelivery(id, { id: 'd', body: 'again' })).toBe(true);
      await expect(current().saveDelivery(other, { id: 'd', body: 'x' }, { isNew: true })).rejects.toThrow(
        `Record ${other} is gone`,
      );
    });

    it('belongs to one record only', async () => {
      await current().commit(change(id, 0));
      await current().commit(change(other, 0));
      await current().saveDelivery(id, { id: 'd', body: 'mine' });
      expect((await current().read(other))?.deliveries).toEqual([]);
    });

    it('is refused for a record that is not there, and leaves nothing', async () => {
      await expect(current().saveDelivery(id, { id: 'd', body: 'x' })).rejects.toThrow(
        `Record ${id} is gone`,
      );
      await current().commit(change(id, 0));
      expect((await current().read(id))?.deliveries).toEqual([]);
    });

    it('keeps twenty that were saved at the same time', async () => {
      await current().commit(change(id, 0));
      const saves = Array.from({ length: 20 }, (_, n) =>
        current().saveDelivery(id, { id: `d${n}`, body: n.toString() }),
      );
      await Promise.all(saves);
      expect((await current().read(id))?.deliveries).toHaveLength(20);
    });
  });

  describe('erasing', () => {
    it('leaves nothing of the record and everything of the others', async () => {
      for (const record of [id, other]) {
        const parts = { tokens: ['t'], events: [[1, 'e']], wakes: [['case', minute(0)]] } as const;
        await current().commit(change(record, 0, parts));
        await current().saveDelivery(record, { id: 'd', body: 'sent' });
      }
      const untouched = await current().read(other, { events: true });
      expect(await current().commit({ type: 'erase', id, expected: 1 })).toBe('committed');
      expect(await current().read(id, { events: true })).toBeUndefined();
      expect((await current().due(minute(1), 'case', 10)).map(({ record }) => record)).toEqual([other]);
      expect(idsOf(await current().byToken('t'))).toEqual([other]);
      expect(idsOf(await current().openCases())).toEqual([other]);
      expect(await current().read(other, { events: true })).toEqual(untouched);
    });

    it('is refused for another version and for what is not there', async () => {
      await current().commit(change(id, 0, { events: [[1, 'e']] }));
      await current().commit(change(id, 1));
      expect(await current().commit({ type: 'erase', id, expected: 1 })).toBe('conflict');
      expect(await current().commit({ type: 'erase', id: other, expected: 1 })).toBe('conflict');
      expect((await current().read(id, { events: true }))?.events).toHaveLength(1);
    });

    it('lets the record be made again from the start', async () => {
      await current().commit(
        change(id, 0, { body: 'old', events: [[1, 'old']], wakes: [['bulk', minute(0)]] }),
      );
      await current().saveDelivery(id, { id: 'd', body: 'old' });
      await current().commit({ type: 'erase', id, expected: 1 });
      expect(await current().commit(change(id, 1, { body: 'stale' }))).toBe('conflict');
      expect(await current().commit(change(id, 0, { body: 'new', events: [[1, 'new']] }))).toBe('committed');
      const found = await current().read(id, { events: true });
      expect(found).toEqual({
        head: change(id, 0, { body: 'new' }).head,
        events: [{ seq: 1, body: 'new' }],
        deliveries: [],
      });
      expect(await current().due(minute(1), 'bulk', 10)).toEqual([]);
    });

    it('takes a record of any size', async () => {
      const fill = async (body: string): Promise<void> => {
        for (let n = 0; n < 3; n += 1) {
          const events = Array.from({ length: 80 }, (_, k) => [n * 80 + k + 1, body] as const);
          expect(await current().commit(change(id, n, { events }))).toBe('committed');
        }
      };
      await fill('old');
      expect(await current().commit({ type: 'erase', id, expected: 3 })).toBe('committed');
      await fill('new');
      const events = (await current().read(id, { events: true }))?.events;
      expect(events).toEqual(Array.from({ length: 240 }, (_, n) => ({ seq: n + 1, body: 'new' })));
    });
  });
}
