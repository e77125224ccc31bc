import { parseSync } from '@swc/core';

export interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** What the architecture rules ask about one source file. */
export interface SourceFacts {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Variables and dotted names as written: `Date.now`, `process`, `Temporal.Now.instant`; `globalThis.` is dropped. */
  readonly names: ReadonlySet<string>;
  /** Parts of a caught error handed to a logger: `err.message`, `err`. */
  readonly loggedErrors: readonly string[];
  readonly reExportsOnly: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function sourceFacts(path: string, source: string): SourceFacts {
  const { body } = parseSync(source, { syntax: 'typescript' });
  const nodes = body.flatMap((statement) => [...walk(statement)]);
  return {
    path,
    lines: source.replace(/\n$/, '').split('\n').length,
    imports: nodes.flatMap(importOf),
    names: new Set(body.flatMap((statement) => [...namesIn(statement)])),
    loggedErrors: loggedErrors(nodes),
    reExportsOnly: body.length > 0 && body.every(({ type, ...rest }) => isReExport({ type, ...rest })),
  };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

// Arguments and object members stand in wrappers without a type, so every plain object is looked into.
function children(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(children);
  if (isNode(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(children) : [];
}

const childrenOf = (node: object): readonly Node[] => Object.values(node).flatMap(children);

function* walk(node: unknown): Generator<Node> {
  if (!isNode(node)) return;
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

const textOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'StringLiteral' && typeof node.value === 'string' ? node.value : undefined;

const isReExport = (node: Node): boolean =>
  /^Export(All|Named)Declaration$/.test(node.type) && isNode(node.source);

function importOf(node: Node): readonly Import[] {
  if (node.type === 'ImportDeclaration' || isReExport(node)) {
    const specifiers = children(node.specifiers);
    const typeOnly =
      node.typeOnly === true ||
      (specifiers.length > 0 && specifiers.every((specifier) => specifier.isTypeOnly === true));
    return [{ from: textOf(node.source) ?? '', typeOnly }];
  }
  if (node.type === 'TsImportType') return [{ from: textOf(node.argument) ?? '', typeOnly: true }];
  if (node.type !== 'CallExpression') return [];
  const callee = node.callee;
  const loads =
    isNode(callee) && (callee.type === 'Import' || /(^|\.)require(\.resolve)?$/.test(dotted(callee) ?? ''));
  // A computed name cannot be checked, so it stands as "?" and no rule allows it.
  return loads ? [{ from: textOf(children(node.arguments)[0]) ?? '?', typeOnly: false }] : [];
}

function dotted(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return String(node.value);
  if (node.type !== 'MemberExpression') return undefined;
  const object = dotted(node.object);
  const name = propertyOf(node);
  if (object === undefined || name === undefined) return undefined;
  return object === 'globalThis' ? name : `${object}.${name}`;
}

function propertyOf(member: Node): string | undefined {
  const property = member.property;
  if (!isNode(property)) return undefined;
  return property.type === 'Computed' ? textOf(property.expression) : dotted(property);
}

function* namesIn(node: unknown): Generator<string> {
  if (!isNode(node)) return;
  const name = dotted(node);
  // The parser gives `optional` to variables only: a property's name has none.
  if (name !== undefined && (node.type === 'MemberExpression' || 'optional' in node)) yield name;
  if (name !== undefined || /^Ts(Property|Method)Signature$/.test(node.type)) return;
  for (const child of childrenOf(node)) yield* namesIn(child);
}

const LOGGER = /(^|\.)log(ger)?\.[^.]+$/i;
const TELLING = /^(message|stack|cause)$/;

function loggedErrors(nodes: readonly Node[]): readonly string[] {
  const caught = new Set(['e', 'err', 'error', ...nodes.flatMap(caughtNames)]);
  const calls = nodes.filter(({ type }) => type === 'CallExpression');
  const logged = calls.filter((call) => LOGGER.test(dotted(call.callee) ?? ''));
  return logged.flatMap((call) =>
    children(call.arguments).flatMap((argument) => [...toldBy(argument, caught)]),
  );
}

function caughtNames(node: Node): readonly string[] {
  if (node.type === 'CatchClause') return [dotted(node.param) ?? ''];
  if (node.type !== 'CallExpression' || !/\.catch$/.test(`.${lastName(node.callee)}`)) return [];
  return children(node.arguments).flatMap((handler) => children(handler.params).map((p) => dotted(p) ?? ''));
}

const lastName = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'MemberExpression' ? propertyOf(node) : undefined;

// `err.code` and `codeOf(err)` tell a code; `err`, `err.message` and `String(err)` tell what the input was.
function* toldBy(node: Node, caught: ReadonlySet<string>): Generator<string> {
  if (node.type === 'Identifier' && 'optional' in node && caught.has(String(node.value)))
    yield String(node.value);
  if (node.type === 'MemberExpression') {
    if (TELLING.test(lastName(node) ?? '')) yield dotted(node) ?? `?.${lastName(node)}`;
    return;
  }
  const callee = node.type === 'CallExpression' ? dotted(node.callee) : undefined;
  if (callee !== undefined && !/^(String|JSON\.stringify)$/.test(callee)) return;
  for (const child of childrenOf(node)) yield* toldBy(child, caught);
}
