import { copyText } from '../../src/application/hand-out/copy-text.ts';
import { canonical } from '../../src/application/hand-out/document.ts';
import { verdictOf } from '../../src/cli/verify.ts';
import { checkFile } from '../../src/documents/check.ts';
import { pdfOf } from '../../src/documents/pdf.ts';
import { sha256 } from '../../src/documents/sha256.ts';
import { sampleDocument } from './sample-document.ts';

const document = sampleDocument();

/** The same file with one byte changed. */
function changed(pdf: Uint8Array, at: number): Uint8Array {
  const other = Buffer.from(pdf);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
}

describe('a file that was handed out', () => {
  it('is whole, and says when it was handed out and under which reference', async () => {
    const found = await checkFile(await pdfOf(document));
    expect(found).toMatchObject({ type: 'whole-file', hash: sha256(canonical(document)) });
    expect(verdictOf(found)).toEqual({
      code: 0,
      text: expect.stringMatching(
        /^This is the chronology that Signpost handed out for Fernhill School on 2026-11-24T14:05:00.000Z, reference K7Q4-MD2X; nothing was changed\./,
      ),
    });
  });

  it('is known as changed wherever one byte of it is another', async () => {
    const pdf = await pdfOf(document);
    const step = Math.floor(pdf.length / 7);
    for (let at = 9; at < pdf.length; at += step) {
      const found = await checkFile(changed(pdf, at));
      expect([at, ['changed', 'other-version'].includes(found.type)]).toEqual([at, true]);
      expect(verdictOf(found).code).toBe(1);
    }
  });

  it('is known as changed when something was added behind it', async () => {
    const longer = Buffer.concat([await pdfOf(document), Buffer.from('\n%% more')]);
    expect(await checkFile(longer)).toEqual({ type: 'changed', what: 'pages' });
  });

  it('with other data has another hash, which is not the one on paper', async () => {
    const forged = await checkFile(await pdfOf(sampleDocument(2)));
    expect(forged.type === 'whole-file' && forged.hash).not.toBe(sha256(canonical(document)));
  });
});

describe('a text that was copied', () => {
  const said = 'Fernhill School, K7Q4-MD2X\n\n1. 24 November 2026 at 10:05, Ada Finch: Reported\nA bruise.';
  const text = `${said}\n\nSHA-256 ${sha256(copyText(said))}`;
  const check = (copy: string) => checkFile(Buffer.from(copy));

  it('is whole, also where another system broke its lines', async () => {
    expect((await check(text)).type).toBe('whole-text');
    expect((await check(text.replaceAll('\n', '\r\n  '))).type).toBe('whole-text');
  });

  it('is known as changed when a letter, an entry or a line at its end is another', async () => {
    for (const copy of [text.replace('bruise', 'bruises'), text.replace('A bruise.', ''), `${text}\nMore.`])
      expect(await check(copy)).toEqual({ type: 'changed', what: 'text' });
  });

  it('without a hash is nothing of ours', async () => {
    expect(verdictOf(await check('A letter.'))).toMatchObject({ code: 1 });
    expect((await check('%PDF-1.7 of somebody else')).type).toBe('not-ours');
  });
});
