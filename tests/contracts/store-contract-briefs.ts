import type { Store } from '../../src/application/ports.ts';
import { allPages, change, recordId } from '../support/records.ts';

const id = recordId(1);

/** What lists show of a record beside its id; pages of ten. */
export function briefContract(current: () => Store): void {
  const listed = () => current().byToken('t');

  describe('the brief of a record', () => {
    it('is listed by token and among open cases, with version and status', async () => {
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'in short' }));
      const items = [{ id, version: 1, status: 'open', brief: 'in short' }];
      expect(await listed()).toEqual({ items });
      expect(await current().openCases()).toEqual({ items });
    });

    it('is the one of the last change', async () => {
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'first' }));
      await current().openCases();
      await current().commit(change(id, 1, { tokens: ['t'], brief: 'second' }));
      expect((await listed()).items).toEqual([{ id, version: 2, status: 'open', brief: 'second' }]);
      expect((await current().openCases()).items).toEqual((await listed()).items);
      expect((await current().read(id))?.head.brief).toBe('second');
    });

    it('stays as it was after a conflict', async () => {
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'first' }));
      expect(await current().commit(change(id, 0, { tokens: ['t'], brief: 'too late' }))).toBe('conflict');
      expect(await current().commit(change(id, 2, { tokens: ['t'], brief: 'too soon' }))).toBe('conflict');
      expect((await listed()).items).toMatchObject([{ version: 1, brief: 'first' }]);
    });

    it('is gone after a change without one', async () => {
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'first' }));
      await current().commit(change(id, 1, { tokens: ['t'] }));
      expect(await listed()).toEqual({ items: [{ id, version: 2, status: 'open' }] });
      expect((await current().read(id))?.head).not.toHaveProperty('brief');
      await current().commit(change(id, 2, { tokens: ['t'], brief: 'again' }));
      expect((await listed()).items).toMatchObject([{ version: 3, brief: 'again' }]);
    });

    it('of a closed case is listed by token only', async () => {
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'open' }));
      await current().commit(change(id, 1, { tokens: ['t'], status: 'closed', brief: 'over' }));
      expect(await current().openCases()).toEqual({ items: [] });
      expect(await listed()).toEqual({ items: [{ id, version: 2, status: 'closed', brief: 'over' }] });
    });

    it('is erased with its record, and not that of a record made anew', async () => {
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'old' }));
      await listed();
      await current().commit({ type: 'erase', id, expected: 1 });
      expect(await listed()).toEqual({ items: [] });
      expect(await current().openCases()).toEqual({ items: [] });
      await current().commit(change(id, 0, { tokens: ['t'], brief: 'new' }));
      expect((await listed()).items).toEqual([{ id, version: 1, status: 'open', brief: 'new' }]);
    });

    it.each([
      ['quotes, lines and markup', `"it's"\n\t\\ <!channel> . v1.a.b '; DROP TABLE records; --`],
      ['every kind of letter', 'Zoë 李 שלום \u202eright to left\u202c 👩‍👧 e\u0301 \u0000 end'],
      ['an empty text', ''],
      ['a long text', 'long '.repeat(4_000)],
    ])('keeps %s to the letter', async (_, brief) => {
      await current().commit(change(id, 0, { tokens: ['t'], brief }));
      expect((await listed()).items).toEqual([{ id, version: 1, status: 'open', brief }]);
    });

    it('is in its place over pages, none missing and none twice', async () => {
      const numbers = Array.from({ length: 25 }, (_, n) => n + 1);
      await Promise.all(
        numbers.map((n) =>
          current().commit(
            change(recordId(n), 0, { tokens: ['t'], ...(n % 5 !== 0 && { brief: `brief ${n}` }) }),
          ),
        ),
      );
      const expected = numbers.map((n) => ({
        id: recordId(n),
        version: 1,
        status: 'open',
        ...(n % 5 !== 0 && { brief: `brief ${n}` }),
      }));
      for (let time = 0; time < 2; time += 1) {
        expect((await allPages((cursor) => current().byToken('t', cursor))).flat()).toEqual(expected);
        expect((await allPages((cursor) => current().openCases(cursor))).flat()).toEqual(expected);
      }
    });
  });
}
