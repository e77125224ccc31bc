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
 * A CSV file whose first line names these columns and no others, in any order; those of `optional` may be missing. Nothing
 * of the file is quoted in what is said about it: a column may be missing because the first line is already a child.
 */
export async function readTable(
  file: string,
  columns: readonly string[],
  optional: readonly string[] = [],
): Promise<Result<readonly TableRow[], readonly Finding[]>> {
  const finding = (code: string, line: number, message: string, cure: string): Finding => ({
    code,
    severity: 'error',
    file,
    line,
    message,
    cure,
  });
  const wrong = (...told: Parameters<typeof finding>): Result<never, readonly Finding[]> =>
    refuse([finding(...told)]);
  const theColumns = `The columns are ${[...columns, ...optional].join(',')}`;
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
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
  } catch (cause) {
    const line = cause instanceof CsvError && typeof cause.lines === 'number' ? cause.lines : 1;
    return wrong(
      'csv',
      line,
      'A quotation mark of this line has no second one',
      'Put it right, or take it out',
    );
  }
  const [head, ...body] = rows;
  if (head === undefined) return wrong('csv', 1, 'This file is empty', theColumns);
  const names = head.record;
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return wrong('csv', head.info.lines, `There is no column ${missing.join(', ')}`, theColumns);
  const isOurs = (name: string) => columns.includes(name) || optional.includes(name);
  if (!names.every(isOurs) || new Set(names).size !== names.length)
    return wrong(
      'csv',
      head.info.lines,
      'There is a column more than belongs here, or one twice',
      `Take it out. ${theColumns}`,
    );
  const uneven = body.filter(({ record }) => record.length !== names.length);
  if (uneven.length > 0)
    return refuse(
      uneven.map(({ info }) =>
        finding('csv', info.lines, 'This line does not have the columns of the first', theColumns),
      ),
    );
  return ok(
    body.map(({ info, record }) => ({
      line: info.lines,
      cells: Object.fromEntries(names.map((name, n) => [name, record[n] ?? ''])),
    })),
  );
}
