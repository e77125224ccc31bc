import type { Documents } from '../application/ports.ts';
import { pdfOf, sha256 } from './pdf.ts';

/** Files and their hashes, for the use cases. */
export const documents: Documents = { pdf: pdfOf, hash: sha256 };
