/** A piece of a line that is drawn at one go, in the order in which it is drawn from left to right. */
export interface Piece {
  readonly text: string;
  readonly isRight: boolean;
}

type Kind = 'right' | 'left' | 'number' | 'neutral';

const RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
const NUMBER = /\p{Nd}/u;
const MARK = /\p{M}/u;

/** Punctuation of the Arabic block ends a piece like any other. */
const kindOf = (char: string): Kind => {
  if (NUMBER.test(char)) return 'number';
  if (RIGHT.test(char) && (LETTER.test(char) || MARK.test(char))) return 'right';
  return LETTER.test(char) ? 'left' : 'neutral';
};

interface Run {
  readonly text: string;
  readonly kind: Kind;
}

/** Letters of one direction together; a mark belongs to the letter before it. */
function runsOf(text: string): readonly Run[] {
  const runs: { text: string; kind: Kind }[] = [];
  for (const char of text) {
    const last = runs.at(-1);
    const kind = MARK.test(char) && last !== undefined ? last.kind : kindOf(char);
    if (last?.kind === kind && kind !== 'neutral') last.text += char;
    else runs.push({ text: char, kind });
  }
  return runs;
}

/** What opens in one direction closes in the other. */
const MIRRORED: Readonly<Record<string, string>> = {
  ...{ '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<' },
  ...{ '«': '»', '»': '«', '‹': '›', '›': '‹' },
};

type Side = 'right' | 'left';

/** The direction of each run: a number goes with the word before it, and what is neither with both its neighbours. */
function sidesOf(runs: readonly Run[], base: Side): readonly Side[] {
  let strong = base;
  const sides = runs.map(({ kind }): Side | undefined => {
    if (kind === 'neutral') return undefined;
    if (kind !== 'number') strong = kind;
    return strong;
  });
  return sides.map((side, n) => {
    if (side !== undefined) return side;
    const before = sides.slice(0, n).findLast((each) => each !== undefined) ?? base;
    const after = sides.slice(n + 1).find((each) => each !== undefined) ?? base;
    return before === after ? before : base;
  });
}

/** How deep each run lies: 0 runs to the right, 1 to the left, 2 to the right inside of that (a number, a Latin word). */
const levelOf = (kind: Kind, side: Side, base: Side): number => {
  if (side === 'right') return kind === 'number' ? 2 : 1;
  return base === 'right' ? 2 : 0;
};

/** Pieces in the order in which they are drawn: the rule L2 of the Unicode bidirectional algorithm. */
export function drawnOrder(text: string, isRight: boolean): readonly Piece[] {
  if (!RIGHT.test(text) && !isRight) return [{ text, isRight: false }];
  const runs = runsOf(text);
  const base = isRight ? 'right' : 'left';
  const sides = sidesOf(runs, base);
  let order = runs.map((run, n) => ({ ...run, level: levelOf(run.kind, sides[n] ?? base, base) }));
  for (const level of [2, 1]) {
    const next: typeof order = [];
    let held: typeof order = [];
    for (const run of order) {
      if (run.level >= level) held.push(run);
      else {
        next.push(...held.reverse(), run);
        held = [];
      }
    }
    order = [...next, ...held.reverse()];
  }
  const pieces: { text: string; isRight: boolean }[] = [];
  for (const { text: own, kind, level } of order) {
    const drawn = level === 1 && kind === 'neutral' ? (MIRRORED[own] ?? own) : own;
    const goesRight = kind === 'right';
    const last = pieces.at(-1);
    if (last !== undefined && !last.isRight && !goesRight) last.text += drawn;
    else pieces.push({ text: drawn, isRight: goesRight });
  }
  return pieces;
}

/** A paragraph reads in the direction of its first letter. */
export function readsToTheLeft(text: string): boolean {
  const first = [...text].find((char) => LETTER.test(char));
  return first !== undefined && RIGHT.test(first);
}
