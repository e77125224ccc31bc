import { type CardDocument, fill, type SlotData, words } from '../../src/cards/fill.ts';
import { MAX_CARD_BYTES } from '../../src/cards/model.ts';
import { block, button, documentOf, END, filled, filling, rich, run } from '../support/card-parts.ts';

describe('a slot', () => {
  it('stands for its value, alone or within a line', () => {
    expect(
      filled([block('${line}'), block('${ref}: ${count} left')], { line: 'Saved.', ref: 'K7Q4', count: 2 }),
    ).toEqual([block('Saved.'), block('K7Q4: 2 left')]);
  });

  it('keeps numbers and truth values as they are where it stands alone', () => {
    const number = { type: 'Input.Number', id: 'age', max: '${most}' };
    expect(filled([number, block('Hello', { wrap: '${wrap}' })], { most: 11, wrap: true })).toEqual([
      { ...number, max: 11 },
      block('Hello', { wrap: true }),
    ]);
  });

  it('reads into what it holds, and into the whole card with $root', () => {
    const list = block('${a.b} of ${$root.all}', { $data: '${items}' });
    expect(filled([list], { all: 2, items: [{ a: { b: 1 } }, { a: { b: 2 } }] })).toEqual([
      block('1 of 2'),
      block('2 of 2'),
    ]);
  });

  it('leaves out what it would have filled, where it is empty and stands alone', () => {
    const input = { type: 'Input.Text', id: 'text', label: 'Text', value: '${typed}' };
    const [only] = filled([input], {});
    expect(only).not.toHaveProperty('value');
  });

  it('stops the card where a line has nothing for it, naming the slot and no value', () => {
    expect(filling([block('Reference ${ref}')], { name: 'Robin Example' })).toThrow(
      'Card sample: nothing fills ${ref}',
    );
  });

  it('stops the card where a text must be and is not', () => {
    expect(filling([block('${line}')], {})).toThrow('Card sample is not in the subset');
  });

  it('holds one value where text is wanted', () => {
    expect(filling([block('${list}')], { list: [{}] })).toThrow('${list} is not a single value');
    expect(filling([block('${thing}')], { thing: { a: 1 } })).toThrow('${thing} is not a single value');
  });

  it('is nothing under a name that every object has', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '__proto__.constructor',
      'a.constructor',
    ]) {
      expect(filling([block(`Line \${${name}}`)], { a: { b: 1 } })).toThrow(`nothing fills \${${name}}`);
      expect(filled([block('Shown', { $when: `\${${name}}` })], { a: { b: 1 } })).toEqual([]);
    }
  });

  it('is not filled a second time from what it held', () => {
    const data = { line: '${secret} ${$root.secret}', secret: 'Robin', typed: words('${secret}') };
    expect(filled([block('${line}'), block('Line ${line}'), rich(run('${typed}'))], data)).toEqual([
      block('${secret} ${$root.secret}'),
      block('Line ${secret} ${$root.secret}'),
      rich(run('${secret}')),
    ]);
  });

  it('leaves alone what is not a slot', () => {
    expect(filled([block('$5, {a}, ${ a }, ${a+b}, ${json(a)}')], { a: 1 })).toEqual([
      block('$5, {a}, ${ a }, ${a+b}, ${json(a)}'),
    ]);
  });
});

describe('a list', () => {
  const items = { $data: '${items}' };

  it('gives one element for each of its items, in order', () => {
    expect(
      filled([block('${n}. ${text}', items)], {
        items: [
          { n: 1, text: 'a' },
          { n: 2, text: 'b' },
        ],
      }),
    ).toEqual([block('1. a'), block('2. b')]);
  });

  it('sees the card around it, but an item’s own empty slot is empty', () => {
    const data = {
      note: 'of the card',
      items: [{ n: 1 }, { n: 2, note: undefined }, { n: 3, note: 'its own' }],
    };
    expect(filled([block('${n} ${note}', { ...items, $when: '${note}' })], data)).toEqual([
      block('1 of the card'),
      block('3 its own'),
    ]);
  });

  it('fills lists within lists', () => {
    const inner = { type: 'Container', ...items, items: [block('${text}', { $data: '${lines}' })] };
    const data = { items: [{ lines: [{ text: 'a' }, { text: 'b' }] }, { lines: [{ text: 'c' }] }] };
    expect(filled([inner], data)).toEqual([
      { type: 'Container', items: [block('a'), block('b')] },
      { type: 'Container', items: [block('c')] },
    ]);
  });

  it('must be a list', () => {
    for (const wrong of [undefined, 'text', 3, { a: 1 }])
      expect(filling([block('x', items)], { items: wrong })).toThrow(
        '$data must be one slot that holds a list',
      );
    expect(filling([block('x', { $data: 'items' })], { items: [] })).toThrow('$data must be one slot');
  });
});

