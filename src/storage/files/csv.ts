import { stringify } from 'csv-stringify/sync';

/** A table as a file that spreadsheets open as it is: they would run a cell that begins with "=". */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
