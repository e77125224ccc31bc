import type { Chart, Measure } from '../../application/board-report/document.ts';
import {
  type Drawing,
  edgeOf,
  onShade,
  type Paint,
  roomOf,
  rounded,
  type Shape,
  SIZE,
  shadeOf,
  wrapped,
} from './drawing.ts';
import { legendShapes, seriesOf } from './legend.ts';
import { shapesFrom } from './scene.ts';

const LINE = 13;
const GAP = 8;
const THICK = { alone: 16, grouped: 13, stacked: 20 } as const;
/** How wide what stands for a hidden count is, in points: never a matter of the count. */
const HIDDEN = 16;
/** At most so much of the width is for labels beside the bars; on a phone they stand above them. */
const BESIDE = 0.4;
const PHONE = 420;
const STRIP = 5;

interface Bar {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
  readonly fill: Paint | 'hidden';
  readonly edge: Paint;
}
interface Value {
  readonly at: number;
  readonly middle: number;
  readonly text: string;
  readonly fill: Paint;
  readonly align: 'left' | 'center';
}

interface Row {
  readonly label: readonly string[];
  readonly measures: readonly Measure[];
  readonly top: number;
  readonly height: number;
  /** Where its bars begin: under the label on a phone. */
  readonly bars: number;
}

/** The rows from top to bottom, each as high as its label and its bars. */
function rowsOf(chart: Chart, room: number, isPhone: boolean, top: number): readonly Row[] {
  const groups = Map.groupBy(chart.measures, ({ label }) => label);
  let y = top;
  return [...groups].map(([text, measures]) => {
    const label = wrapped(text, room, SIZE.label);
    const thick = chart.kind === 'stacked' ? THICK.stacked : barHeight(measures) * measures.length;
    const above = isPhone ? label.length * LINE + 3 : 0;
    const height = isPhone ? above + thick : Math.max(thick, label.length * LINE);
    const row = {
      label,
      measures,
      top: y,
      height,
      bars: isPhone ? y + above : y + (height - thick) / 2,
    };
    y += height + (isPhone ? GAP + 4 : GAP);
    return row;
  });
}

const barHeight = ({ length }: readonly Measure[]): number => (length > 1 ? THICK.grouped : THICK.alone);

/** In a stack it is as wide as the widest of the words that stand in it. */
const hiddenInStack = ({ measures }: Chart): number =>
  STRIP +
  12 +
  Math.max(0, ...measures.map(({ value, shown }) => (value === null ? roomOf(shown, SIZE.small) : 0)));

/** The length of the longest bar in units, where hidden counts take so many points of the width each. */
function longest(rows: readonly Row[], inStack: number | undefined, width: number): number {
  const lengths = rows.map(({ measures }) => {
    const known = measures.map(({ value }) => value ?? 0);
    if (inStack === undefined) return Math.max(0, ...known);
    const hidden = measures.filter(({ value }) => value === null).length * inStack;
    return known.reduce((sum, each) => sum + each, 0) / Math.max(0.2, 1 - hidden / width);
  });
  return Math.max(...lengths) || 1;
}

interface Drawn {
  readonly bars: readonly Bar[];
  readonly values: readonly Value[];
}

function stackedRow(row: Row, series: readonly string[], unit: number, inStack: number): Drawn {
  const { bars: top } = row;
  const bars: Bar[] = [];
  const values: Value[] = [];
  let from = 0;
  for (const { series: name = '', value, shown } of row.measures) {
    const n = series.indexOf(name);
    const to = from + (value ?? inStack * unit);
    const box = { top, bottom: top + THICK.stacked, from, to, edge: edgeOf(n) };
    bars.push({ ...box, fill: value === null ? 'hidden' : shadeOf(n) });
    if (value === null) bars.push({ ...box, to: from + STRIP * unit, fill: shadeOf(n) });
    if (value === null || value === 0 || roomOf(shown, SIZE.small) + 4 < value / unit)
      values.push({
        at: (from + to) / 2 + (value === null ? (STRIP * unit) / 2 : 0),
        middle: top + THICK.stacked / 2,
        text: value === 0 ? '' : shown,
        fill: value === null ? 'ink' : onShade(n),
        align: 'center',
      });
    from = to;
  }
  return { bars, values };
}

