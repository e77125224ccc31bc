import { type CardDocument, fill, type SlotData } from '../../src/cards/fill.ts';

type Body = CardDocument['body'];
export const documentOf = (body: Body, parts: CardDocument = {}): CardDocument => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: 'A card',
  body,
  ...parts,
});
export const block = (text: string, parts: CardDocument = {}): CardDocument => ({
  type: 'TextBlock',
  text,
  ...parts,
});
export const run = (text: string, parts: CardDocument = {}): CardDocument => ({
  type: 'TextRun',
  text,
  ...parts,
});
export const rich = (...inlines: CardDocument[]): CardDocument => ({ type: 'RichTextBlock', inlines });
export const button = (title: string, parts: CardDocument = {}): CardDocument => ({
  type: 'Action.Execute',
  title,
  verb: 'case.open',
  data: { do: 'case.open' },
  ...parts,
});
/** Every card ends with this, so that a card whose other elements vanish is still one. */
export const END = block('End');

export const filled = (elements: readonly CardDocument[], data: SlotData) =>
  fill('sample', documentOf([...elements, END]), data).body.slice(0, -1);
export const filling = (elements: readonly CardDocument[], data: SlotData) => () => filled(elements, data);
