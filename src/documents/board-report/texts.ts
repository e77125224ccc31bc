import type { Pdf } from '../letters.ts';
import { content, type Element, type Piece } from './flow.ts';
import { brokenLines, drawLine, MARGIN, type Style, WIDTH } from './sheet.ts';

interface Text {
  readonly tag: 'H1' | 'H2' | 'H3' | 'P' | 'LBody';
  readonly style: Style;
  readonly before: number;
  readonly indent?: number;
  /** Stays with what follows it. */
  readonly isBound?: boolean;
  /** Drawn beside the first line: the mark of a list. */
  readonly beside?: (y: number) => void;
}

/**
 * The lines of one text, which are one element. Neither its first line nor its last stands alone on a page.
 */
export function textPieces(pdf: Pdf, parent: Element, text: string, how: Text): readonly Piece[] {
  const { tag, style, before, indent = 0, isBound = false, beside } = how;
  const element = pdf.struct(tag, { actual: text });
  const lines = brokenLines(pdf, text, style, WIDTH - indent);
  return lines.map((line, n): Piece => {
    const isLast = n === lines.length - 1;
    return {
      before: n === 0 ? before : 0,
      height: style.lead,
      isBound: isLast ? isBound : n === 0 || n === lines.length - 2 || isBound,
      draw(y) {
        if (n === 0) parent.add(element);
        content(pdf, tag, element, () => {
          if (n === 0) beside?.(y);
          drawLine(pdf, line, style, { x: MARGIN.side + indent, y });
        });
        if (isLast) element.end();
      },
    };
  });
}
