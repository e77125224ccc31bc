import fc from 'fast-check';
import { type CardDocument, fill, words } from '../../src/cards/fill.ts';
import { block, button, documentOf, END, filled, filling, rich, run } from '../support/card-parts.ts';

const CHOICES = [{ title: '${typed}', value: 'a' }];
/** Every place in a card where a text can stand and a person’s words may not. */
const CLOSED: Readonly<Record<string, readonly CardDocument[]>> = {
  'a text of ours': [block('${typed}')],
  'a part of a text of ours': [block('They said ${typed}')],
  'a fact': [{ type: 'FactSet', facts: [{ title: 'Name', value: '${typed}' }] }],
  'the title of a fact': [{ type: 'FactSet', facts: [{ title: '${typed}', value: 'x' }] }],
  'a label': [{ type: 'Input.Text', id: 'text', label: '${typed}' }],
  'a placeholder': [{ type: 'Input.Text', id: 'text', placeholder: '${typed}' }],
  'an error message': [{ type: 'Input.Text', id: 'text', errorMessage: '${typed}' }],
  'the id of an input': [{ type: 'Input.Text', id: '${typed}' }],
  'a choice': [{ type: 'Input.ChoiceSet', id: 'text', choices: CHOICES }],
  'the value of a choice': [
    { type: 'Input.ChoiceSet', id: 'text', choices: [{ title: 'A', value: '${typed}' }] },
  ],
  'the words beside a toggle': [{ type: 'Input.Toggle', id: 'text', title: '${typed}' }],
  'a button': [{ type: 'ActionSet', actions: [button('${typed}')] }],
  'what a button carries': [{ type: 'ActionSet', actions: [button('Open', { data: { do: '${typed}' } })] }],
  'a text of ours in a list': [block('${typed}', { $data: '${items}' })],
  'a text of ours in a column': [
    { type: 'ColumnSet', columns: [{ type: 'Column', items: [block('${typed}')] }] },
  ],
};
/** Three that nobody in a hurry would type by chance. */
const typed = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((text) => `Zq9${text}Zq9`);

/** The texts of a card by where they stand, with TextRuns and the values of inputs apart. */
function texts(node: unknown, open = false): readonly { readonly text: string; readonly isOpen: boolean }[] {
  if (typeof node === 'string') return [{ text: node, isOpen: open }];
  if (typeof node !== 'object' || node === null) return [];
  const type = 'type' in node && typeof node.type === 'string' ? node.type : '';
  return Object.entries(node).flatMap(([key, value]) =>
    texts(value, (type === 'TextRun' && key === 'text') || (type.startsWith('Input.') && key === 'value')),
  );
}

describe('a person’s words', () => {
  it('stand in a TextRun and as the value of an input', () => {
    const input = { type: 'Input.Text', id: 'text', value: '${typed}' };
    const said = 'He said *no* <!channel> [x](http://example.org)';
    expect(filled([rich(run('${typed}'), run('“${typed}”')), input], { typed: words(said) })).toEqual([
      rich(run(said), run(`“${said}”`)),
      { ...input, value: said },
    ]);
  });

  it.each(Object.entries(CLOSED))('never stand in %s', (_, elements) => {
    const data = { typed: words('Robin Example'), items: [{ typed: words('Robin Example') }] };
    expect(filling(elements, data)).toThrow(/holds a person's words outside a TextRun/);
    expect(filling(elements, data)).not.toThrow(/Robin/);
    // Ours may stand there: it is the words that are refused, not the place.
    expect(filling(elements, { typed: 'Ours', items: [{ typed: 'Ours' }] })).not.toThrow();
  });

  it('never stand in what is spoken in place of the card', () => {
    const document = documentOf([END], { fallbackText: '${typed}' });
    expect(() => fill('sample', document, { typed: words('Robin') })).toThrow(/outside a TextRun/);
  });

  it('stand nowhere else, whatever they are and wherever a document would put them', () => {
    const open: readonly CardDocument[] = [
      rich(run('${typed}')),
      rich(run('Said: ${typed}', { $when: '${typed}' })),
      { type: 'Container', items: [rich(run('${typed}', { $data: '${items}' }))] },
      { type: 'Input.Text', id: 'text', value: '${typed}' },
    ];
    const places = [...open, ...Object.values(CLOSED).flat()];
    let refused = 0;
    let shown = 0;
    fc.assert(
      fc.property(
        typed,
        fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 4 }),
        (text, elements) => {
          const data = { typed: words(text), items: [{ typed: words(text) }] };
          try {
            const all = texts(fill('sample', documentOf([...elements, END]), data));
            shown += all.filter((each) => each.isOpen && each.text.includes(text)).length;
            expect(all.filter((each) => !each.isOpen && each.text.includes('Zq9'))).toEqual([]);
          } catch (thrown) {
            refused += 1;
            expect(String(thrown)).toMatch(/outside a TextRun/);
            expect(String(thrown)).not.toContain('Zq9');
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(Math.min(refused, shown)).toBeGreaterThan(50);
  });
});
