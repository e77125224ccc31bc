import type { BoardReport } from '../../application/board-report/document.ts';
import type { Pdf } from '../letters.ts';
import { artifact, content, type Element, type Piece } from './flow.ts';
import { ACCENT, brokenLines, drawLine, MARGIN, RULE, STYLES, WIDTH, widthOf } from './sheet.ts';
import { textPieces } from './texts.ts';

const BETWEEN = 18;
const BAR = 3;

/** The few figures side by side: large, each with what it counts under it. */
function figurePieces(pdf: Pdf, parent: Element, figures: BoardReport['figures']): readonly Piece[] {
  if (figures.length === 0) return [];
  const width = (WIDTH - BETWEEN * (figures.length - 1)) / figures.length;
  const room = width - BAR - 9;
  const cells = figures.map(({ shown, label }) => ({
    shown: brokenLines(pdf, shown, STYLES.figure, room),
    label: brokenLines(pdf, label, STYLES.quiet, room),
    said: `${shown} ${label}`,
  }));
  const heights = cells.map(
    ({ shown, label }) => shown.length * STYLES.figure.lead + label.length * STYLES.quiet.lead,
  );
  const height = Math.max(...heights);
  const draw = (y: number): void =>
    cells.forEach(({ shown, label, said }, n) => {
      const x = MARGIN.side + n * (width + BETWEEN);
      const element = pdf.struct('P', { actual: said });
      parent.add(element);
      content(pdf, 'P', element, () => {
        pdf.rect(x, y + 2, BAR, height).fill(ACCENT);
        shown.forEach((line, place) => {
          drawLine(pdf, line, STYLES.figure, { x: x + BAR + 9, y: y + place * STYLES.figure.lead });
        });
        const under = y + shown.length * STYLES.figure.lead + 1;
        label.forEach((line, place) => {
          drawLine(pdf, line, STYLES.quiet, { x: x + BAR + 9, y: under + place * STYLES.quiet.lead });
        });
      });
      element.end();
    });
  return [{ before: 14, height: height + 6, draw }];
}

/** School, title, what it covers and who released it; then the report in a few lines. */
export function firstPage(pdf: Pdf, parent: Element, report: BoardReport): readonly Piece[] {
  const { organisation, title, period, made, summary, figures, words } = report;
  const text = (tag: 'H1' | 'P', style: keyof typeof STYLES, said: string, before: number) =>
    textPieces(pdf, parent, said, { tag, style: STYLES[style], before });
  const list = pdf.struct('L');
  const points = summary.flatMap((line, n): readonly Piece[] => {
    const item = pdf.struct('LI');
    const dot = (y: number): void => {
      pdf.circle(MARGIN.side + 4, y + 7.2, 1.9).fill(ACCENT);
    };
    const pieces = textPieces(pdf, item, line, {
      tag: 'LBody',
      style: STYLES.body,
      before: n === 0 ? 12 : 6,
      indent: 17,
      beside: dot,
    });
    return pieces.map((piece, place) => ({
      ...piece,
      draw(y) {
        if (n === 0 && place === 0) parent.add(list);
        if (place === 0) list.add(item);
        piece.draw(y);
        if (place === pieces.length - 1) item.end();
        if (place === pieces.length - 1 && n === summary.length - 1) list.end();
      },
    }));
  });
  const heading = { tag: 'H2', style: STYLES.heading, before: 30, isBound: true } as const;
  return [
    ...text('P', 'school', organisation, 0),
    ...text('H1', 'title', title, 4),
    ...text('P', 'period', period, 6),
    ...made.flatMap((line, n) => text('P', 'quiet', line, n === 0 ? 8 : 0)),
    ...textPieces(pdf, parent, words.summary, heading),
    ...figurePieces(pdf, parent, figures),
    ...points,
  ];
}

interface Entry {
  readonly title: string;
  readonly element: Element;
  page: number;
  y: number;
}

interface Contents {
  readonly entries: readonly Entry[];
  pieces(parent: Element): readonly Piece[];
}

/** What is on which page: the titles at once, the numbers when they are known. */
export function contentsPiece(pdf: Pdf, titles: readonly string[], heading: string): Contents {
  const entries = titles.map((title): Entry => ({ title, element: pdf.struct('TOCI'), page: 0, y: 0 }));
  const list = pdf.struct('TOC');
  return {
    entries,
    pieces: (parent) =>
      titles.length === 0
        ? []
        : [
            ...textPieces(pdf, parent, heading, {
              tag: 'H2',
              style: { ...STYLES.heading, size: 12.5 },
              before: 30,
              isBound: true,
            }),
            ...entries.map(
              (entry, n): Piece => ({
                before: n === 0 ? 6 : 0,
                height: 19,
                draw(y) {
                  if (n === 0) parent.add(list);
                  list.add(entry.element);
                  entry.y = y;
                  entry.page = pdf.bufferedPageRange().count - 1;
                },
              }),
            ),
          ],
  };
}

export function fillContents(pdf: Pdf, { entries }: Contents, starts: readonly number[]): void {
  entries.forEach(({ title, element, page, y }, n) => {
    pdf.switchToPage(page);
    const number = `${starts[n] ?? ''}`;
    const [line = ''] = brokenLines(pdf, title, STYLES.body, WIDTH - 40);
    const right = { x: MARGIN.side, y, room: WIDTH, align: 'right' } as const;
    const said = pdf.struct('P', { actual: `${title} ${number}` });
    element.add(said);
    content(pdf, 'P', said, () => {
      drawLine(pdf, line, STYLES.body, { x: MARGIN.side, y });
      drawLine(pdf, number, STYLES.body, right);
    });
    said.end();
    element.end();
    artifact(pdf, () => {
      const from = MARGIN.side + widthOf(pdf, line, STYLES.body) + 8;
      const to = MARGIN.side + WIDTH - widthOf(pdf, number, STYLES.body) - 8;
      pdf.save().lineWidth(0.8).dash(0.8, { space: 3 });
      pdf
        .moveTo(from, y + 11)
        .lineTo(to, y + 11)
        .stroke(RULE)
        .restore();
    });
  });
}
