import { setImmediate as turn } from 'node:timers/promises';
import type { BoardReport, Chart } from '../../application/board-report/document.ts';
import { canonical } from '../../application/hand-out/document.ts';
import { refOf } from '../../domain/ids.ts';
import { drawingOf } from '../charts/draw.ts';
import type { Pdf } from '../letters.ts';
import { A4, newPdf } from '../new-pdf.ts';
import { sha256 } from '../sha256.ts';
import { figurePiece } from './figure.ts';
import { contentsPiece, fillContents, firstPage } from './first-page.ts';
import { artifact, type Element, flow, type Piece } from './flow.ts';
import { ACCENT, drawLine, letters, MARGIN, RULE, STYLES, WIDTH } from './sheet.ts';
import { tablePieces } from './table.ts';
import { isHiding, tableOf } from './tables.ts';
import { textPieces } from './texts.ts';

/** Changes when the same report is drawn differently: pages of another version cannot be compared. */
export const REPORT_DRAWN_BY = 'Signpost board pages 1';

async function chartPieces(
  pdf: Pdf,
  parent: Element,
  chart: Chart,
  words: BoardReport['words'],
): Promise<readonly Piece[]> {
  await turn();
  const drawing = await drawingOf(chart, WIDTH);
  const title = textPieces(pdf, parent, chart.title, {
    tag: 'H3',
    style: STYLES.caption,
    before: 20,
    isBound: true,
  });
  const unit = { tag: 'P', style: STYLES.quiet, before: 0, isBound: true } as const;
  if (drawing === undefined)
    return [...title, ...textPieces(pdf, parent, chart.alt, { ...unit, isBound: false })];
  const figure = figurePiece(pdf, parent, drawing, chart.alt, 9);
  const isHinted = isHiding(chart);
  return [
    ...title,
    ...textPieces(pdf, parent, chart.unit, unit),
    { ...figure, isBound: isHinted },
    ...(isHinted ? textPieces(pdf, parent, words.hidden, { tag: 'P', style: STYLES.quiet, before: 3 }) : []),
    ...(drawing.omits ? tablePieces(pdf, parent, tableOf(chart), 6) : []),
  ];
}

async function sectionPieces(
  pdf: Pdf,
  parent: Element,
  { title, lines, charts, tables }: BoardReport['sections'][number],
  words: BoardReport['words'],
): Promise<readonly Piece[]> {
  const body = { tag: 'P', style: STYLES.body, before: 5 } as const;
  const isFollowed = charts.length + tables.length > 0;
  const drawn: Piece[] = [];
  for (const chart of charts) drawn.push(...(await chartPieces(pdf, parent, chart, words)));
  return [
    ...textPieces(pdf, parent, title, { tag: 'H2', style: STYLES.heading, before: 34, isBound: true }),
    ...lines.flatMap((line, n) =>
      textPieces(pdf, parent, line, { ...body, isBound: isFollowed && n === lines.length - 1 }),
    ),
    ...drawn,
    ...tables.flatMap((table) => [
      ...textPieces(pdf, parent, table.title, {
        tag: 'H3',
        style: STYLES.caption,
        before: 22,
        isBound: true,
      }),
      ...tablePieces(pdf, parent, table, 3),
    ]),
  ];
}

/** School, period and page at the head, reference and hash at the foot: on every page, and read aloud by nothing. */
function drawFrame(pdf: Pdf, report: BoardReport, hash: string, page: number, pages: number): void {
  const quiet = STYLES.quiet;
  const count = report.words.page.replace('{page}', `${page}`).replace('{pages}', `${pages}`);
  const foot = A4.height - 50;
  const right = { x: MARGIN.side, room: WIDTH, align: 'right' } as const;
  pdf.rect(0, 0, A4.width, 7).fill(ACCENT);
  if (page > 1) {
    drawLine(pdf, letters.drawable(`${report.organisation} · ${report.period}`), quiet, {
      x: MARGIN.side,
      y: 36,
    });
  }
  pdf
    .moveTo(MARGIN.side, foot - 5)
    .lineTo(MARGIN.side + WIDTH, foot - 5)
    .lineWidth(0.6)
    .stroke(RULE);
  drawLine(pdf, `${refOf(report.record)}`, quiet, { x: MARGIN.side, y: foot });
  drawLine(pdf, letters.drawable(count), quiet, { ...right, y: foot });
  const small = { ...quiet, size: 7 };
  drawLine(pdf, `SHA-256 ${hash}`, small, { x: MARGIN.side, y: foot + 12 });
}

/** The report as pages: the first says it all in brief. The same report, the same bytes; it carries its own data. */
export async function boardReportPdf(report: BoardReport): Promise<Uint8Array> {
  const data = canonical(report);
  const hash = sha256(data);
  const { pdf, bytes } = newPdf({
    title: `${report.title}, ${report.period}`,
    author: report.organisation,
    drawnBy: REPORT_DRAWN_BY,
    data,
    hash,
    at: report.at,
    letters,
    bufferPages: true,
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const titles = report.sections.map(({ title }) => title);
  const sections: { readonly parent: Element; readonly pieces: readonly Piece[] }[] = [];
  for (const section of report.sections) {
    const parent = pdf.struct('Sect', { title: section.title });
    sections.push({ parent, pieces: await sectionPieces(pdf, parent, section, report.words) });
  }
  const contents = contentsPiece(pdf, titles, report.words.contents);
  const brief = pdf.struct('Sect', { title: report.words.summary });
  root.add(brief);
  await flow(pdf, [...firstPage(pdf, brief, report), ...contents.pieces(brief)], 1);
  const before = pdf.bufferedPageRange().count;
  for (const { parent } of sections) root.add(parent);
  const notes = pdf.struct('Sect', { title: report.words.notes });
  root.add(notes);
  const last = notePieces(pdf, notes, report);
  const all = [...sections.flatMap(({ pieces }) => pieces), ...last];
  const pages = await flow(pdf, all, before + 1);
  let at = 0;
  const starts = sections.map(({ pieces }) => {
    const page = pages[at] ?? before + 1;
    at += pieces.length;
    return page;
  });
  fillContents(pdf, contents, starts);
  const { count } = pdf.bufferedPageRange();
  for (let page = 1; page <= count; page += 1) {
    pdf.switchToPage(page - 1);
    artifact(pdf, () => drawFrame(pdf, report, hash, page, count));
  }
  root.end();
  return bytes();
}

function notePieces(pdf: Pdf, parent: Element, { notes, words }: BoardReport): readonly Piece[] {
  const quiet = { tag: 'P', style: STYLES.body, before: 5 } as const;
  return [
    ...textPieces(pdf, parent, words.notes, {
      tag: 'H2',
      style: STYLES.heading,
      before: 34,
      isBound: true,
    }),
    ...[...notes, words.check].flatMap((note) => textPieces(pdf, parent, note, quiet)),
  ];
}
