import type { Chart, Measure } from '../../application/board-report/document.ts';
import { type Drawing, lineShade, roomOf, rounded, type Shape, SIZE, shortened, wrapped } from './drawing.ts';
import { DASHES, legendShapes, POINTS, seriesOf } from './legend.ts';
import { shapesFrom } from './scene.ts';

const TALL = 150;
const PHONE = 420;
const LINE = 12;
/** Of what stands for a hidden count: on the axis, and of one size whatever the count. */
const HIDDEN = 11;
const APART = 12;
/** Names at the ends of lines have so much of the width at most. */
const MOST_NAMED = 0.35;
/** More names than this stand above the drawing, as on a phone. */
const MOST_AT_END = 6;

/** Round steps of the axis, four or five of them: 1, 2 or 5 times a power of ten. */
function stepsTo(max: number): readonly number[] {
  const rough = Math.max(max, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(Math.max(max, 1) / step) + 1 }, (_, n) => n * step);
}

interface Point {
  readonly n: number;
  readonly x: number;
  readonly value: number | null;
  readonly shown: string;
}
interface Placed {
  readonly y: number;
  readonly name: string;
  readonly n: number;
}

/** Names at the ends of their lines, pushed apart where lines end close together. */
function endLabels(ends: readonly Placed[], x: number, lowest: number): readonly Shape[] {
  let last = Number.NEGATIVE_INFINITY;
  const down = ends
    .toSorted((a, b) => a.y - b.y)
    .map((end) => {
      last = Math.max(end.y, last + APART);
      return { ...end, y: last };
    });
  let next = lowest + APART;
  const up = down.toReversed().map((end) => {
    next = Math.min(end.y, next - APART);
    return { ...end, y: next };
  });
  return up.toReversed().map(({ name, y }) => ({
    type: 'text',
    x: rounded(x),
    y: rounded(y + 3.4),
    text: name,
    size: SIZE.label,
    align: 'start',
    paint: 'ink',
  }));
}

/** Values at the points: above the higher of two lines, under the lower one; with more lines the table has them. */
function valueShapes(
  points: readonly Point[],
  series: number,
  yOf: (value: number) => number,
): readonly Shape[] {
  if (series > 2) return [];
  return points.flatMap(({ x, n, value, shown }): readonly Shape[] => {
    if (value === null) return [];
    const others = points.filter((each) => each.x === x && each.n !== n);
    const isUnder = others.some(
      ({ value: other }) => other !== null && (other > value || (other === value && n > 0)),
    );
    const y = yOf(value) + (isUnder ? 14 : -6.5);
    return [
      {
        type: 'text',
        x: rounded(x),
        y: rounded(y),
        text: shown,
        size: SIZE.small,
        align: 'middle',
        paint: 'ink',
      },
    ];
  });
}

const hiddenShapes = (points: readonly Point[], bottom: number): readonly Shape[] => {
  const hidden = points.filter(({ value }) => value === null);
  return [...Map.groupBy(hidden, ({ x }) => x)].flatMap(([x, here]) =>
    here.flatMap(({ shown }, place): readonly Shape[] => {
      const left = x + (place - here.length / 2) * (HIDDEN + 3) + 1.5;
      return [
        { type: 'hidden', x: rounded(left), y: rounded(bottom - HIDDEN), width: HIDDEN, height: HIDDEN },
        ...(place > 0
          ? []
          : ([
              {
                type: 'text',
                x: rounded(x),
                y: rounded(bottom - HIDDEN - 4),
                text: shown,
                size: SIZE.small,
                align: 'middle',
                paint: 'ink',
              },
            ] as const)),
      ];
    }),
  );
};

/** Lines over time, which break where a count is hidden. */
export async function linesDrawing(chart: Chart, width: number): Promise<Drawing> {
  const series = seriesOf(chart);
  const labels = [...new Set(chart.measures.map(({ label }) => label))];
  const isNamed = series.length > 1;
  const isAtEnd = isNamed && width >= PHONE && series.length <= MOST_AT_END;
  const legend = isNamed && !isAtEnd ? legendShapes(series, width, 'line') : { height: 0, shapes: [] };
  const steps = stepsTo(Math.max(0, ...chart.measures.map(({ value }) => value ?? 0)));
  const max = steps.at(-1) ?? 1;
  const left = roomOf(`${max}`, SIZE.small) + 8;
  const named = series.map((name) => shortened(name, width * MOST_NAMED, SIZE.label));
  const right = isAtEnd ? Math.max(...named.map((name) => roomOf(name, SIZE.label))) + 10 : 8;
  const top = legend.height + 14;
  const plot = width - left - right;
  const step = plot / labels.length;
  const xOf = (label: string) => (labels.indexOf(label) + 0.5) * step;
  const yOf = (value: number) => TALL * (1 - value / max);
  const orderOf = ({ series: name = '' }: Measure) => Math.max(0, series.indexOf(name));
  const points = chart.measures.map(
    (measure): Point => ({
      n: orderOf(measure),
      x: xOf(measure.label),
      value: measure.value,
      shown: measure.shown,
    }),
  );
  const names = isNamed ? series : [''];
  const shapes = await shapesFrom({
    width: plot,
    height: TALL,
    left,
    top,
    layer: names.map((_, n) => ({
      data: { values: points.filter((point) => point.n === n) },
      mark: {
        type: 'line',
        stroke: lineShade(n),
        strokeWidth: 2,
        ...((DASHES[n % DASHES.length] ?? []).length > 0 && {
          strokeDash: [...(DASHES[n % DASHES.length] ?? [])],
        }),
        invalid: 'break-paths-show-domains',
        point: { shape: POINTS[n % POINTS.length] ?? 'circle', filled: true, fill: lineShade(n), size: 34 },
      } as const,
      encoding: {
        x: { field: 'x', type: 'quantitative', scale: null, axis: null } as const,
        y: {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [0, max], range: [TALL, 0], nice: false },
          axis: {
            values: [...steps],
            title: null,
            domain: false,
            ticks: false,
            gridColor: 'rule',
            gridWidth: 0.6,
            labelColor: 'quiet',
            labelFontSize: SIZE.small,
            labelPadding: 6,
            format: 'd',
          },
        } as const,
      },
    })),
  });
  const ends = names.map((_, n): Placed => {
    const last = points.findLast((point) => point.n === n);
    return {
      name: named[n] ?? '',
      n,
      y: top + (last === undefined || last.value === null ? TALL - HIDDEN / 2 : yOf(last.value)),
    };
  });
  const under = labels.map((label) => wrapped(label, step - 2, SIZE.small));
  const moved = points.map((point) => ({ ...point, x: point.x + left }));
  return {
    width,
    omits: names.length > 2,
    height: rounded(top + TALL + 8 + Math.max(1, ...under.map(({ length }) => length)) * LINE),
    shapes: [
      ...legend.shapes,
      ...shapes,
      ...hiddenShapes(moved, top + TALL),
      ...valueShapes(moved, names.length, (value) => top + yOf(value)),
      ...(isAtEnd ? endLabels(ends, left + plot - step / 2 + 10, top + TALL) : []),
      ...labels.flatMap((label, n) =>
        (under[n] ?? []).map(
          (text, line): Shape => ({
            type: 'text',
            x: rounded(left + xOf(label)),
            y: rounded(top + TALL + 13 + line * LINE),
            text,
            size: SIZE.small,
            align: 'middle',
            paint: 'quiet',
          }),
        ),
      ),
    ],
  };
}
