import type { CardDocument, Slot, SlotData } from '../../src/cards/fill.ts';

type Node = CardDocument[string];
type Place = { readonly type: string; readonly key: string };

const SLOT = /\$\{(\$?[\w.-]+)\}/g;
const ITEMS = 3;
const PROSE = 'Invented words of about the length that a busy person types, with a comma, and then an end.';

/** What stands well in a place of a card: a date in a date box, a number in a number box, an id where an id is wanted. */
function valueAt({ type, key }: Place, name: string, n: number): Slot {
  if (key === '$when' || key === 'isRequired') return true;
  if (key === 'value' && type === 'Input.Date') return '2026-11-23';
  if (key === 'value' && type === 'Input.Time') return '09:30';
  if (key === 'value' && type === 'Input.Number') return 3;
  if (['id', 'do', 'verb', 'record', 'arg', 'value'].includes(key))
    return `${name.replaceAll('.', '-')}-${n}`;
  return key === 'title' ? `Title of ${name} ${n}` : PROSE;
}

interface Gathered {
  [name: string]: Slot;
}

function put(into: Gathered, path: string, value: Slot): void {
  const known = into[path];
  // A list or a text that is also asked about with `$when` stays what it is.
  if (known === undefined || known === true) into[path] = value;
}

/** Fills every slot of a document: `here` for the item of a list, `root` for what `$root.` names. */
function gather(node: Node, here: Gathered, root: Gathered, place: Place, n: number): void {
  if (typeof node === 'string') {
    for (const [, path = ''] of node.matchAll(SLOT)) {
      if (path.startsWith('$root.')) put(root, path.slice('$root.'.length), valueAt(place, path, n));
      else put(here, path, valueAt(place, path, n));
    }
    return;
  }
  if (Array.isArray(node)) {
    for (const each of node) gather(each, here, root, place, n);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { $data, ...rest } = node as { readonly [key: string]: Node };
  const type = typeof rest.type === 'string' ? rest.type : place.type;
  const inside = (into: Gathered, at: number) => {
    for (const [key, value] of Object.entries(rest)) gather(value, into, root, { type, key }, at);
  };
  if (typeof $data !== 'string') {
    inside(here, n);
    return;
  }
  const items = Array.from({ length: ITEMS }, (_, at): SlotData => {
    const item: Gathered = {};
    inside(item, n * ITEMS + at);
    return item;
  });
  const path = $data.slice(2, -1);
  if (path.startsWith('$root.')) root[path.slice('$root.'.length)] = items;
  else here[path] = items;
}

/** Parts of a card that never stand beside each other. */
const APART: Readonly<Record<string, SlotData>> = { 'form-step': { custody: false } };

/** Data for every slot of a card, three items in every list: nothing that may stand together is left out. */
export function sampleSlots(name: string, document: CardDocument): SlotData {
  const root: Gathered = {};
  gather(document, root, root, { type: '', key: '' }, 0);
  return { ...root, ...APART[name] };
}
