import { setImmediate as turn } from 'node:timers/promises';
import type { Pdf } from '../letters.ts';
import { BOTTOM, MARGIN } from './sheet.ts';

export type Element = ReturnType<Pdf['struct']>;

/** A part of a page that is never cut in two. */
export interface Piece {
  /** White above it, unless it is the first on a page. */
  readonly before: number;
  readonly height: number;
  /** Stays on the page of what follows: a heading, the first line of a paragraph. */
  readonly isBound?: boolean;
  /** Is drawn again above it where it is the first on its page: the head of a table. Nothing that is read aloud. */
  readonly head?: { readonly height: number; draw(y: number): void };
  draw(y: number): void;
}

/** A heading, a paragraph, a drawing: one or more pieces that are one element for whoever has it read aloud. */
export const content = (pdf: Pdf, tag: string, element: Element, draw: () => void): void => {
  const marked = pdf.markStructureContent(tag);
  draw();
  pdf.endMarkedContent();
  element.add(marked);
};

/** What only decorates, or is said elsewhere: read aloud by nothing. */
export const artifact = (pdf: Pdf, draw: () => void): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
};

/** How much must find room together from here on: all bound pieces, and the one that they are bound to. */
function bound(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (const [n, { before, height: own, isBound }] of pieces.slice(from).entries()) {
    height += own + (n === 0 ? 0 : before);
    if (isBound !== true) break;
  }
  return height;
}

/** Draws pieces from the top of a new page, on as many pages as they need. Answers on which page each began. */
export async function flow(pdf: Pdf, pieces: readonly Piece[], first: number): Promise<readonly number[]> {
  const pages: number[] = [];
  let page = first - 1;
  let y: number = BOTTOM;
  let left = 0;
  for (const [n, piece] of pieces.entries()) {
    // Bound pieces were measured together at the first of them.
    const isMeasured = left > 0;
    left = isMeasured ? left - 1 : countBound(pieces, n);
    const needed = isMeasured ? piece.height : bound(pieces, n);
    const room = BOTTOM - MARGIN.top;
    const isFull = y + piece.before + Math.min(needed, room) > BOTTOM;
    if (page < first || isFull) {
      await turn();
      pdf.addPage();
      page += 1;
      y = MARGIN.top;
      const { head } = piece;
      if (head !== undefined) {
        artifact(pdf, () => head.draw(y));
        y += head.height;
      }
    } else y += piece.before;
    piece.draw(y);
    pages.push(page);
    y += piece.height;
  }
  return pages;
}

function countBound(pieces: readonly Piece[], from: number): number {
  let count = 0;
  while (pieces[from + count]?.isBound === true) count += 1;
  return count;
}
