import type { ListedChild } from '../../src/domain/child/listed.ts';
import { PersonId, SiteId } from '../../src/domain/ids.ts';
import type { Directory, Person } from '../../src/domain/people/directory.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import { listed } from '../support/register.ts';

export type Site = 'fernhill' | 'brook';
export const SITES: readonly Site[] = ['fernhill', 'brook'];

/** The same numbers for the same seed, from nought to one. */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    isIn: (share: number): boolean => next() < share,
    of: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from');
      return item;
    },
  };
}
export type Chance = ReturnType<typeof chance>;

// Syllables of which no word that the bot says is made: whatever of them leaves in a message is a name that leaked.
const FIRST = ['Brax', 'Crol', 'Dreph', 'Flim', 'Gorv', 'Hulk', 'Jask', 'Kwel', 'Lorb', 'Mizk'];
const MIDDLE = ['an', 'ev', 'ip', 'od', 'un', 'azz', 'ebb', 'iff', 'ogg', 'umm'];
const LAST = ['wick', 'stow', 'thorp', 'ley', 'combe', 'garth', 'holt', 'mere', 'dale', 'shaw'];

/** Which surname this is, of a thousand. */
const surname = (n: number): string =>
  `${FIRST[Math.floor(n / 100) % 10]}${MIDDLE[Math.floor(n / 10) % 10]}${LAST[n % 10]}`;
const GIVEN = ['Zab', 'Zed', 'Zim', 'Zoq', 'Zul', 'Xan', 'Xel', 'Xil', 'Xob', 'Xur'];
const given = (n: number): string =>
  `${GIVEN[n % 10]}${MIDDLE[Math.floor(n / 10) % 10]}${LAST[Math.floor(n / 100) % 10]}`;
const CHILDREN = 400;
const STAFF = 60;

/** A child's number in the list is from 1 to 400: the first half at the first school. */
export const childName = (number: number): string => `${given(number)} ${surname(number)}`;
export const siteOfChild = (number: number): Site => (number <= CHILDREN / 2 ? 'fernhill' : 'brook');

export const CHILDREN_LISTED: readonly ListedChild[] = Array.from({ length: CHILDREN }, (_, n) => n + 1).map(
  (number) =>
    listed(String(number), childName(number), {
      sites: [siteOfChild(number)],
      facts: { group: `${1 + (number % 6)} ${['Oak', 'Elm', 'Ash'][number % 3]}`, born: '2017-10-04' },
      // Every tenth child has the one before as a sibling.
      siblings: number % 10 === 0 ? [String(number - 1)] : number % 10 === 9 ? [String(number + 1)] : [],
    }),
);

const BOTH = SITES.map(String);
const OFFICES: readonly (readonly [id: string, roles: readonly Role[], sites: readonly string[]])[] = [
  ...SITES.flatMap((site): (readonly [string, readonly Role[], readonly string[]])[] => [
    [`${site}-dsl`, ['dsl', 'staff'], [site]],
    [`${site}-deputy-1`, ['deputy', 'staff'], [site]],
    [`${site}-deputy-2`, ['deputy', 'staff'], [site]],
    [`${site}-senior`, ['senior-leader', 'staff'], [site]],
    [`${site}-head`, ['headteacher', 'staff'], [site]],
    [`${site}-office`, ['office', 'staff'], [site]],
  ]),
  ['chair', ['chair-of-governors'], BOTH],
  ['safeguarding-governor', ['safeguarding-governor'], BOTH],
  ['governor', ['governor'], BOTH],
  ['it-lead', ['it-lead', 'staff'], BOTH],
  ['searcher', ['authorised-searcher', 'staff'], BOTH],
  ['complaints', ['complaints-lead', 'staff'], BOTH],
];
const PLAIN = STAFF - OFFICES.length;
/** Who has no office: half of them at each school. */
export const staffOf = (site: Site): readonly string[] =>
  Array.from({ length: PLAIN }, (_, n) => n)
    .filter((n) => SITES[n % 2] === site)
    .map((n) => `staff-${n + 1}`);

/** One platform each, by turns: both carry the same term. */
export const platformOf = (index: number): 'teams' | 'slack' => (index % 2 === 0 ? 'teams' : 'slack');

function person(id: string, index: number, roles: readonly Role[], sites: readonly string[]): Person {
  const account = `${platformOf(index)}-${id}`;
  return {
    id: PersonId.parse(id),
    name: `${given(500 + index)} ${surname(500 + index)}`,
    [platformOf(index)]: account,
    roles: sites.flatMap((site) => roles.map((role) => ({ role, site: SiteId.parse(site) }))),
    trained: '2026-09-03',
  };
}

export const PEOPLE: Directory = {
  people: [
    ...OFFICES.map(([id, roles, sites], n) => person(id, n, roles, sites)),
    ...SITES.flatMap((site) => staffOf(site).map((id) => ({ id, site }))).map(({ id, site }, n) =>
      person(id, OFFICES.length + n, ['staff'], [site]),
    ),
  ],
};

/** Whose word it is, of every word of every child's name: none of them may stand in a message. */
export const CHILD_WORDS: ReadonlyMap<string, number> = new Map(
  CHILDREN_LISTED.flatMap(({ name, number }) =>
    name.split(' ').map((word) => [word, Number(number)] as const),
  ),
);
export const wordsOfStaff = (id: string): readonly string[] =>
  PEOPLE.people.find((each) => each.id === id)?.name.split(' ') ?? [];
