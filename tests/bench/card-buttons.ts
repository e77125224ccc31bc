import type { ActionExecute, Card } from '../../src/cards/model.ts';
import { leaves } from '../../src/channels/slack/render.ts';

const actionsIn = (card: Card): readonly ActionExecute[] => [
  ...leaves(card.body).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions.filter((each) => each.type === 'Action.Execute') : [],
  ),
  ...(card.actions ?? []),
];

export function buttonOf(card: Card, title: string): ActionExecute {
  const found = actionsIn(card).find((action) => action.title === title);
  if (found !== undefined) return found;
  const titles = actionsIn(card).map((action) => action.title);
  throw new Error(`No button "${title}" here, but: ${titles.join(' | ')}`);
}

/** What stands in the boxes of a card before anybody has typed. */
export const standing = (card: Card): Readonly<Record<string, string>> =>
  Object.fromEntries(
    leaves(card.body).flatMap((leaf) =>
      leaf.type.startsWith('Input.') && 'value' in leaf && leaf.value !== undefined && leaf.value !== ''
        ? [[leaf.id ?? '', String(leaf.value)]]
        : [],
    ),
  );
