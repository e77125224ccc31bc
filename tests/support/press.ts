import type { Press } from '../../src/application/intent.ts';
import type { ActionExecute, Card } from '../../src/cards/model.ts';
import { leavesOf } from './check-card.ts';

export const buttonsOf = (card: Card): readonly ActionExecute[] => [
  ...leavesOf(card.body).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions.filter((each) => each.type === 'Action.Execute') : [],
  ),
  ...(card.actions ?? []),
];

/** What stands in the boxes of a card before anybody has typed. */
export const defaultsOf = (card: Card): Readonly<Record<string, string>> =>
  Object.fromEntries(
    leavesOf(card.body).flatMap((leaf) =>
      'label' in leaf && 'value' in leaf && leaf.value !== undefined && leaf.value !== ''
        ? [[leaf.id, String(leaf.value)]]
        : [],
    ),
  );

/** A press on the button of this title, with what the person typed over what stood there. */
export function press(card: Card, title: string, typed: Readonly<Record<string, string>> = {}): Press {
  const button = buttonsOf(card).find((action) => action.title === title);
  if (button === undefined)
    throw new Error(
      `No button "${title}" here, but: ${buttonsOf(card)
        .map((action) => action.title)
        .join(' · ')}`,
    );
  const { do: verb, record, arg, actionId, sig } = button.data;
  const all = { ...defaultsOf(card), ...typed };
  const inputs = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return {
    do: verb,
    ...(record !== undefined && { record }),
    ...(arg !== undefined && { arg }),
    ...(actionId !== undefined && { actionId }),
    ...(sig !== undefined && { sig }),
    inputs: button.associatedInputs === 'none' ? {} : inputs,
  };
}
