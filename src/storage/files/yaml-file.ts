import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Finding, Place, Remark } from '../../domain/policy/finding.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

/** A YAML file that knows on which line each part of it stands. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  lineOf(at: Place): number;
}

/** The key itself where there is one, so that a misspelt key is pointed at and not its value. */
function nodeAt(document: Document, at: Place): unknown {
  const last = at.at(-1);
  const parent = at.length === 0 ? undefined : document.getIn(at.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === last);
    if (pair !== undefined) return pair.key;
  }
  return document.getIn(at, true);
}

function lineIn(document: Document, lines: LineCounter, at: Place): number {
  for (let depth = at.length; depth >= 0; depth -= 1) {
    const node = nodeAt(document, at.slice(0, depth));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function firstAlias(document: Document): number | undefined {
  let at: number | undefined;
  visit(document, {
    Alias(_, alias) {
      at ??= alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

export async function readYaml(file: string): Promise<Result<YamlFile, readonly Finding[]>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    const message = 'This file cannot be read';
    return refuse([
      {
        code: 'file.unreadable',
        severity: 'error',
        file,
        line: 1,
        message,
        cure: 'Check its name and its rights',
      },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    return refuse(
      document.errors.map(({ code, pos }) => ({
        code: 'yaml',
        severity: 'error' as const,
        file,
        line: lines.linePos(pos[0]).line,
        message: `This is not YAML (${code})`,
        cure: 'Check the indents, the colons and the quotes of this line and the one above',
      })),
    );
  const alias = firstAlias(document);
  if (alias !== undefined)
    return refuse([
      {
        code: 'yaml.alias',
        severity: 'error' as const,
        file,
        line: lines.linePos(alias).line,
        message: 'This line repeats another by an alias (*)',
        cure: 'Write it out: an alias could make a small file a huge one',
      },
    ]);
  return ok({
    file,
    data: document.toJS(),
    lineOf: (at) => lineIn(document, lines, at),
  });
}

export const located = (remarks: readonly Remark[], { file, lineOf }: YamlFile): readonly Finding[] =>
  remarks.map(({ at, ...rest }) => ({ ...rest, file, line: lineOf(at) }));
