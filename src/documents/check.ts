import { z } from 'zod';
import { BoardReport } from '../application/board-report/document.ts';
import { copyText } from '../application/hand-out/copy-text.ts';
import { canonical, HandOutDocument } from '../application/hand-out/document.ts';
import { attachedIn } from './attached.ts';
import { DRAWN_BY, pdfOf } from './pdf.ts';
import { sha256 } from './sha256.ts';

/** What a file of ours can be drawn from. */
const Carried = z.discriminatedUnion('kind', [HandOutDocument, BoardReport]);
type Carried = z.infer<typeof Carried>;

/** What a file that somebody has turns out to be. */
export type Checked =
  | { readonly type: 'whole-file'; readonly hash: string; readonly document: Carried }
  | { readonly type: 'whole-text'; readonly hash: string }
  /** The data are whole, and the pages are of another version of Signpost: read the data. */
  | { readonly type: 'other-version'; readonly hash: string; readonly document: Carried }
  | { readonly type: 'changed'; readonly what: 'data' | 'pages' | 'text' }
  | { readonly type: 'not-ours' };

const HASH = /SHA-256\s+([0-9a-f]{64})/;

function checkText(bytes: Uint8Array): Checked {
  const text = new TextDecoder().decode(bytes);
  const found = [...text.matchAll(new RegExp(HASH, 'gu'))].at(-1);
  if (found === undefined) return { type: 'not-ours' };
  const hash = found[1] ?? '';
  const rest = text.slice(found.index + found[0].length).trim();
  const isWhole = sha256(copyText(text.slice(0, found.index))) === hash && rest === '';
  return isWhole ? { type: 'whole-text', hash } : { type: 'changed', what: 'text' };
}

function documentIn(bytes: Uint8Array): Carried | undefined {
  const text = attachedIn(bytes);
  if (text === undefined) return undefined;
  try {
    const document = Carried.parse(JSON.parse(text));
    return canonical(document) === text ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Charts take long to load: only where there are some. */
async function drawnAgain(document: Carried) {
  if (document.kind !== 'board-report') return { pages: await pdfOf(document), drawnBy: DRAWN_BY };
  const { boardReportPdf, REPORT_DRAWN_BY } = await import('./board-report/pdf.ts');
  return { pages: await boardReportPdf(document), drawnBy: REPORT_DRAWN_BY };
}

/**
 * The pages are drawn again from the data that the file carries, and compared byte for byte: there is nothing in the file
 * that could be changed and not be seen. That the data themselves are the ones that were handed out, the hash on paper
 * says, or the record.
 */
export async function checkFile(bytes: Uint8Array): Promise<Checked> {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (!start.startsWith('%PDF-')) return checkText(bytes);
  const document = documentIn(bytes);
  const isOurs = Buffer.from(bytes).includes('/EmbeddedFile', 0, 'latin1');
  if (document === undefined) return isOurs ? { type: 'changed', what: 'data' } : { type: 'not-ours' };
  const hash = sha256(canonical(document));
  const { pages, drawnBy } = await drawnAgain(document);
  if (Buffer.from(pages).equals(Buffer.from(bytes))) return { type: 'whole-file', hash, document };
  const isOther = !Buffer.from(bytes).includes(`(${drawnBy})`, 0, 'latin1');
  return isOther ? { type: 'other-version', hash, document } : { type: 'changed', what: 'pages' };
}
