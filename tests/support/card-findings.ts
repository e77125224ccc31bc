import * as AC from 'adaptivecards';
import type { Card } from '../../src/cards/model.ts';

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
