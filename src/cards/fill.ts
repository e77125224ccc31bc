import { Card, MAX_CARD_BYTES } from './model.ts';

/** What a person typed. It may stand only in a TextRun or as the value of an input, and never in a message. */
export interface Words {
  readonly words: string;
}
export const words = (text: string): Words => ({ words: text });

export type Slot = string | number | boolean | undefined | Words | SlotData | readonly SlotData[];
export interface SlotData {
  readonly [name: string]: Slot;
}

type Node = string | number | boolean | null | readonly Node[] | { readonly [key: string]: Node };
/** A card document as it stands in `cards/`: an Adaptive Card with `${slot}`, `$data` and `$when`. */
export type CardDocument = { readonly [key: string]: Node };

interface Scope {
  readonly name: string;
  readonly root: SlotData;
  readonly here: SlotData;
  /** True inside a TextRun's text or an input's value. */
  readonly takesWords: boolean;
}

const WHOLE = /^\$\{(\$?[\w.-]+)\}$/;
const PART = /\$\{(\$?[\w.-]+)\}/g;
const isWords = (slot: Slot): slot is Words =>
  typeof slot === 'object' && 'words' in slot && typeof slot.words === 'string';

/** Own slots only: `constructor` and its like are nobody's. An item's own empty slot hides the card's. */
function slotOf(name: string, { here, root }: Scope): Slot {
  if (name === '$root') return root;
  return Object.hasOwn(here, name) ? here[name] : Object.hasOwn(root, name) ? root[name] : undefined;
}

function look(path: string, scope: Scope): Slot {
  const [first = '', ...rest] = path.split('.');
  const start = slotOf(first, scope);
  return rest.reduce<Slot>((slot, key) => {
    if (typeof slot !== 'object' || Array.isArray(slot) || isWords(slot)) return undefined;
    return Object.entries(slot).find(([name]) => name === key)?.[1];
  }, start);
}

const pathOf = (text: string): string | undefined => WHOLE.exec(text)?.[1];

function textOf(path: string, scope: Scope): string {
  const slot = look(path, scope);
  if (slot === undefined) throw new Error(`Card ${scope.name}: nothing fills \${${path}}`);
  if (isWords(slot)) {
    if (!scope.takesWords)
      throw new Error(`Card ${scope.name}: \${${path}} holds a person's words outside a TextRun`);
    return slot.words;
  }
  if (typeof slot === 'object') throw new Error(`Card ${scope.name}: \${${path}} is not a single value`);
  return String(slot);
}

function fillText(text: string, scope: Scope): Node | undefined {
  const path = pathOf(text);
  if (path === undefined) return text.replace(PART, (_, name: string) => textOf(name, scope));
  const slot = look(path, scope);
  if (slot === undefined) return undefined;
  return typeof slot === 'number' || typeof slot === 'boolean' ? slot : textOf(path, scope);
}

function isShown(node: { readonly [key: string]: Node }, scope: Scope): boolean {
  const condition = node.$when;
  if (condition === undefined) return true;
  const path = typeof condition === 'string' ? pathOf(condition) : undefined;
  if (path === undefined) throw new Error(`Card ${scope.name}: $when must be one slot, such as "\${urgent}"`);
  const slot = look(path, scope);
  const value = isWords(slot) ? slot.words : slot;
  return (
    value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/** One element for each item of `$data`, or the element itself. */
function repeat(node: { readonly [key: string]: Node }, scope: Scope): readonly Scope[] {
  if (node.$data === undefined) return [scope];
  const path = typeof node.$data === 'string' ? pathOf(node.$data) : undefined;
  const items = path === undefined ? undefined : look(path, scope);
  if (!Array.isArray(items)) throw new Error(`Card ${scope.name}: $data must be one slot that holds a list`);
  return items.map((here: SlotData) => ({ ...scope, here }));
}

function fillNode(node: Node, scope: Scope): Node | undefined {
  if (typeof node === 'string') return fillText(node, scope);
  if (Array.isArray(node)) return node.flatMap((each: Node) => fillItem(each, scope));
  if (typeof node !== 'object' || node === null) return node;
  const filled: Record<string, Node> = {};
  const type = 'type' in node ? node.type : undefined;
  for (const [key, value] of Object.entries(node)) {
    if (key === '$when' || key === '$data') continue;
    const takesWords =
      (type === 'TextRun' && key === 'text') || (String(type).startsWith('Input.') && key === 'value');
    const result = fillNode(value, { ...scope, takesWords });
    if (result !== undefined && !(Array.isArray(result) && result.length === 0)) filled[key] = result;
  }
  return filled;
}

function fillItem(node: Node, scope: Scope): readonly Node[] {
  const isObject = typeof node === 'object' && node !== null && !Array.isArray(node);
  const scopes = isObject && '$data' in node ? repeat(Object(node), scope) : [scope];
  return scopes
    .filter((each) => !isObject || isShown(Object(node), each))
    .map((each) => fillNode(node, each))
    .filter((filled) => filled !== undefined)
    .filter((filled) => !isEmptyGroup(filled));
}

/** A container whose every item was left out is left out too. */
const isEmptyGroup = (node: Node): boolean =>
  typeof node === 'object' &&
  node !== null &&
  'type' in node &&
  ((node.type === 'Container' && !('items' in node)) ||
    (node.type === 'ActionSet' && !('actions' in node)) ||
    (node.type === 'RichTextBlock' && !('inlines' in node)) ||
    (node.type === 'FactSet' && !('facts' in node)) ||
    (node.type === 'ColumnSet' && !('columns' in node)) ||
    (node.type === 'Column' && !('items' in node)));

/** Fills a document of `cards/`. Throws (our bug) on a missing slot, on misplaced words, and past 25 KB. */
export function fill(name: string, document: CardDocument, data: SlotData): Card {
  const filled = fillNode(document, { name, root: data, here: data, takesWords: false });
  const parsed = Card.safeParse(filled);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`Card ${name} is not in the subset of cards/model.ts at: ${where}`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data));
  if (bytes > MAX_CARD_BYTES)
    throw new Error(`Card ${name} has ${bytes} bytes; at most ${MAX_CARD_BYTES} reach every client`);
  return parsed.data;
}
