import PDFDocument from 'pdfkit';
import type { Letters, Pdf } from './letters.ts';

/** The name of the data that every file carries. */
const ATTACHED = 'signpost.json';

export const A4 = { width: 595.28, height: 841.89 } as const;

interface About {
  readonly title: string;
  readonly author: string;
  /** Which code drew the pages: pages of other code cannot be compared. */
  readonly drawnBy: string;
  /** The data that the pages are drawn from, and their hash. */
  readonly data: string;
  readonly hash: string;
  readonly at: string;
  readonly letters: Letters;
  /** Pages stay open until the end: how many there are is known only then. */
  readonly bufferPages?: true;
}

/** A tagged file without pages, which carries its data; `bytes` ends it. */
export function newPdf(about: About): { readonly pdf: Pdf; bytes(): Promise<Uint8Array> } {
  const at = new Date(about.at);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    ...(about.bufferPages && { bufferPages: true }),
    info: {
      Title: about.title,
      Author: about.author,
      Subject: `SHA-256 ${about.hash}`,
      Creator: about.drawnBy,
      Producer: about.drawnBy,
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
  about.letters.register(pdf);
  pdf.file(Buffer.from(about.data, 'utf8'), {
    name: ATTACHED,
    creationDate: at,
    modifiedDate: at,
    type: 'application/json',
  });
  return {
    pdf,
    async bytes() {
      pdf.end();
      await done;
      return Buffer.concat(chunks);
    },
  };
}
