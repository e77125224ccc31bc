import type { Documents } from '../application/ports.ts';
import { sha256 } from './sha256.ts';

/** Files and their hashes, for the use cases. What draws them takes half a second to load, charts as long again: only when the first is asked for. */
export const documents: Documents = {
  pdf: async (document) => (await import('./pdf.ts')).pdfOf(document),
  boardReport: async (report) => (await import('./board-report/pdf.ts')).boardReportPdf(report),
  boardReportPage: async (report) => (await import('./board-report/page.ts')).boardReportPage(report),
  hash: sha256,
};