describe('a condition', () => {
  const shown = (value: SlotData[string]) =>
    filled([block('Shown', { $when: '${it}' })], { it: value }).length === 1;

  it('shows what has something to show', () => {
    expect([true, 0, 1, 'text', words('text'), { a: 1 }, [{}]].map(shown)).toEqual(Array(7).fill(true));
    expect([undefined, false, '', words(''), []].map(shown)).toEqual(Array(5).fill(false));
  });

  it('is one slot, never an expression', () => {
    expect(filling([block('x', { $when: '${a == b}' })], { a: 1 })).toThrow('$when must be one slot');
    expect(filling([block('x', { $when: 'yes' })], {})).toThrow('$when must be one slot');
  });

  it('leaves nothing of itself in the card', () => {
    const card = fill('sample', documentOf([block('${n}.', { $when: '${n}', $data: '${items}' }), END]), {
      items: [{ n: 1 }],
    });
    expect(JSON.stringify(card)).not.toMatch(/\$when|\$data/);
  });

  it('takes a group with it when nothing is left in it', () => {
    const gone = block('Gone', { $when: '${no}' });
    const groups: readonly CardDocument[] = [
      { type: 'Container', items: [gone] },
      { type: 'Container', items: [{ type: 'Container', items: [gone] }] },
      { type: 'ActionSet', actions: [button('Gone', { $when: '${no}' })] },
      { type: 'FactSet', facts: [{ title: '${t}', value: '${v}', $data: '${none}' }] },
      { type: 'ColumnSet', columns: [{ type: 'Column', items: [gone] }] },
      rich(run('Gone', { $when: '${no}' })),
    ];
    expect(filled(groups, { none: [] })).toEqual([]);
    const card = fill('sample', documentOf([END], { actions: [button('Gone', { $when: '${no}' })] }), {});
    expect(card).not.toHaveProperty('actions');
  });

  it('keeps a group that has something left', () => {
    const group = { type: 'Container', items: [block('Gone', { $when: '${no}' }), block('Here')] };
    expect(filled([group], {})).toEqual([{ type: 'Container', items: [block('Here')] }]);
  });
});

describe('a card', () => {
  it('is refused past the size that reaches every client, counted in bytes', () => {
    const room = MAX_CARD_BYTES - Buffer.byteLength(JSON.stringify(documentOf([rich(run(''))])));
    const long = (text: string) => () =>
      fill('long', documentOf([rich(run('${typed}'))]), { typed: words(text) });
    expect(long('x'.repeat(room))).not.toThrow();
    expect(long('x'.repeat(room + 1))).toThrow(`Card long has ${MAX_CARD_BYTES + 1} bytes`);
    expect(long('é'.repeat(room / 2 + 1))).toThrow(/Card long has \d+ bytes/);
  });

  it('is refused outside the subset, saying where and not what', () => {
    const image = { type: 'Image', url: 'https://example.org/robin.png' };
    expect(filling([image], {})).toThrow(/^Card sample is not in the subset of cards\/model\.ts at: body\.0/);
    expect(filling([image], {})).not.toThrow(/robin/);
  });

  it('leaves its document as it was', () => {
    const document = documentOf([block('${n}', { $data: '${items}' }), END]);
    const before = structuredClone(document);
    fill('sample', document, { items: [{ n: 'one' }] });
    expect(document).toEqual(before);
  });
});
