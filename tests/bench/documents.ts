import { checkFile } from '../../src/documents/check.ts';
import { pdfOf } from '../../src/documents/pdf.ts';
import { sampleDocument } from '../documents/sample-document.ts';
import { median, type Row, round } from './numbers.ts';

async function timed(rounds: number, act: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const started = performance.now();
    await act();
    spent.push(performance.now() - started);
  }
  return median(spent);
}

/** What a chronology costs as PDF, by its number of entries. */
export async function documentCosts(rounds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const entries of [10, 100, 500]) {
    const document = sampleDocument(entries);
    const pdf = await pdfOf(document);
    rows.push({
      what: `${entries} entries`,
      pages:
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type \/Page\b/g)?.length ?? 0,
      KB: round(pdf.length / 1024, 0),
      'made ms': round(await timed(rounds, () => pdfOf(document)), 0),
      'checked ms': round(await timed(rounds, () => checkFile(pdf)), 0),
    });
  }
  return rows;
}