function plainRow({ measures, bars: top }: Row, series: readonly string[], unit: number): Drawn {
  const thick = barHeight(measures);
  const bars = measures.map(({ series: name = '', value }, n): Bar => {
    const to = value ?? HIDDEN * unit;
    const place = Math.max(0, series.indexOf(name));
    const fill = value === null ? 'hidden' : shadeOf(place);
    const edge = edgeOf(place);
    return { top: top + n * thick + 1, bottom: top + (n + 1) * thick - 1, from: 0, to, fill, edge };
  });
  const values = measures.map(({ shown }, n): Value => {
    const { to = 0, top: from = 0, bottom = 0 } = bars[n] ?? {};
    return { at: to + 5 * unit, middle: (from + bottom) / 2, text: shown, fill: 'ink', align: 'left' };
  });
  return { bars, values };
}

const labelShapes = (rows: readonly Row[], beside: number, isPhone: boolean): readonly Shape[] =>
  rows.flatMap(({ label, top, height }) => {
    const first = isPhone ? top + 9.5 : top + (height - label.length * LINE) / 2 + 9.8;
    return label.map(
      (text, n): Shape => ({
        type: 'text',
        x: isPhone ? 0 : rounded(beside),
        y: rounded(first + n * LINE),
        text,
        size: SIZE.label,
        align: isPhone ? 'start' : 'end',
        paint: 'ink',
      }),
    );
  });

/** Where nothing is counted: a nought stands beside it, not in the air. */
const axisShape = (left: number, rows: readonly Row[]): Shape => {
  const [first] = rows;
  const last = rows.at(-1);
  const top = (first?.top ?? 0) - 2;
  const length = (last === undefined ? 0 : last.top + last.height) - top + 2;
  return {
    type: 'stroke',
    path: `M${rounded(left)},${rounded(top)}v${rounded(length)}`,
    paint: 'quiet',
    width: 0.8,
  };
};

/** Bars that lie: there is room for what they are called, also on a phone. */
export async function barsDrawing(chart: Chart, width: number): Promise<Drawing> {
  const isPhone = width < PHONE;
  const isStacked = chart.kind === 'stacked';
  const series = seriesOf(chart);
  const legend = legendShapes(series, width, 'box');
  const longestLabel = Math.max(...chart.measures.map(({ label }) => roomOf(label, SIZE.label)));
  const beside = isPhone ? 0 : Math.min(width * BESIDE, longestLabel);
  const left = isPhone ? 0 : beside + 10;
  const rows = rowsOf(chart, isPhone ? width : beside, isPhone, legend.height + 2);
  const height = Math.max(0, ...rows.map((row) => row.top + row.height)) + 4;
  const said = Math.max(...chart.measures.map(({ shown }) => roomOf(shown, SIZE.value)));
  const valueRoom = Math.min(said, width * 0.3) + 8;
  const plot = width - left - (isStacked ? 1 : valueRoom);
  const inStack = isStacked ? hiddenInStack(chart) : undefined;
  const max = longest(rows, inStack, plot);
  const unit = max / plot;
  const drawn = rows.map((row) =>
    inStack === undefined ? plainRow(row, series, unit) : stackedRow(row, series, unit, inStack),
  );
  const bars = drawn.flatMap((row) => row.bars);
  const values = drawn.flatMap((row) => row.values);
  const omits = values.length < chart.measures.length;
  const scale = { domain: [0, max], range: [0, plot], nice: false, zero: true };
  const shapes = await shapesFrom({
    width: plot,
    height,
    left,
    top: 0,
    layer: [
      {
        data: { values: [...bars] },
        mark: { type: 'rect', strokeWidth: 0.8 },
        encoding: {
          x: { field: 'from', type: 'quantitative', scale, axis: null },
          x2: { field: 'to' },
          y: { field: 'top', type: 'quantitative', scale: null, axis: null },
          y2: { field: 'bottom' },
          fill: { field: 'fill', type: 'nominal', scale: null },
          stroke: { field: 'edge', type: 'nominal', scale: null },
        },
      },
      ...(['left', 'center'] as const).map((align) => ({
        data: { values: values.filter((each) => each.align === align) },
        mark: { type: 'text', align, baseline: 'middle' } as const,
        encoding: {
          x: { field: 'at', type: 'quantitative', scale, axis: null } as const,
          y: { field: 'middle', type: 'quantitative', scale: null, axis: null } as const,
          text: { field: 'text' },
          fill: { field: 'fill', type: 'nominal', scale: null } as const,
        },
      })),
    ],
  });
  return {
    width,
    height: rounded(height),
    omits,
    shapes: [
      ...legend.shapes,
      ...labelShapes(rows, beside, isPhone),
      ...shapes,
      ...(isPhone ? [] : [axisShape(left, rows)]),
    ],
  };
}
