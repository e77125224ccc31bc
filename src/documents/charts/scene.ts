import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { z } from 'zod';
import { LIGHT } from './colours.ts';
import { type Align, type Paint, rounded, type Shape, SIZE } from './drawing.ts';

/** A mark as vega has placed it: only what our charts use, and anything else is a fault. */
const Item = z.object({
  x: z.number().default(0),
  y: z.number().default(0),
  x2: z.number().optional(),
  y2: z.number().optional(),
  width: z.number().default(0),
  height: z.number().default(0),
  fill: z.string().optional(),
  stroke: z.string().nullish(),
  strokeWidth: z.number().default(1),
  strokeDash: z.array(z.number()).optional(),
  text: z.union([z.string(), z.number()]).optional(),
  align: z.enum(['left', 'center', 'right']).default('left'),
  baseline: z.string().default('alphabetic'),
  dx: z.number().default(0),
  dy: z.number().default(0),
  fontSize: z.number().default(11),
  fontWeight: z.union([z.string(), z.number()]).optional(),
  shape: z.string().default('circle'),
  size: z.number().default(30),
  defined: z.boolean().default(true),
});
type Item = z.infer<typeof Item>;

const Mark = z.object({
  marktype: z.string(),
  get items() {
    return z.array(z.union([z.object({ ...Item.shape, items: z.array(Mark) }), Item]));
  },
});
type Mark = z.infer<typeof Mark>;

const Drawn = z.object({ root: Mark });

const ALIGNED: Readonly<Record<Item['align'], Align>> = { left: 'start', center: 'middle', right: 'end' };
/** How far the baseline lies under the point that a text hangs on, in parts of its size. */
const BASELINES: Readonly<Record<string, number>> = { middle: 0.34, top: 0.79, bottom: -0.21, alphabetic: 0 };

const isPaint = (name: string): name is Paint => Object.hasOwn(LIGHT, name);
function paintOf(name: string): Paint {
  if (isPaint(name)) return name;
  throw new Error(`A chart is painted with a colour that has no name: use those of drawing.ts`);
}

const at = (x: number, y: number): string => `${rounded(x)},${rounded(y)}`;
const box = (x: number, y: number, width: number, height: number): string =>
  `M${at(x, y)}h${rounded(width)}v${rounded(height)}h${rounded(-width)}Z`;

/** Points of different series have different outlines: colour is never alone. */
function pointPath({ shape, size, x, y }: Item): string {
  const r = Math.sqrt(size) / 2;
  switch (shape) {
    case 'square':
      return box(x - r, y - r, 2 * r, 2 * r);
    case 'diamond':
      return `M${at(x, y - r * 1.3)}L${at(x + r * 1.3, y)}L${at(x, y + r * 1.3)}L${at(x - r * 1.3, y)}Z`;
    case 'triangle-up':
      return `M${at(x, y - r * 1.2)}L${at(x + r * 1.2, y + r)}L${at(x - r * 1.2, y + r)}Z`;
    default:
      return `M${at(x - r, y)}a${rounded(r)},${rounded(r)} 0 1,1 ${rounded(2 * r)},0a${rounded(r)},${rounded(r)} 0 1,1 ${rounded(-2 * r)},0Z`;
  }
}

/** Through all points of one line; where one is not defined, it begins anew behind it. */
const linePath = (points: readonly Item[], dx: number, dy: number): string =>
  points
    .map((point, n) => {
      if (!point.defined) return '';
      const isOn = n > 0 && points[n - 1]?.defined === true;
      return `${isOn ? 'L' : 'M'}${at(dx + point.x, dy + point.y)}`;
    })
    .join('');

const strokeOf = (item: Item, path: string): readonly Shape[] =>
  item.stroke === undefined || item.stroke === null || path === ''
    ? []
    : [
        {
          type: 'stroke',
          path,
          paint: paintOf(item.stroke),
          width: item.strokeWidth,
          ...(item.strokeDash !== undefined && { dash: item.strokeDash }),
        },
      ];

function rectShapes(item: Item): readonly Shape[] {
  const { x, y, width, height } = item;
  if (item.fill === 'hidden')
    return [{ type: 'hidden', x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) }];
  return item.fill === undefined || width <= 0 || height <= 0
    ? []
    : [
        {
          type: 'area',
          path: box(x, y, width, height),
          paint: paintOf(item.fill),
          ...(typeof item.stroke === 'string' && { edge: paintOf(item.stroke) }),
        },
      ];
}

function textShapes(item: Item): readonly Shape[] {
  const { text, fontSize: size, align, fill = 'ink' } = item;
  if (text === undefined || text === '') return [];
  const y = item.y + item.dy + (BASELINES[item.baseline] ?? 0) * size;
  return [
    {
      type: 'text',
      x: rounded(item.x + item.dx),
      y: rounded(y),
      text: String(text),
      size,
      align: ALIGNED[align],
      paint: paintOf(fill),
      ...(item.fontWeight === 'bold' && { isBold: true }),
    },
  ];
}

function shapesOf(mark: Mark, dx: number, dy: number): readonly Shape[] {
  const [first] = mark.items;
  if (mark.marktype === 'line' && first !== undefined) return strokeOf(first, linePath(mark.items, dx, dy));
  return mark.items.flatMap((item): readonly Shape[] => {
    const moved = { ...item, x: item.x + dx, y: item.y + dy };
    switch (mark.marktype) {
      case 'group':
        return 'items' in item ? item.items.flatMap((each) => shapesOf(each, moved.x, moved.y)) : [];
      case 'rect':
        return rectShapes(moved);
      case 'rule':
        return strokeOf(
          moved,
          `M${at(moved.x, moved.y)}L${at((item.x2 ?? item.x) + dx, (item.y2 ?? item.y) + dy)}`,
        );
      case 'symbol':
        return [
          {
            type: 'area',
            path: pointPath(moved),
            paint: paintOf(moved.fill ?? 'paper'),
            ...(typeof moved.stroke === 'string' && { edge: paintOf(moved.stroke) }),
          },
        ];
      case 'text':
        return textShapes(moved);
      default:
        throw new Error(`Charts do not draw marks of type ${mark.marktype}: add it to scene.ts`);
    }
  });
}

type Layers = Extract<TopLevelSpec, { layer: unknown }>['layer'];

interface Plot {
  readonly width: number;
  readonly height: number;
  /** Where its corner lies in the drawing. */
  readonly left: number;
  readonly top: number;
  readonly layer: Layers;
}

/** What vega-lite makes of a plot, as plain shapes. Nothing is fetched: all data stand in it, and nothing of it is left over. */
export async function shapesFrom({ width, height, left, top, layer }: Plot): Promise<readonly Shape[]> {
  const spec: TopLevelSpec = {
    width,
    height,
    layer,
    autosize: 'none',
    padding: 0,
    // What it would say of each mark to a screen reader are places in the drawing, and no figures.
    config: { aria: false, view: { stroke: null }, text: { fontSize: SIZE.value } },
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  try {
    await view.runAsync();
    return shapesOf(Drawn.parse(view.scenegraph()).root, left, top);
  } finally {
    view.finalize();
  }
}
