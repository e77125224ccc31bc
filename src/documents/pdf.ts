import { setImmediate as turn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { canonical, type HandOutDocument } from '../application/hand-out/document.ts';
import { drawnOrder, readsToTheLeft } from './bidi.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Font, loadFont } from './fonts.ts';
import { type Line, layOut, type Page, type Paper } from './layout.ts';
import { sha256 } from './sha256.ts';

/** Changes when the same document is drawn differently: pages of another version cannot be compared. */
export const DRAWN_BY = 'Signpost pages 1';
/** The name of the data that every file carries. */
export const ATTACHED = 'signpost.json';

const A4 = { width: 595.28, height: 841.89 } as const;
const MARGIN = 56;
const SIZES = { H1: 17, H2: 13, H3: 10.5, P: 9.5 } as const;
const SMALL = 7.5;
const INK = '#000000';
const QUIET = '#444444';
const NO_PICTURE = '\u25A1';

type Pdf = InstanceType<typeof PDFDocument>;
type FontName = 'plain' | 'bold';

let loaded: Readonly<Record<FontName, Font>> | undefined;
const fonts = (): Readonly<Record<FontName, Font>> => {
  loaded ??= { plain: loadFont('DejaVuSans'), bold: loadFont('DejaVuSans-Bold') };
  return loaded;
};

/** Marks of direction and control characters have no picture, and would only confuse the order. */
const UNSEEN = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu;
const draws = (char: string): boolean => fonts().plain.draws(char.codePointAt(0) ?? 0);

/** As it can be drawn: a character that the font has no picture of becomes a box. */
function drawable(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\t\u00A0]/gu, ' ')
    .replace(/[^\n\r\u2028\u2029]+/gu, (line) => line.replace(UNSEEN, ''));
  return [...plain].map((char) => (/\s/u.test(char) || draws(char) ? char : NO_PICTURE)).join('');
}
const drawableBlock = (block: Block): Block => ({
  ...block,
  text: drawable(block.text),
  ...(block.label !== undefined && { label: drawable(block.label) }),
});

const fontOf = (text: string, isBold: boolean): FontName =>
  isBold && [...text].every((char) => fonts().bold.draws(char.codePointAt(0) ?? 0)) ? 'bold' : 'plain';

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

/** Pieces of one line from left to right; returns where it ended. */
function drawText(
  pdf: Pdf,
  text: string,
  at: { x: number; y: number },
  isBold: boolean,
  isRight: boolean,
): number {
  return drawnOrder(text, isRight).reduce((x, piece) => {
    pdf.font(fontOf(piece.text, isBold)).text(piece.text, x, at.y, { lineBreak: false });
    return x + pdf.widthOfString(piece.text);
  }, at.x);
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
  const at = new Date(document.made.at);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: `${document.title}, ${document.reference}`,
      Author: document.organisation,
      Subject: `SHA-256 ${hash}`,
      Creator: DRAWN_BY,
      Producer: DRAWN_BY,
      CreationDate: at,
      ModDate: at,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.registerFont('plain', fonts().plain.file);
  pdf.registerFont('bold', fonts().bold.file);
  pdf.file(Buffer.from(text, 'utf8'), {
    name: ATTACHED,
    creationDate: at,
    modifiedDate: at,
    type: 'application/json',
  });
  const paper = paperOf(pdf);
  const isLacking = blocksOf(document, false).some(({ text: own }) => drawable(own).includes(NO_PICTURE));
  const pages = await layOut(blocksOf(document, isLacking).map(drawableBlock), paper, turn);
  await drawPages(pdf, paper, pages, (page) => drawFrame(pdf, document, hash, page, pages.length));
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
