import type { CaseState } from '../../domain/case/state.ts';
import { type RecordId, refOf } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { addressesOf } from '../addresses.ts';
import type { WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { Address, Notification } from '../messenger.ts';
import { leadAsks } from './status-line.ts';

/** A message with a reference, a state and buttons; nothing about a child. */
export interface Kind {
  readonly for: string;
  readonly card: string;
  readonly line: string;
  readonly notification: Notification;
  readonly silent?: boolean;
  /** What its button carries besides the case. */
  readonly arg?: string;
}

export function messageCard(deps: Deps, id: RecordId, state: CaseState, kind: Kind, to: Address): WantedCard {
  const ref = refOf(id);
  const { urgent, canTake } = leadAsks(state);
  const { arg, line } = kind;
  return {
    for: kind.for,
    to,
    shows: `${kind.card}|${line}`,
    message: (again) => ({
      card: deps.cards.show(kind.card, { ref, case: id, line, arg, urgent, canTake, again }),
      notification: deps.cards.notify(kind.notification, { ref }),
      silent: kind.silent === true,
    }),
  };
}

/** The same card on every platform where this person can be reached; nowhere is said by an empty list. */
export async function toPerson(
  deps: Deps,
  id: RecordId,
  state: CaseState,
  person: Person,
  kind: Kind,
): Promise<readonly WantedCard[]> {
  const addresses = await addressesOf(deps, person);
  return addresses.map((to) =>
    messageCard(deps, id, state, { ...kind, for: `${kind.for}:${to.platform}` }, to),
  );
}
