import { join } from 'node:path';
import { matchesFor, type Written } from '../../../src/domain/child/matching.ts';
import { alike, lettersApart } from '../../../src/domain/child/name-likeness.ts';
import { nameWords } from '../../../src/domain/child/name-words.ts';
import { loadLibrary } from '../../../src/storage/files/load-library.ts';

const library = await loadLibrary(join(process.cwd(), 'policies/library'));
if (!library.ok) throw new Error('policies/library does not load');
const { nicknames } = library.value;

interface Known {
  readonly name: string;
  readonly knownAs?: string;
  readonly born?: string;
  readonly group?: string;
}
const child = ({ name, knownAs = '', born, group = '' }: Known) => ({
  brief: { name, knownAs, ...(born !== undefined && { born }), group },
});
const wrote = (name: string, more: Partial<Written> = {}): Written => ({
  ...{ name, knownAs: '', year: '', description: '' },
  ...more,
});
const look = (written: Written, ...children: readonly Known[]) => {
  const { shown, more } = matchesFor(written, children.map(child), nicknames);
  return { more, shown: shown.map(({ child: { brief }, why }) => ({ name: brief.name, why })) };
};
const namesOf = (written: Written, ...children: readonly Known[]) =>
  look(written, ...children).shown.map(({ name }) => name);

const OTHERS = ['Lily Fenwick', 'Oscar Bright', 'Amina Yusuf', 'Jack Sparrowhawk', 'Grace Hollis'];

describe('a child is found', () => {
  it.each([
    ['as written', 'Robin Vale', 'Robin Vale', 'same'],
    ['in small letters', 'robin vale', 'Robin Vale', 'same'],
    ['spelt as it sounds', 'Mohammed Darzi', 'Muhammad Darzi', 'sounds'],
    ['spelt as it sounds', 'Catelyn Brook', 'Kaitlyn Brook', 'sounds'],
    ['spelt as it sounds', 'Steven Marrow', 'Stephen Marrow', 'sounds'],
    ['with a letter wrong', 'Robin Valr', 'Robin Vale', 'spelling'],
    ['with two letters swapped', 'Zuzanan Sosna', 'Zuzanna Sosna', 'spelling'],
    ['by a short form', 'Bill Marrow', 'William Marrow', 'nickname'],
    ['by the long form', 'William Marrow', 'Bill Marrow', 'nickname'],
    ['by another short form', 'Lizzie Hare', 'Libby Hare', 'nickname'],
    ['the other way round', 'Vale, Robin', 'Robin Vale', 'order'],
    ['without a surname', 'Robin', 'Robin Vale', 'part'],
    ['without a surname in the register', 'Amara Obi', 'Amara', 'part'],
    ['without a middle name', 'Muhammad Darzi', 'Muhammad Ali Darzi', 'part'],
    ['without accents', 'Zoe Fennel', 'Zoë Fennel', 'same'],
    ['with accents that are not there', 'Zoé Fennel', 'Zoe Fennel', 'same'],
    ['without the apostrophe', 'Seamus ODowd', 'Séamus O’Dowd', 'same'],
    ['without hyphens', 'Anne Marie van der Berg', 'Anne-Marie van der Berg', 'same'],
    ['run together', 'Annemarie Vanderberg', 'Anne-Marie van der Berg', 'joined'],
    ['by half of a double surname', 'Anna Reed', 'Anna Reed-Marsh', 'part'],
    ['with a letter that has no accent to take off', 'Lukasz Wojcik', 'Łukasz Wójcik', 'same'],
    ['in Arabic script', 'يوسف الحداد', 'يوسف الحداد', 'same'],
    ['in Arabic script with a letter wrong', 'يوسف الحدادي', 'يوسف الحداد', 'spelling'],
    ['in Cyrillic script', 'дарина коваль', 'Дарина Коваль', 'same'],
  ] as const)('%s: %s', (_, written, known, why) => {
    const { shown } = look(wrote(written), ...OTHERS.map((name) => ({ name })), { name: known });
    expect(shown[0]).toMatchObject({ name: known });
    expect(shown[0]?.why).toContain(why);
  });

  it('by the name they go by, whichever of the two was written', () => {
    const known = { name: 'Marigold Vale', knownAs: 'Goldie' };
    expect(look(wrote('Goldie Vale'), known).shown[0]?.why).toContain('known-as');
    expect(namesOf(wrote('', { knownAs: 'Goldie' }), known)).toEqual(['Marigold Vale']);
    expect(namesOf(wrote('Marigold Vale', { knownAs: 'Goldie' }), known)).toEqual(['Marigold Vale']);
    // In another script, and in letters.
    expect(namesOf(wrote('Yusuf'), { name: 'يوسف الحداد', knownAs: 'Yusuf' })).toEqual(['يوسف الحداد']);
  });
});

