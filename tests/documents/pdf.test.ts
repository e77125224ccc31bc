import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { canonical } from '../../src/application/hand-out/document.ts';
import { attachedIn } from '../../src/documents/attached.ts';
import { drawnOrder } from '../../src/documents/bidi.ts';
import { type Block, blocksOf } from '../../src/documents/blocks.ts';
import { layOut } from '../../src/documents/layout.ts';
import { DRAWN_BY, pdfOf } from '../../src/documents/pdf.ts';
import { sha256 } from '../../src/documents/sha256.ts';
import { sampleDocument } from './sample-document.ts';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pagesIn = (pdf: Uint8Array): number => latin(pdf).match(/\/Type \/Page\b/g)?.length ?? 0;

/** What is drawn on the pages, as instructions. */
function drawnIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at);
    try {
      found.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // A stream that is not compressed: nothing is drawn by it.
    }
  }
  return found.filter((text) => text.includes('BT')).join('\n');
}

describe('a document as PDF', () => {
  it('is the same bytes each time, and another for other content', async () => {
    const first = await pdfOf(sampleDocument());
    expect(Buffer.from(await pdfOf(sampleDocument())).equals(Buffer.from(first))).toBe(true);
    const other = await pdfOf(sampleDocument(3, { reference: 'K7Q4-MD2Y' }));
    expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  });

  it('draws as it did: other bytes need another number in DRAWN_BY, or files that are out cannot be checked', async () => {
    const bytes = createHash('sha256')
      .update(await pdfOf(sampleDocument()))
      .digest('hex');
    expect([DRAWN_BY, bytes]).toEqual([
      'Signpost pages 1',
      'e508339b81813d5334b8532db32908eeffb2459527a4c722e6d0fe066a24c88a',
    ]);
  });

  it('carries its own data, and says in which language and under which title it is', async () => {
    const document = sampleDocument();
    const pdf = await pdfOf(document);
    expect(attachedIn(pdf)).toBe(canonical(document));
    expect(latin(pdf)).toContain('/Lang (en-GB)');
    expect(latin(pdf)).toContain('(Chronology, K7Q4-MD2X)');
    expect(latin(pdf)).toContain(`(SHA-256 ${sha256(canonical(document))})`);
    expect(latin(pdf)).toContain('/DisplayDocTitle true');
  });

  it('has its headings tagged as headings, and the frame of the page as nothing to read', async () => {
    const pdf = latin(await pdfOf(sampleDocument()));
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'P']) expect(pdf).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(drawnIn(await pdfOf(sampleDocument()))).toMatch(/\/Artifact/);
  });

  it('lets others have their turn while it is made', async () => {
    let turns = 0;
    let isDone = false;
    const count = async (): Promise<void> => {
      while (!isDone) {
        turns += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const counting = count();
    await pdfOf(sampleDocument(90));
    isDone = true;
    await counting;
    expect(turns).toBeGreaterThan(20);
  });

  it('has 500 entries on as many pages as they need, each numbered', async () => {
    const document = sampleDocument(500);
    const numbers = blocksOf(document, false).filter(({ tag }) => tag === 'H3');
    expect([numbers[0]?.text, numbers[499]?.text]).toEqual(['1. Reported', expect.stringMatching(/^500\. /)]);
    const pdf = await pdfOf(document);
    expect(pagesIn(pdf)).toBeGreaterThan(60);
    expect(attachedIn(pdf)).toBe(canonical(document));
    expect(pdf.length).toBeLessThan(2_000_000);
  });
});

describe('the lines of a page', () => {
  const paper = {
    width: 100,
    top: 0,
    bottom: 100,
    widthOf: (text: string) => text.length * 10,
    heightOf: () => 10,
  };
  const laidOut = (blocks: readonly Block[]) => layOut(blocks, paper, async () => undefined);
  const lines = async (text: string) =>
    (await laidOut([{ tag: 'P', text, before: 0 }])).flatMap((page) => page.lines.map((line) => line.text));

  it('break between words, and inside a word that is wider than the page', async () => {
    expect(await lines('one two three four')).toEqual(['one two', 'three four']);
    expect(await lines(`a ${'x'.repeat(25)}`)).toEqual(['a', 'xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx']);
    expect(await lines('one\ntwo')).toEqual(['one', 'two']);
  });

  it('lose nothing', async () => {
    const text = `An ${'endless'.repeat(9)} word and some more\nof it`;
    expect((await lines(text)).join('').replaceAll(' ', '')).toBe(text.replaceAll(/\s/gu, ''));
  });

  it('never leave a heading alone at the foot', async () => {
    const filler = Array.from({ length: 5 }, () => ({ tag: 'P', text: 'x', before: 0 }) as const);
    const pages = await laidOut([...filler, { tag: 'H2', text: 'next', before: 0 }, ...filler]);
    expect(pages[1]?.lines[0]?.text).toBe('next');
  });
});

describe('words that read from right to left', () => {
  const drawn = (text: string, isRight = false) => drawnOrder(text, isRight).map((piece) => piece.text);

  it('stand in their own order inside a line of ours', () => {
    expect(drawn('Child: محمد علي, Year 4').join('')).toBe('Child: علي محمد, Year 4');
  });

  it('keep numbers and Latin words readable, and turn brackets round', () => {
    expect(drawn('محمد (24) Ali', true).join('')).toBe('Ali (24) محمد');
    expect(drawn('מה 24 שלום').join('')).toBe('שלום 24 מה');
  });

  it('leave a line without them alone', () => {
    expect(drawnOrder('Robin Vale (Year 4).', false)).toEqual([
      { text: 'Robin Vale (Year 4).', isRight: false },
    ]);
  });
});
