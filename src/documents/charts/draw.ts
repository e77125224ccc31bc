import type { Chart } from '../../application/board-report/document.ts';
import { assertNever } from '../../domain/ids.ts';
import { barsDrawing } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { linesDrawing } from './lines.ts';

/** The chart in this width; undefined where there is nothing to draw. The same chart, the same drawing. */
export async function drawingOf(chart: Chart, width: number): Promise<Drawing | undefined> {
  if (chart.measures.length === 0) return undefined;
  switch (chart.kind) {
    case 'bars':
    case 'stacked':
      return barsDrawing(chart, width);
    case 'line':
      return linesDrawing(chart, width);
    default:
      return assertNever(chart.kind, 'chart');
  }
}
