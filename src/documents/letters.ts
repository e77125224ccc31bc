import type PDFDocument from 'pdfkit';
import { drawnOrder } from './bidi.ts';
import { type Font, loadFont } from './fonts.ts';

export type Pdf = InstanceType<typeof PDFDocument>;
type FontName = 'plain' | 'bold';

/** Stands where the font has no picture of a character. */
export const NO_PICTURE = '\u25A1';
/** Marks of direction and control characters have no picture, and would only confuse the order. */
const UNSEEN = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;

export interface Letters {
  /** Makes both fonts known to a file. */
  register(pdf: Pdf): void;
  /** As it can be drawn: a character that the font has no picture of becomes a box. */
  drawable(text: string): string;
  fontOf(text: string, isBold: boolean): FontName;
  /** Pieces of one line from left to right; returns where it ended. */
  draw(pdf: Pdf, text: string, at: { x: number; y: number }, isBold: boolean, isRight: boolean): number;
}

/** The letters of a plain font and its bold one; read from disk when the first is drawn. */
export function lettersOf(plain: string, bold: string): Letters {
  let loaded: Readonly<Record<FontName, Font>> | undefined;
  const fonts = () => {
    loaded ??= { plain: loadFont(plain), bold: loadFont(bold) };
    return loaded;
  };
  const draws = (name: FontName, char: string): boolean => fonts()[name].draws(char.codePointAt(0) ?? 0);
  const fontOf = (text: string, isBold: boolean): FontName =>
    isBold && [...text].every((char) => draws('bold', char)) ? 'bold' : 'plain';
  return {
    register(pdf) {
      pdf.registerFont('plain', fonts().plain.file);
      pdf.registerFont('bold', fonts().bold.file);
    },
    drawable(text) {
      const seen = text
        .normalize('NFC')
        .replaceAll(/[\t\u00A0]/gu, ' ')
        .replace(/[^\n\r\u2028\u2029]+/gu, (line) => line.replace(UNSEEN, ''));
      return [...seen].map((char) => (/\s/u.test(char) || draws('plain', char) ? char : NO_PICTURE)).join('');
    },
    fontOf,
    draw: (pdf, text, at, isBold, isRight) =>
      drawnOrder(text, isRight).reduce((x, piece) => {
        pdf.font(fontOf(piece.text, isBold)).text(piece.text, x, at.y, { lineBreak: false });
        return x + pdf.widthOfString(piece.text);
      }, at.x),
  };
}
