import type { Chart } from '../../application/board-report/document.ts';
import { edgeOf, lineShade, roomOf, type Shape, SIZE, shadeOf, shortened } from './drawing.ts';

/** The series in the order of their first measure; none where there is nothing to tell apart. */
export const seriesOf = ({ measures }: Chart): readonly string[] => [
  ...new Set(measures.flatMap(({ series }) => (series === undefined ? [] : [series]))),
];

const LINE = 17;
const MARK = { box: 11, line: 24 } as const;

/** Dashes of lines, so that no line is told by its colour alone; a solid one has none. */
export const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2.5], [8, 3, 2, 3], [1, 4]];
export const POINTS = ['circle', 'square', 'diamond', 'triangle-up'] as const;

const sampleShape = (mark: 'box' | 'line', n: number, x: number, y: number): Shape => {
  const dash = DASHES[n % DASHES.length] ?? [];
  return mark === 'box'
    ? { type: 'area', path: `M${x},${y}h11v11h-11Z`, paint: shadeOf(n), edge: edgeOf(n) }
    : {
        type: 'stroke',
        path: `M${x},${y + 5.5}h${MARK.line}`,
        paint: lineShade(n),
        width: 2,
        ...(dash.length > 0 && { dash }),
      };
};

/** Which shade is which, above the drawing, on as many lines as that needs. */
export function legendShapes(
  series: readonly string[],
  width: number,
  mark: 'box' | 'line',
): { readonly height: number; readonly shapes: readonly Shape[] } {
  if (series.length < 2) return { height: 0, shapes: [] };
  let x = 0;
  let y = 0;
  const shapes = series.flatMap((name, n): readonly Shape[] => {
    const text = shortened(name, width - MARK[mark] - 5, SIZE.label);
    const room = MARK[mark] + 5 + roomOf(text, SIZE.label);
    if (x > 0 && x + room > width) {
      x = 0;
      y += LINE;
    }
    const at = x;
    x += room + 14;
    return [
      sampleShape(mark, n, at, y),
      {
        type: 'text',
        x: at + MARK[mark] + 5,
        y: y + 9.5,
        text,
        size: SIZE.label,
        align: 'start',
        paint: 'ink',
      },
    ];
  });
  return { height: y + LINE + 6, shapes };
}
