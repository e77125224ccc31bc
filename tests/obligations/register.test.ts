import { claimsIn } from '../support/obligations-claims.ts';
import { REGISTERED } from '../support/obligations-register.ts';
import { filesBelow } from '../support/tree.ts';

const PACKS = [...new Set(REGISTERED.map(({ pack }) => pack))];
const files = filesBelow(
  PACKS.map((pack) => `tests/obligations/${pack}`),
  ['.test.ts'],
);

describe('the register of obligations', () => {
  it('has every row of the five policies', () => {
    const counts = Map.groupBy(REGISTERED, ({ capability }) => capability);
    expect(Object.fromEntries([...counts].map(([name, rows]) => [name, rows.length]))).toEqual({
      ROUTE: 38,
      GUIDE: 22,
      GUARD: 18,
      CASE: 35,
      APPROVE: 30,
      LOG: 22,
      NOTIFY: 26,
      CONTACTS: 14,
      DEVICE: 21,
      FILTER: 25,
      ACCESS: 7,
      CONFLICT: 12,
      TRAIN: 32,
      AGREEMENT: 41,
      AUDITFORM: 5,
      REGISTER: 14,
      REVIEW: 22,
      REPORT: 12,
    });
    expect(new Set(REGISTERED.map(({ id }) => id)).size).toBe(396);
  });

  it('has a test, or a reason, for each row', () => {
    expect(claimsIn(files, REGISTERED).missing).toEqual([]);
  });

  it('knows every id that a test carries', () => {
    expect(claimsIn(files, REGISTERED).unknown).toEqual([]);
  });

  it('leaves fewer than one row in twenty to people', () => {
    expect(claimsIn(files, REGISTERED).byPeople.length).toBeLessThan(REGISTERED.length * 0.05);
  });
});

describe('the guard of the register', () => {
  const rows = ['XA-1a', 'XA-1b', 'XA-1c'].map((id) => ({
    ...{ id, pack: 'oak', capability: 'ROUTE', requirement: 'It is routed' },
  }));
  const text = `obligation(['XA-1a', "XA-9z"], 'guided', 'told', it); notByABot(\n  'XA-1c', 'people do');`;

  it('finds a row without a test, an id that nobody knows, and what is left to people', () => {
    expect(claimsIn([{ path: 'a.test.ts', text }], rows)).toEqual({
      missing: ['XA-1b'],
      unknown: ['XA-9z'],
      byPeople: ['XA-1c'],
    });
  });
});
