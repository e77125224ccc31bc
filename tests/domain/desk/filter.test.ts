import fc from 'fast-check';
import { filterCode, filterFrom, filterIn, NO_FILTER, STATUSES } from '../../../src/domain/desk/filter.ts';
import { DESK_GROUPS } from '../../../src/domain/desk/waiting.ts';

const choice = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
const chosen = fc.record({
  site: choice(['', 'all', 'north', 'south']),
  status: choice(['', ...STATUSES]),
  whose: choice(['', 'all', 'mine']),
  kind: choice(['', 'all', 'nudes', 'any-concern']),
  since: choice(['', '2026-11-24', '2024-02-29']),
  waits: choice(['', 'all', ...DESK_GROUPS]),
  page: choice(['', '0', '7', '9999']),
});

it('says the same after it has travelled in a button', () => {
  fc.assert(
    fc.property(chosen, (parts) => {
      const filter = filterFrom(parts);
      expect(filterIn(filterCode(filter))).toEqual(filter);
    }),
  );
});

it('is short enough for any button, and holds codes only', () => {
  fc.assert(
    fc.property(chosen, (parts) => {
      const code = filterCode(filterFrom(parts));
      expect(code.length).toBeLessThan(200);
      expect(code).toMatch(/^[a-z0-9,-]*$/);
    }),
  );
});

it('takes anything that somebody may send, and leaves out what means nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(filterCode(filterIn(text))).toMatch(/^[a-z0-9,-]*$/);
    }),
  );
  const nothing = { ...NO_FILTER, site: undefined, kind: undefined, since: undefined, waits: undefined };
  for (const since of ['2026-02-30', '2026-13-01', '2026-00-10', '24/11/2026', 'today'])
    expect(filterFrom({ since })).toEqual(nothing);
  expect(
    filterFrom({ site: 'Robin Vale', status: 'odd', whose: 'x', kind: 'A B', waits: 'x', page: '-1' }),
  ).toEqual(nothing);
});
