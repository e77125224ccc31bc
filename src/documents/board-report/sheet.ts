import { type Letters, lettersOf, type Pdf } from '../letters.ts';
import { A4 } from '../new-pdf.ts';

export const letters: Letters = lettersOf('DejaVuSansCondensed', 'DejaVuSansCondensed-Bold');

/** What every page leaves free, and what is left for the report. */
export const MARGIN = { side: 60, top: 72, bottom: 74 } as const;
export const WIDTH = A4.width - 2 * MARGIN.side;
export const BOTTOM = A4.height - MARGIN.bottom;

export interface Style {
  readonly size: number;
  /** From one line to the next. */
  readonly lead: number;
  readonly isBold: boolean;
  readonly colour: string;
}

const INK = '#1b2430';
const QUIET = '#4d5865';
export const ACCENT = '#17375e';
export const RULE = '#c9d0d8';

export const STYLES = {
  school: { size: 11, lead: 15, isBold: true, colour: ACCENT },
  title: { size: 23, lead: 29, isBold: true, colour: INK },
  period: { size: 12, lead: 17, isBold: false, colour: INK },
  heading: { size: 15.5, lead: 20, isBold: true, colour: ACCENT },
  caption: { size: 10.5, lead: 14, isBold: true, colour: INK },
  body: { size: 10, lead: 15, isBold: false, colour: INK },
  quiet: { size: 8.8, lead: 12.5, isBold: false, colour: QUIET },
  figure: { size: 21, lead: 25, isBold: true, colour: INK },
  head: { size: 8.8, lead: 12, isBold: true, colour: QUIET },
  cell: { size: 9.5, lead: 13.5, isBold: false, colour: INK },
} as const satisfies Record<string, Style>;

export const widthOf = (pdf: Pdf, text: string, { size, isBold }: Style): number =>
  pdf.font(letters.fontOf(text, isBold)).fontSize(size).widthOfString(text);

/** The words of a text on as many lines as they need; a word that is wider than the room is broken. */
export function brokenLines(pdf: Pdf, text: string, style: Style, room: number): readonly string[] {
  const lines: string[] = [''];
  const put = (piece: string, joint: string): void => {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? piece : `${last}${joint}${piece}`;
    if (last === '' || widthOf(pdf, joined, style) <= room) lines[lines.length - 1] = joined;
    else lines.push(piece);
  };
  for (const word of letters.drawable(text).split(/\s+/u)) {
    if (widthOf(pdf, word, style) <= room) put(word, ' ');
    else
      [...word].forEach((char, n) => {
        put(char, n === 0 ? ' ' : '');
      });
  }
  return lines;
}

/** One line with its top at `y`; `align` is within the room. */
export function drawLine(
  pdf: Pdf,
  text: string,
  style: Style,
  { x, y, room = 0, align = 'left' }: { x: number; y: number; room?: number; align?: 'left' | 'right' },
): void {
  pdf.fontSize(style.size).fillColor(style.colour);
  const from = align === 'right' ? x + room - widthOf(pdf, text, style) : x;
  letters.draw(pdf, text, { x: from, y: y + (style.lead - style.size * 1.17) / 2 }, style.isBold, false);
}
