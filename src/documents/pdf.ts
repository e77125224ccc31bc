import { setImmediate as turn } from 'node:timers/promises';
import { canonical, type HandOutDocument } from '../application/hand-out/document.ts';
import { readsToTheLeft } from './bidi.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Line, layOut, type Page, type Paper } from './layout.ts';
import { lettersOf, NO_PICTURE, type Pdf } from './letters.ts';
import { A4, newPdf } from './new-pdf.ts';
import { sha256 } from './sha256.ts';

/** Changes when the same document is drawn differently: pages of another version cannot be compared. */
export const DRAWN_BY = 'Signpost pages 1';

const MARGIN = 56;
const SIZES = { H1: 17, H2: 13, H3: 10.5, P: 9.5 } as const;
const SMALL = 7.5;
const INK = '#000000';
const QUIET = '#444444';

const letters = lettersOf('DejaVuSans', 'DejaVuSans-Bold');
const { drawable, fontOf, draw: drawText } = letters;

const drawableBlock = (block: Block): Block => ({
  ...block,
  text: drawable(block.text),
  ...(block.label !== undefined && { label: drawable(block.label) }),
});

function paperOf(pdf: Pdf): Paper {
  return {
    width: A4.width - 2 * MARGIN,
    top: MARGIN + 22,
    bottom: A4.height - MARGIN - 18,
    widthOf: (text, block, isLabel) =>
      pdf
        .font(fontOf(text, isLabel || block.isBold === true))
        .fontSize(SIZES[block.tag])
        .widthOfString(text),
    heightOf: ({ tag }) => SIZES[tag] * 1.42,
  };
}

function drawLine(pdf: Pdf, paper: Paper, { block, label, text, y }: Line): void {
  const isBold = block.isBold === true;
  const isRight = readsToTheLeft(block.text);
  const left = MARGIN + (block.indent ?? 0);
  pdf.fontSize(SIZES[block.tag]).fillColor(block.isQuiet === true ? QUIET : INK);
  const from = label === '' ? left : drawText(pdf, label, { x: left, y }, true, false);
  const width = paper.widthOf(text, block, false);
  const x = isRight && block.label === undefined ? MARGIN + paper.width - width : from;
  pdf.fontSize(SIZES[block.tag]);
  const end = drawText(pdf, text, { x, y }, isBold, isRight);
  if (block.isStruck === true && text !== '') {
    const middle = y + SIZES[block.tag] * 0.62;
    pdf.moveTo(x, middle).lineTo(end, middle).lineWidth(0.7).stroke(INK);
  }
}

/** Reference, page and hash: on every page, and read aloud by nothing. */
function drawFrame(
  pdf: Pdf,
  { words, reference }: HandOutDocument,
  hash: string,
  page: number,
  pages: number,
): void {
  pdf.markContent('Artifact', { type: 'Pagination' });
  pdf.fontSize(SMALL).fillColor(QUIET);
  drawText(
    pdf,
    drawable(`${reference} · ${words.confidential ?? ''}`),
    { x: MARGIN, y: MARGIN - 8 },
    true,
    false,
  );
  const count = (words.page ?? '').replace('{page}', `${page}`).replace('{pages}', `${pages}`);
  pdf.font('plain');
  drawText(pdf, count, { x: A4.width - MARGIN - pdf.widthOfString(count), y: MARGIN - 8 }, false, false);
  drawText(pdf, `SHA-256 ${hash}`, { x: MARGIN, y: A4.height - MARGIN - 2 }, false, false);
  pdf.endMarkedContent();
}

/** A heading or paragraph is one element, also where it goes over to the next page. */
async function drawPages(
  pdf: Pdf,
  paper: Paper,
  pages: readonly Page[],
  frame: (page: number) => void,
): Promise<void> {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const elements = new Map<Block, ReturnType<Pdf['struct']>>();
  for (const [n, { lines }] of pages.entries()) {
    await turn();
    pdf.addPage();
    frame(n + 1);
    for (const [block, own] of Map.groupBy(lines, (line) => line.block)) {
      const element =
        elements.get(block) ?? pdf.struct(block.tag, { actual: `${block.label ?? ''}${block.text}` });
      if (!elements.has(block)) root.add(element);
      elements.set(block, element);
      if (block.tag === 'H2') pdf.outline.addItem(block.text);
      const content = pdf.markStructureContent(block.tag);
      for (const line of own) drawLine(pdf, paper, line);
      pdf.endMarkedContent();
      element.add(content);
    }
  }
  for (const element of elements.values()) element.end();
  root.end();
}

/** The pages of a document, the same bytes each time; it carries its own data, and the hash of it on every page. */
export async function pdfOf(document: HandOutDocument): Promise<Uint8Array> {
  const text = canonical(document);
  const hash = sha256(text);
  const { pdf, bytes } = newPdf({
    title: `${document.title}, ${document.reference}`,
    author: document.organisation,
    drawnBy: DRAWN_BY,
    data: text,
    hash,
    at: document.made.at,
    letters,
  });
  const paper = paperOf(pdf);
  const isLacking = blocksOf(document, false).some(({ text: own }) => drawable(own).includes(NO_PICTURE));
  const pages = await layOut(blocksOf(document, isLacking).map(drawableBlock), paper, turn);
  await drawPages(pdf, paper, pages, (page) => drawFrame(pdf, document, hash, page, pages.length));
  return bytes();
}
