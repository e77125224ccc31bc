import type { Block } from './blocks.ts';

/** One line as it was broken, still in the order in which it is read. */
export interface Line {
  readonly block: Block;
  /** The part of its text that stands in bold: the label. */
  readonly label: string;
  readonly text: string;
  readonly isFirst: boolean;
  readonly y: number;
}
export interface Page {
  readonly lines: readonly Line[];
}

export interface Paper {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** How wide this text is, in the font of such a block. */
  widthOf(text: string, block: Block, isLabel: boolean): number;
  heightOf(block: Block): number;
}

/** A word that is wider than the page, in pieces that are not. */
function brokenWord(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

/** The lines of one paragraph. */
function linesOf(block: Block, paper: Paper): readonly { readonly label: string; readonly text: string }[] {
  const label = block.label ?? '';
  const room = paper.width - (block.indent ?? 0);
  const labelled = paper.widthOf(label, block, true);
  const space = paper.widthOf(' ', block, false);
  const lines: { label: string; text: string }[] = [];
  block.text.split(/\r\n|[\n\r\u2028\u2029]/u).forEach((paragraph, n) => {
    let left = n === 0 ? room - labelled : room;
    let words: string[] = [];
    const close = () => {
      lines.push({ label: lines.length === 0 ? label : '', text: words.join(' ') });
      words = [];
      left = room;
    };
    const fits = (text: string) => paper.widthOf(text, block, false) <= room - labelled;
    for (const word of paragraph
      .trim()
      .split(/\s+/u)
      .flatMap((each) => brokenWord(each, fits))) {
      const width = paper.widthOf(word, block, false);
      if (words.length > 0 && width + space > left) close();
      left -= width + (words.length > 0 ? space : 0);
      words.push(word);
    }
    close();
  });
  return lines;
}

const isHeading = ({ tag }: Block): boolean => tag !== 'P';
/** A heading at the foot of a page is of no use: so many points must be left under it. */
const UNDER_HEADING = 60;

/** So many blocks are measured before others get a turn. */
const AT_ONCE = 20;

/** Every line at its place. `pause`: while it is at a long one, reports must not wait. */
export async function layOut(
  blocks: readonly Block[],
  paper: Paper,
  pause: () => Promise<void>,
): Promise<readonly Page[]> {
  const pages: Line[][] = [[]];
  let y = paper.top;
  for (const [n, block] of blocks.entries()) {
    if (n % AT_ONCE === 0) await pause();
    const height = paper.heightOf(block);
    y += pages.at(-1)?.length === 0 ? 0 : block.before;
    if (isHeading(block) && y + height + UNDER_HEADING > paper.bottom && pages.at(-1)?.length !== 0) {
      pages.push([]);
      y = paper.top;
    }
    linesOf(block, paper).forEach((line, place) => {
      if (y + height > paper.bottom) {
        pages.push([]);
        y = paper.top;
      }
      pages.at(-1)?.push({ block, ...line, isFirst: place === 0, y });
      y += height;
    });
  }
  return pages.map((lines) => ({ lines }));
}
