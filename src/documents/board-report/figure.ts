import { LIGHT } from '../charts/colours.ts';
import type { Drawing, Shape } from '../charts/drawing.ts';
import { hatchPath } from '../charts/hatch.ts';
import type { Pdf } from '../letters.ts';
import { content, type Element, type Piece } from './flow.ts';
import { BOTTOM, letters, MARGIN } from './sheet.ts';

function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.type) {
    case 'area': {
      const { path, paint, edge } = shape;
      pdf.path(path);
      if (edge === undefined) pdf.fill(LIGHT[paint]);
      else pdf.lineWidth(0.8).fillAndStroke(LIGHT[paint], LIGHT[edge]);
      return;
    }
    case 'stroke': {
      const { path, paint, width, dash } = shape;
      pdf.save().lineWidth(width).path(path);
      if (dash !== undefined) pdf.dash(dash[0] ?? 1, { space: dash[1] ?? 1 });
      pdf.stroke(LIGHT[paint]).restore();
      return;
    }
    case 'hidden': {
      const { x, y, width, height } = shape;
      pdf.rect(x, y, width, height).fill(LIGHT.paper);
      pdf.lineWidth(0.8).path(hatchPath(shape)).stroke(LIGHT.rule);
      pdf.save().lineWidth(0.8).dash(3, { space: 2 }).rect(x, y, width, height).stroke(LIGHT.quiet).restore();
      return;
    }
    case 'text': {
      const { x, y, size, align, paint, isBold = false } = shape;
      const text = letters.drawable(shape.text);
      pdf.font(letters.fontOf(text, isBold)).fontSize(size).fillColor(LIGHT[paint]);
      const width = pdf.widthOfString(text);
      const from = align === 'start' ? x : align === 'middle' ? x - width / 2 : x - width;
      // Shapes say where the baseline is, and the file where the top of the line.
      letters.draw(pdf, text, { x: from, y: y - size * 0.928 }, isBold, false);
    }
  }
}

/** A chart, with the words for whoever cannot see it; higher than a page, it is drawn smaller. */
export function figurePiece(pdf: Pdf, parent: Element, drawing: Drawing, alt: string, before: number): Piece {
  const most = BOTTOM - MARGIN.top - 60;
  const scale = Math.min(1, most / drawing.height);
  const height = drawing.height * scale;
  return {
    before,
    height,
    draw(y) {
      const right = MARGIN.side + drawing.width * scale;
      // The types of pdfkit do not know its `bbox` yet.
      const about = { alt, bbox: [MARGIN.side, y, right, y + height] };
      const element = pdf.struct('Figure', about);
      parent.add(element);
      content(pdf, 'Figure', element, () => {
        pdf.save().translate(MARGIN.side, y).scale(scale);
        for (const shape of drawing.shapes) drawShape(pdf, shape);
        pdf.restore();
      });
      element.end();
    },
  };
}
