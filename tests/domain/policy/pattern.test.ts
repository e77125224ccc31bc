import { type Occurrence, type Pattern, patternsIn } from '../../../src/domain/policy/pattern.ts';

const HUNGER: Pattern = {
  id: 'hunger',
  title: 'hunger',
  about: 'child',
  when: {
    any: [
      { fact: 'harm', in: ['home'] },
      { fact: 'category', in: ['neglect'] },
    ],
  },
  count: 3,
  within: 'P6W',
  source: '4.2',
};
const on = (day: string, harm = 'home', category: readonly string[] = []): Occurrence => ({
  day,
  facts: { harm: [harm], category: [...category] },
});
const held = (...occurrences: readonly Occurrence[]) =>
  patternsIn([HUNGER], 'child', occurrences).map(({ count, from, to }) => ({ count, from, to }));

describe('a pattern that the policy names', () => {
  it('holds from so many worries in so long a time, to the day', () => {
    expect(held(on('2026-10-01'), on('2026-10-20'), on('2026-11-12'))).toEqual([
      { count: 3, from: '2026-10-01', to: '2026-11-12' },
    ]);
    expect(held(on('2026-10-01'), on('2026-10-20'), on('2026-11-13'))).toEqual([]);
  });

  it('does not hold from one fewer, nor from worries of another kind', () => {
    expect(held(on('2026-10-01'), on('2026-10-20'))).toEqual([]);
    expect(held(on('2026-10-01'), on('2026-10-20'), on('2026-10-21', 'online'))).toEqual([]);
  });

  it('counts what a lead called so', () => {
    expect(held(on('2026-10-01'), on('2026-10-20'), on('2026-10-21', 'feeling', ['neglect']))).toHaveLength(
      1,
    );
  });

  it('is the last time that it held, whatever came after by itself, in any order', () => {
    expect(held(on('2026-11-20'), on('2026-01-03'), on('2026-01-02'), on('2026-01-01'))).toEqual([
      { count: 3, from: '2026-01-01', to: '2026-01-03' },
    ]);
  });

  it('without a condition counts every worry, and is looked for among one kind of people only', () => {
    const { when: _, ...any } = HUNGER;
    const three = [on('2026-10-01', 'online'), on('2026-10-02', 'mark'), on('2026-10-03', 'told')];
    expect(patternsIn([any], 'child', three)).toHaveLength(1);
    expect(patternsIn([any], 'adult', three)).toEqual([]);
  });
});
