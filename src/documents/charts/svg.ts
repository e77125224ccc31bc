import { escaped } from '../escaped.ts';
import { LIGHT } from './colours.ts';
import type { Drawing, Shape } from './drawing.ts';
import { hatchPath } from './hatch.ts';

/** Both a class, for the page's own colours, and a colour, for whoever takes the picture out of the page. */
const painted = (attribute: 'fill' | 'stroke', paint: Extract<Shape, { type: 'text' }>['paint']): string =>
  `${attribute}="${LIGHT[paint]}"`;
const classed = (...names: readonly string[]): string => `class="${names.join(' ')}"`;

function shapeSvg(shape: Shape): string {
  switch (shape.type) {
    case 'area': {
      const { path, paint, edge } = shape;
      const edged = edge === undefined ? '' : ` ${painted('stroke', edge)}`;
      return `<path ${classed(`f-${paint}`, ...(edge === undefined ? [] : [`s-${edge}`]))} d="${path}" ${painted('fill', paint)}${edged}/>`;
    }
    case 'stroke': {
      const { path, paint, width, dash } = shape;
      const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
      return `<path ${classed(`s-${paint}`)} d="${path}" fill="none" ${painted('stroke', paint)} stroke-width="${width}"${dashed}/>`;
    }
    case 'hidden': {
      const { x, y, width, height } = shape;
      const box = `M${x},${y}h${width}v${height}h${-width}Z`;
      return [
        `<path ${classed('f-paper')} d="${box}" ${painted('fill', 'paper')}/>`,
        `<path ${classed('s-rule')} d="${hatchPath(shape)}" fill="none" ${painted('stroke', 'rule')} stroke-width="1"/>`,
        `<path ${classed('s-quiet')} d="${box}" fill="none" ${painted('stroke', 'quiet')} stroke-width="1" stroke-dasharray="3 2"/>`,
      ].join('');
    }
    case 'text': {
      const { x, y, text, size, align, paint, isBold } = shape;
      const anchor = align === 'start' ? '' : ` text-anchor="${align}"`;
      const bold = isBold === true ? ' font-weight="700"' : '';
      return `<text ${classed(`f-${paint}`)} x="${x}" y="${y}" font-size="${size}"${anchor}${bold} ${painted('fill', paint)}>${escaped(text)}</text>`;
    }
  }
}

/** One picture with the words for whoever cannot see it; what stands in it is not read out a second time. */
export const svgOf = ({ width, height, shapes }: Drawing, alt: string, name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" class="${name}" role="img" aria-label="${escaped(alt)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif">${shapes.map(shapeSvg).join('')}</svg>`;
