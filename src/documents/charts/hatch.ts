import { rounded, type Shape } from './drawing.ts';

const STEP = 5;

/** Slanted lines within a box. */
export function hatchPath({ x, y, width, height }: Extract<Shape, { type: 'hidden' }>): string {
  const lines: string[] = [];
  for (let from = STEP / 2; from < width + height; from += STEP) {
    const start = from <= height ? [x, y + from] : [x + from - height, y + height];
    const end = from <= width ? [x + from, y] : [x + width, y + from - width];
    lines.push(`M${start.map(rounded).join(',')}L${end.map(rounded).join(',')}`);
  }
  return lines.join('');
}
