import type { Store } from '../../src/application/ports.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { allPages, change, idsOf, recordId } from '../support/records.ts';

const id = recordId(1);
const many = (n: number): RecordId[] => Array.from({ length: n }, (_, index) => recordId(index + 1));

/** By token, and open cases; pages of ten. */
export function listContract(current: () => Store): void {
  const create = (ids: readonly RecordId[], tokens: readonly string[]) =>
    Promise.all(ids.map((record) => current().commit(change(record, 0, { tokens }))));

  describe('the list of a token', () => {
    it('holds the records with that token and no other', async () => {
      await create([recordId(1), recordId(2)], ['person', 'site']);
      await create([recordId(3)], ['site']);
      expect(idsOf(await current().byToken('person'))).toEqual([recordId(1), recordId(2)]);
      expect(idsOf(await current().byToken('site'))).toEqual(many(3));
      expect(await current().byToken('pers')).toEqual({ items: [] });
      expect(await current().byToken('%')).toEqual({ items: [] });
    });

    it('follows the record when its tokens change', async () => {
      await create([id], ['a', 'b']);
      await current().commit(change(id, 1, { tokens: ['b', 'c'] }));
      expect(idsOf(await current().byToken('a'))).toEqual([]);
      expect(idsOf(await current().byToken('b'))).toEqual([id]);
      expect(idsOf(await current().byToken('c'))).toEqual([id]);
      await current().commit(change(id, 2, { tokens: [] }));
      expect(idsOf(await current().byToken('c'))).toEqual([]);
    });

    it('names a record once, however often it carries the token', async () => {
      await create([id], ['t', 't']);
      expect(idsOf(await current().byToken('t'))).toEqual([id]);
      expect((await current().read(id))?.head.tokens).toEqual(['t', 't']);
    });

    it('holds closed records and those that are no case', async () => {
      await current().commit(change(recordId(1), 0, { status: 'closed', tokens: ['t'] }));
      await current().commit(change(recordId(2), 0, { status: 'none', tokens: ['t'] }));
      expect(idsOf(await current().byToken('t'))).toEqual(many(2));
    });

    it('comes in pages, each record once', async () => {
      await create(many(25), ['t']);
      const pages = await allPages((cursor) => current().byToken('t', cursor));
      expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
      expect(pages.flat().map((item) => item.id)).toEqual(many(25));
    });

    it('ends with the last record, without an empty page', async () => {
      await create(many(20), ['t']);
      expect((await allPages((cursor) => current().byToken('t', cursor))).map((page) => page.length)).toEqual(
        [10, 10],
      );
    });

    it('neither repeats nor skips when records come and go between pages', async () => {
      await create(many(25), ['t']);
      const first = await current().byToken('t');
      await current().commit({ type: 'erase', id: recordId(3), expected: 1 });
      await current().commit(change(recordId(0), 0, { tokens: ['t'] }));
      const rest = await allPages((cursor) => current().byToken('t', cursor ?? first.next));
      expect([...first.items, ...rest.flat()].map((item) => item.id)).toEqual(many(25));
    });
  });

  describe('the list of open cases', () => {
    it('holds only what is open', async () => {
      await current().commit(change(recordId(1), 0, { status: 'open' }));
      await current().commit(change(recordId(2), 0, { status: 'closed' }));
      await current().commit(change(recordId(3), 0, { status: 'none' }));
      expect(await current().openCases()).toEqual({
        items: [{ id: recordId(1), version: 1, status: 'open' }],
      });
    });

    it('follows closing and reopening', async () => {
      await current().commit(change(id, 0, { status: 'open' }));
      await current().commit(change(id, 1, { status: 'closed' }));
      expect(idsOf(await current().openCases())).toEqual([]);
      await current().commit(change(id, 2, { status: 'open' }));
      expect(idsOf(await current().openCases())).toEqual([id]);
    });

    it('comes in pages, each case once', async () => {
      await create(many(21), []);
      const pages = await allPages((cursor) => current().openCases(cursor));
      expect(pages.map((page) => page.length)).toEqual([10, 10, 1]);
      expect(pages.flat().map((item) => item.id)).toEqual(many(21));
    });

    it('is empty at the start', async () => {
      expect(await current().openCases()).toEqual({ items: [] });
    });
  });
}
