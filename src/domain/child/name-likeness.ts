import { doubleMetaphone } from 'double-metaphone';

/** How two words of a name are alike, the surest first. */
export type Likeness = 'same' | 'nickname' | 'sounds' | 'spelling' | 'start';
export interface Alike {
  readonly how: Likeness;
  /** 1 is the same word; what is below ½ is not counted. */
  readonly much: number;
}

/** Forms of one first name, a set each. */
export type Nicknames = readonly (readonly string[])[];

const LATIN = /^[a-z]+$/;

/**
 * How many letters have to be put in, left out, changed, or swapped with their neighbour. Swapped letters are the commonest
 * slip of a thumb, and count once. Stops at `most`: what is further apart is not alike.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Which sets of forms each word stands in. */
const known = new WeakMap<Nicknames, ReadonlyMap<string, readonly number[]>>();
function setsOf(nicknames: Nicknames): ReadonlyMap<string, readonly number[]> {
  const before = known.get(nicknames);
  if (before !== undefined) return before;
  const sets = new Map<string, number[]>();
  nicknames.forEach((forms, n) => {
    for (const form of forms) sets.set(form, [...(sets.get(form) ?? []), n]);
  });
  known.set(nicknames, sets);
  return sets;
}

/** One letter in four at most, and none in a word of three: "Tom" is not "Tim". */
const slips = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3);
const SLIP = [1, 0.88, 0.76, 0.68] as const;
const FURTHEST = 4;
const SHORTEST_START = 3;
/** In shorter names the vowel is all the difference, and sounds leave vowels out. */
const SHORTEST_SOUND = 4;

function soundsAlike(a: string, b: string): boolean {
  const [first, second] = [doubleMetaphone(a), doubleMetaphone(b)];
  return first.some((code) => code.length > 1 && second.includes(code));
}

/** Whether two words of names may be the same one, and why; undefined: they are two. */
export function alike(a: string, b: string, nicknames: Nicknames): Alike | undefined {
  if (a === b) return { how: 'same', much: 1 };
  const sets = setsOf(nicknames);
  const theirs = sets.get(b);
  if (theirs !== undefined && sets.get(a)?.some((set) => theirs.includes(set)) === true)
    return { how: 'nickname', much: 0.9 };
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? { how: 'start', much: 0.5 } : undefined;
  const apart = lettersApart(a, b, FURTHEST);
  const allowed = slips(long.length);
  const areLatin = long.length >= SHORTEST_SOUND && LATIN.test(a) && LATIN.test(b);
  if (areLatin && apart <= long.length * 0.6 && soundsAlike(a, b))
    return { how: 'sounds', much: Math.max(SLIP[apart] ?? 0, 0.92 - (0.25 * apart) / long.length) };
  if (apart <= allowed) return { how: 'spelling', much: SLIP[apart] ?? 0 };
  if (short.length >= SHORTEST_START && long.startsWith(short)) return { how: 'start', much: 0.75 };
  return undefined;
}
