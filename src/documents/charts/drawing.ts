/** What a shape is painted with: a name, so that paper, a light page and a dark page each have their own colour for it. */
export type Paint = 'ink' | 'quiet' | 'rule' | 'paper' | (typeof SHADES)[number] | (typeof ON_SHADES)[number];

/** The shades of series, from dark to light, so that they stay apart in grey; more series than this begin again. */
const SHADES = ['s0', 's1', 's2', 's3', 's4'] as const;
const ON_SHADES = ['on0', 'on1', 'on2', 'on3', 'on4'] as const;
export const shadeOf = (series: number): Paint => SHADES[series % SHADES.length] ?? 's0';
/** What is readable on that shade. */
export const onShade = (series: number): Paint => ON_SHADES[series % SHADES.length] ?? 'on0';

/** A light one is outlined, or it would be lost on the paper. */
export const edgeOf = (series: number): Paint =>
  [2, 3].includes(series % SHADES.length) ? 'quiet' : 'paper';

const LINES: readonly Paint[] = ['s0', 's1', 's4', 'quiet'];
/** Lines are thin: only shades that are seen as lines. */
export const lineShade = (series: number): Paint => LINES[series % LINES.length] ?? 's0';

export type Align = 'start' | 'middle' | 'end';

export type Shape =
  | { readonly type: 'area'; readonly path: string; readonly paint: Paint; readonly edge?: Paint }
  | {
      readonly type: 'stroke';
      readonly path: string;
      readonly paint: Paint;
      readonly width: number;
      readonly dash?: readonly number[];
    }
  /** Stands for a count that is too small to be shown: outlined, hatched, and of one size whatever the count. */
  | {
      readonly type: 'hidden';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly type: 'text';
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly align: Align;
      readonly paint: Paint;
      readonly isBold?: boolean;
    };

/** A chart as it is drawn, in points from its top left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Whether a value found no room in it: then a table stands beside it. */
  readonly omits: boolean;
}

/** Hundredths of a point are enough, and the same on every machine. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export const SIZE = { label: 10, value: 10, small: 9 } as const;

/** How wide a text is at most, by a generous average: no font is at hand, and every font must fit. */
export const roomOf = (text: string, size: number): number => [...text].length * size * 0.62;

const SEGMENTS = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** A word in pieces that fit: no letter is cut in two. */
function pieces(word: string, room: number, size: number): readonly string[] {
  if (roomOf(word, size) <= room) return [word];
  const letters = [...SEGMENTS.segment(word)].map(({ segment }) => segment);
  const most = Math.max(1, Math.floor(room / roomOf('m', size)));
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, n) =>
    letters.slice(n * most, (n + 1) * most).join(''),
  );
}

/** As much of a text as fits on one line; that something is left out is seen. */
export const shortened = (text: string, room: number, size: number): string =>
  roomOf(text, size) <= room ? text : `${pieces(text, room - roomOf('…', size), size)[0]}…`;

/** A label on as many lines as it needs. */
export function wrapped(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).flatMap((each) => pieces(each, room, size))) {
    const joined = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && roomOf(joined, size) <= room) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