describe('nobody is shown', () => {
  it.each([
    ['a brother or sister', 'Robin Vale', 'Marigold Vale'],
    ['the same first name alone', 'Robin Vale', 'Robin Thorn'],
    ['another short name', 'Tom Vale', 'Tim Vale'],
    ['the same surname and first letter', 'R Vale', 'Petra Vale'],
    ['another name in another script', 'يوسف الحداد', 'ليان الحداد'],
    ['nothing that is a name', '??', 'Robin Vale'],
  ])('for %s: %s and %s', (_, written, known) => {
    expect(namesOf(wrote(written), { name: known })).toEqual([]);
  });

  it('by a description', () => {
    expect(namesOf(wrote('', { description: 'about eight, red coat' }), { name: 'Robin Vale' })).toEqual([]);
  });
});

describe('of several', () => {
  const ROBINS = [
    { name: 'Robin Vale', group: '6 Elm' },
    { name: 'Robin Vale', group: '4 Oak' },
    { name: 'Robyn Vail', group: '4 Ash' },
  ];
  const groups = (written: Written) =>
    matchesFor(written, ROBINS.map(child), nicknames).shown.map(({ child: { brief } }) => brief.group);

  it('the year comes first, and nobody is left out for another year', () => {
    expect(groups(wrote('Robin Vale', { year: 'Year 4' })).toSorted()).toEqual(['4 Ash', '4 Oak', '6 Elm']);
    expect(groups(wrote('Robin Vale', { year: 'Year 4' }))[0]).toBe('4 Oak');
    expect(groups(wrote('Robin Vale', { year: 'elm' }))[0]).toBe('6 Elm');
    expect(groups(wrote('Robin Vale', { description: 'in year 6' }))[0]).toBe('6 Elm');
    expect(groups(wrote('Robyn Vail', { year: '4 Ash' }))[0]).toBe('4 Ash');
  });

  it('says why the year counts', () => {
    expect(look(wrote('Robin Vale', { year: '4' }), ...ROBINS).shown.map(({ why }) => why)).toEqual(
      expect.arrayContaining([expect.arrayContaining(['same-year']), expect.arrayContaining(['other-year'])]),
    );
  });

  it('both twins are shown, also when one was named', () => {
    const twins = [
      { name: 'Isla Thorn', born: '2019-01-14', group: '2 Oak' },
      { name: 'Ivy Thorn', born: '2019-01-14', group: '2 Oak' },
      { name: 'Megan Thorn', born: '2016-05-02', group: '5 Oak' },
    ];
    const { shown } = look(wrote('Isla Thorn'), ...twins);
    expect(shown.map(({ name }) => name)).toEqual(['Isla Thorn', 'Ivy Thorn']);
    expect(shown[1]?.why).toEqual(['twin']);
  });

  it('five are shown, and how many more there are is said', () => {
    const many = Array.from({ length: 9 }, () => ({ name: 'Mohammed Khan' }));
    const { shown, more } = look(wrote('Muhammad Khan'), ...many);
    expect([shown.length, more]).toEqual([5, 4]);
  });

  it('the same one answers, in whatever order the register is read', () => {
    const children = [...ROBINS, ...OTHERS.map((name) => ({ name }))];
    const there = namesOf(wrote('Robin Vale', { year: '4' }), ...children)[0];
    expect(namesOf(wrote('Robin Vale', { year: '4' }), ...children.toReversed())[0]).toBe(there);
  });
});

describe('two words', () => {
  it.each([
    ['robin', 'robin', 0],
    ['robin', 'robyn', 1],
    ['thomas', 'tohmas', 1],
    ['vale', 'vail', 2],
    ['a', '', 1],
    ['kestrel', 'dunlin', 4],
  ])('%s and %s are %i letters apart, as far as that is counted', (a, b, apart) => {
    expect(lettersApart(a, b, 3)).toBe(apart);
    expect(lettersApart(b, a, 3)).toBe(apart);
  });

  it('are alike both ways or not at all', () => {
    const words = [
      'robin',
      'robyn',
      'rob',
      'bob',
      'robert',
      'r',
      'vale',
      'wale',
      'يوسف',
      'يوسفي',
      'tim',
      'tom',
    ];
    for (const a of words)
      for (const b of words) expect(alike(a, b, nicknames)).toEqual(alike(b, a, nicknames));
  });

  it('are taken apart at hyphens and spaces, and not at apostrophes', () => {
    expect(nameWords("  Anne-Marie  O'Neil, ")).toEqual(['anne', 'marie', 'oneil']);
    expect(nameWords('')).toEqual([]);
  });
});
