import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Finding } from '../../domain/policy/finding.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const Cells = z.array(z.object({ info: z.object({ lines: z.int() }), record: z.array(z.string()) }));

/**
 * A CSV file whose first line names these columns and no others, in any order. Nothing of the file is quoted in what is said
 * about it: a column may be missing because the first line is already a child.
 */
export async function readTable(
  file: string,
  columns: readonly string[],
): Promise<Result<readonly TableRow[], readonly Finding[]>> {
  const wrong = (
    code: string,
    line: number,
    message: string,
    cure: string,
  ): Result<never, readonly Finding[]> => refuse([{ code, severity: 'error', file, line, message, cure }]);
  const theColumns = `The columns are ${columns.join(',')}`;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return wrong('file.unreadable', 1, 'This file cannot be read', 'Check its name and its rights');
  }
  if (text.includes('\uFFFD'))
    return wrong('file.encoding', 1, 'This file is not in UTF-8', 'Save it again as CSV UTF-8');
  let rows: z.infer<typeof Cells>;
  try {
    rows = Cells.parse(
      parse(text, {
        bom: true,
        comment: '#',
        comment_no_infix: true,
        info: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
  } catch (cause) {
    const line = cause instanceof CsvError && typeof cause.lines === 'number' ? cause.lines : 1;
    return wrong('csv', line, 'This line does not have the columns of the first', theColumns);
  }
  const [head, ...body] = rows;
  if (head === undefined) return wrong('csv', 1, 'This file is empty', theColumns);
  const names = head.record;
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return wrong('csv', head.info.lines, `There is no column ${missing.join(', ')}`, theColumns);
  if (names.length !== columns.length)
    return wrong(
      'csv',
      head.info.lines,
      'There is a column more than belongs here, or one twice',
      `Take it out. ${theColumns}`,
    );
  return ok(
    body.map(({ info, record }) => ({
      line: info.lines,
      cells: Object.fromEntries(names.map((name, n) => [name, record[n] ?? ''])),
    })),
  );
}
