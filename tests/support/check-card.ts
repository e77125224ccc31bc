import * as AC from 'adaptivecards';
import type { Card, Element } from '../../src/cards/model.ts';

/**
 * What Microsoft's own renderer library finds wrong with a filled card: nothing, for every card of ours. `lang` is left
 * out: adaptivecards 3.0.6 tests it with a regular expression that keeps its place, and so refuses "en" every other time.
 */
export function findingsIn(card: Card): readonly string[] {
  const { lang: _, ...rest } = card;
  const parsed = new AC.AdaptiveCard();
  const context = new AC.SerializationContext();
  parsed.parse(rest, context);
  const events = Array.from({ length: context.eventCount }, (_each, index) => context.getEventAt(index));
  return [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message);
}

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
