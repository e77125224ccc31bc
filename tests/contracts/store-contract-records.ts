import type { Store } from '../../src/application/ports.ts';
import { afterRefusedPart, change, minute, recordId } from '../support/records.ts';

const id = recordId(1);

/** Heads and events. */
export function recordContract(current: () => Store): void {
  describe('a record', () => {
    it('is absent until it is committed', async () => {
      expect(await current().read(id)).toBeUndefined();
      expect(await current().read(id, { events: true })).toBeUndefined();
    });

    it.each([{}, { brief: 'the brief' }])('comes back as it was committed: %o', async (brief) => {
      const { head } = change(id, 0, { status: 'closed', tokens: ['b', 'a'], body: 'the body', ...brief });
      expect(await current().commit({ type: 'write', head, expected: 0, events: [], wakes: [] })).toBe(
        'committed',
      );
      expect(await current().read(id)).toEqual({ head, events: [], deliveries: [] });
    });

    it.each([
      ['an empty body', ''],
      ['quotes, lines and markup', `"it's"\n\t\\ <!channel> \${x} '; DROP TABLE records; --`],
      ['every kind of letter', 'Zoë 李 שלום \u202eright to left\u202c 👩‍👧 e\u0301 \u0000 end'],
      ['a long text', 'long '.repeat(40_000)],
    ])('keeps %s to the letter', async (_, body) => {
      await current().commit(change(id, 0, { body, events: [[1, body]] }));
      await current().saveDelivery(id, { id: 'd', body });
      const found = await current().read(id, { events: true });
      expect(found?.head.body).toBe(body);
      expect(found?.events).toEqual([{ seq: 1, body }]);
      expect(found?.deliveries).toEqual([{ id: 'd', body }]);
    });

    it('cannot be created twice: the first content stays', async () => {
      await current().commit(change(id, 0, { body: 'first', events: [[1, 'e']] }));
      const second = change(id, 0, {
        body: 'second',
        tokens: ['t'],
        events: [[1, 'x']],
        wakes: [['case', minute(0)]],
      });
      expect(await current().commit(second)).toBe('conflict');
      const found = await current().read(id, { events: true });
      expect(found?.head.body).toBe('first');
      expect(found?.events).toEqual([{ seq: 1, body: 'e' }]);
      expect(await current().due(minute(1), 'case', 10)).toEqual([]);
      expect((await current().byToken('t')).items).toEqual([]);
    });

    it('is created once when twenty try at the same time', async () => {
      const tries = Array.from({ length: 20 }, (_, n) =>
        current().commit(change(id, 0, { body: `try ${n}` })),
      );
      const results = await Promise.all(tries);
      expect(results.filter((result) => result === 'committed')).toHaveLength(1);
      expect((await current().read(id))?.head.body).toBe(`try ${results.indexOf('committed')}`);
    });

    it('refuses a change decided on an older version, and changes nothing', async () => {
      await current().commit(change(id, 0, { tokens: ['t1'] }));
      await current().commit(change(id, 1, { tokens: ['t2'], events: [[1, 'e']] }));
      const stale = change(id, 1, {
        status: 'closed',
        tokens: ['t3'],
        events: [[1, 'x']],
        wakes: [['bulk', minute(0)]],
      });
      expect(await current().commit(stale)).toBe('conflict');
      const found = await current().read(id, { events: true });
      expect(found?.head).toEqual(change(id, 1, { tokens: ['t2'] }).head);
      expect(found?.events).toEqual([{ seq: 1, body: 'e' }]);
      expect(await current().due(minute(1), 'bulk', 10)).toEqual([]);
      expect((await current().byToken('t3')).items).toEqual([]);
    });

    it('refuses a change decided on a version that is still to come', async () => {
      await current().commit(change(id, 0));
      expect(await current().commit(change(id, 2))).toBe('conflict');
      expect((await current().read(id))?.head.version).toBe(1);
    });

    it('refuses a change of a record that is not there', async () => {
      expect(await current().commit(change(id, 1))).toBe('conflict');
      expect(await current().read(id)).toBeUndefined();
    });

    it('still takes the right change after a refused one', async () => {
      await current().commit(change(id, 0));
      await current().commit(change(id, 0, { body: 'refused' }));
      expect(await current().commit(change(id, 1))).toBe('committed');
      expect((await current().read(id))?.head.body).toBe('version 2');
    });

    it('throws when the version of the head does not follow', async () => {
      const skipping = { ...change(id, 0), head: { ...change(id, 0).head, version: 2 } };
      await expect(current().commit(skipping)).rejects.toThrow('follows 0');
      await expect(current().commit({ ...change(id, 0), expected: -1 })).rejects.toThrow('whole number');
      expect(await current().read(id)).toBeUndefined();
    });

    it('gives its events only when asked, in order, over many commits', async () => {
      await current().commit(
        change(id, 0, {
          events: [
            [1, 'e1'],
            [2, 'e2'],
          ],
        }),
      );
      for (let n = 3; n <= 12; n += 1) await current().commit(change(id, n - 2, { events: [[n, `e${n}`]] }));
      await current().commit(change(id, 11));
      expect((await current().read(id))?.events).toEqual([]);
      expect((await current().read(id, { events: false }))?.events).toEqual([]);
      const events = (await current().read(id, { events: true }))?.events;
      expect(events).toEqual(Array.from({ length: 12 }, (_, n) => ({ seq: n + 1, body: `e${n + 1}` })));
    });

    it('is left as it was when one part of a commit is refused', async () => {
      expect(await afterRefusedPart(current(), id)).toEqual({
        refused: true,
        version: 1,
        events: [1],
        wakes: 1,
        before: [id],
        after: [],
      });
    });

    it('does not suffer from a neighbour whose commit is refused', async () => {
      const good = Array.from({ length: 5 }, (_, n) => current().commit(change(recordId(10 + n), 0)));
      const bad = current().commit(
        change(id, 0, {
          events: [
            [1, 'a'],
            [1, 'b'],
          ],
        }),
      );
      const more = Array.from({ length: 5 }, (_, n) => current().commit(change(recordId(20 + n), 0)));
      await expect(bad).rejects.toThrow();
      expect(await Promise.all([...good, ...more])).toEqual(Array(10).fill('committed'));
      expect(await current().read(id)).toBeUndefined();
    });

    it('counts to exactly fifty when fifty count at the same time', async () => {
      await current().commit(change(id, 0, { body: (0).toString() }));
      const increment = async (): Promise<void> => {
        const found = await current().read(id);
        const { version = 0, body = '' } = found?.head ?? {};
        const next = change(id, version, { body: String(Number(body) + 1), events: [[version, 'counted']] });
        if ((await current().commit(next)) === 'conflict') await increment();
      };
      await Promise.all(Array.from({ length: 50 }, increment));
      const found = await current().read(id, { events: true });
      expect(found?.head.body).toBe('50');
      expect(found?.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    });

    it('never shows a head without its events while it is being written', async () => {
      await current().commit(change(id, 0, { events: [[1, 'e']] }));
      const writing = (async () => {
        for (let n = 2; n <= 30; n += 1) await current().commit(change(id, n - 1, { events: [[n, 'e']] }));
      })();
      for (let n = 0; n < 15; n += 1) {
        const found = await current().read(id, { events: true });
        expect(found?.events).toHaveLength(found?.head.version ?? -1);
      }
      await writing;
    });
  });
}
