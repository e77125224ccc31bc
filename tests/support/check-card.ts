import type { Card, Element } from '../../src/cards/model.ts';

type Leaf = Exclude<Element, { type: 'Container' } | { type: 'ColumnSet' }>;

/** Every element of a card that is not a frame around others, in reading order. */
export const leavesOf = (elements: readonly Element[]): readonly Leaf[] =>
  elements.flatMap((element): readonly Leaf[] => {
    if (element.type === 'Container') return leavesOf(element.items);
    if (element.type === 'ColumnSet') return element.columns.flatMap(({ items }) => leavesOf(items));
    return [element];
  });

/** Everything that can be read in a card, ours and people's, line by line. */
export const textsOf = (card: Card): readonly string[] =>
  leavesOf(card.body).flatMap((leaf): readonly string[] => {
    if (leaf.type === 'TextBlock') return [leaf.text];
    if (leaf.type === 'RichTextBlock') return [leaf.inlines.map(({ text }) => text).join('')];
    if (leaf.type === 'FactSet') return leaf.facts.map(({ title, value }) => `${title} ${value}`);
    if (leaf.type === 'ActionSet') return leaf.actions.map(({ title }) => title);
    return [leaf.label ?? '', ...('choices' in leaf ? leaf.choices.map(({ title }) => title) : [])];
  });
