import type { Table } from '../../application/board-report/document.ts';
import type { Pdf } from '../letters.ts';
import { artifact, content, type Element, type Piece } from './flow.ts';
import { brokenLines, drawLine, MARGIN, RULE, STYLES, type Style, WIDTH, widthOf } from './sheet.ts';
import { isNumeric } from './tables.ts';

/** So few rows stay on one page; of more, at least two stand on each. */
const SMALL = 8;
const PAD = { across: 14, down: 4.5 } as const;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Each column as wide as it needs; where that is too much, the wide ones give. */
function columnsOf(pdf: Pdf, table: Table): readonly Column[] {
  const { columns, rows } = table;
  const wanted = columns.map((name, n) =>
    Math.max(widthOf(pdf, name, STYLES.head), ...rows.map((row) => widthOf(pdf, row[n] ?? '', STYLES.cell))),
  );
  const room = WIDTH - PAD.across * (columns.length - 1);
  let most = room;
  const total = () => wanted.reduce((sum, each) => sum + Math.min(each, most), 0);
  while (total() > room) most -= 2;
  const widths = wanted.map((each) => Math.min(each, most));
  // What is left over goes to the first column, so that figures stand at the right edge.
  widths[0] = (widths[0] ?? 0) + Math.max(0, room - total());
  let x: number = MARGIN.side;
  return widths.map((width, n) => {
    const column = { x, width, align: isNumeric(table, n) ? ('right' as const) : ('left' as const) };
    x += width + PAD.across;
    return column;
  });
}

interface Cells {
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
}

function cellsOf(pdf: Pdf, texts: readonly string[], columns: readonly Column[], style: Style): Cells {
  const lines = columns.map(({ width }, n) => brokenLines(pdf, texts[n] ?? '', style, width));
  const most = Math.max(1, ...lines.map(({ length }) => length));
  return { lines, height: most * style.lead + 2 * PAD.down };
}

const rule = (pdf: Pdf, y: number, colour: string, width: number): void => {
  pdf
    .moveTo(MARGIN.side, y)
    .lineTo(MARGIN.side + WIDTH, y)
    .lineWidth(width)
    .stroke(colour);
};

const drawCell = (pdf: Pdf, lines: readonly string[], style: Style, column: Column, y: number): void => {
  lines.forEach((line, n) => {
    const at = { x: column.x, y: y + PAD.down + n * style.lead, room: column.width, align: column.align };
    drawLine(pdf, line, style, at);
  });
};

/** A table with its head, which is drawn again wherever the table goes on. */
export function tablePieces(pdf: Pdf, parent: Element, table: Table, before: number): readonly Piece[] {
  const columns = columnsOf(pdf, table);
  const element = pdf.struct('Table', { title: table.title });
  const { length } = table.rows;
  const row = (texts: readonly string[], isHead: boolean, place: number): Piece => {
    const isLast = place === length - 1;
    const style = isHead ? STYLES.head : STYLES.cell;
    const { lines, height } = cellsOf(pdf, texts, columns, style);
    const group = pdf.struct('TR');
    return {
      before: isHead ? before : 0,
      height,
      isBound: !isLast && (length <= SMALL || isHead || place === 0 || place === length - 2),
      ...(!isHead && { head: headOf(pdf, table, columns) }),
      draw(y) {
        if (isHead) parent.add(element);
        element.add(group);
        columns.forEach((column, n) => {
          const isName = isHead ? (texts[n] ?? '') !== '' : n === 0;
          const tag = isName ? 'TH' : 'TD';
          // The types of pdfkit do not know its `scope` yet.
          const about = { actual: texts[n] ?? '', ...(isName && { scope: isHead ? 'Column' : 'Row' }) };
          const cell = pdf.struct(tag, about);
          group.add(cell);
          content(pdf, tag, cell, () => drawCell(pdf, lines[n] ?? [], style, column, y));
          cell.end();
        });
        group.end();
        artifact(pdf, () => rule(pdf, y + height, isHead ? STYLES.head.colour : RULE, isHead ? 1 : 0.6));
        if (isLast) element.end();
      },
    };
  };
  return [row(table.columns, true, -1), ...table.rows.map((texts, n) => row(texts, false, n))];
}

function headOf(pdf: Pdf, table: Table, columns: readonly Column[]): NonNullable<Piece['head']> {
  const { lines, height } = cellsOf(pdf, table.columns, columns, STYLES.head);
  return {
    height,
    draw(y) {
      columns.forEach((column, n) => {
        drawCell(pdf, lines[n] ?? [], STYLES.head, column, y);
      });
      rule(pdf, y + height, STYLES.head.colour, 1);
    },
  };
}
