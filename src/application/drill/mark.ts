import type { Card } from '../../cards/model.ts';
import { isDrill, RecordId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';

/** Whatever is shown of a drill says so in its first line: messages, records, forms, all of them. */
export function asDrill(deps: Deps, record: string | undefined, card: Card): Card {
  const id = RecordId.safeParse(record);
  if (!id.success || !isDrill(id.data)) return card;
  const text = deps.cards.say('drill-mark');
  return {
    ...card,
    fallbackText: `${text} ${card.fallbackText}`,
    body: [{ type: 'TextBlock', wrap: true, text, weight: 'Bolder' }, ...card.body],
  };
}

export const answerAsDrill = (deps: Deps, record: string | undefined, answer: Answer): Answer =>
  answer.type === 'nothing' ? answer : { ...answer, card: asDrill(deps, record, answer.card) };
