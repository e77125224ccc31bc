import type { ActionData, ActionExecute, Card, Element } from '../cards/model.ts';
import type { Press } from './intent.ts';
import type { Ids, Keyring } from './ports.ts';

const textOf = (data: ActionData): string =>
  JSON.stringify([data.do, data.record ?? '', data.arg ?? '', data.actionId ?? '']);

/** Gives every button an action id of its own and signs it. The button still carries no authority. */
export function stamper(keyring: Keyring, ids: Ids): (card: Card) => Card {
  const stampAction = (action: ActionExecute): ActionExecute => {
    const data = { ...action.data, actionId: ids.random() };
    return { ...action, data: { ...data, sig: keyring.sign(textOf(data)) } };
  };
  const stampElement = (element: Element): Element => {
    if (element.type === 'ActionSet')
      return {
        ...element,
        actions: element.actions.map((each) => (each.type === 'Action.Execute' ? stampAction(each) : each)),
      };
    if (element.type === 'Container') return { ...element, items: element.items.map(stampElement) };
    if (element.type === 'ColumnSet')
      return {
        ...element,
        columns: element.columns.map((column) => ({ ...column, items: column.items.map(stampElement) })),
      };
    return element;
  };
  return (card) => ({
    ...card,
    body: card.body.map(stampElement),
    ...(card.actions && { actions: card.actions.map(stampAction) }),
  });
}

/** True for a button that this organisation's bot made, unchanged. */
export const isOurs = (press: Press, keyring: Keyring): boolean =>
  press.sig !== undefined && press.actionId !== undefined && keyring.verify(textOf(press), press.sig);
