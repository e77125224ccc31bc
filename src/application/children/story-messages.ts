import { mayReadStory } from '../../domain/access.ts';
import { refOf } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { addressesOf } from '../addresses.ts';
import { sentFor, type WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import type { Address } from '../messenger.ts';
import type { ChildRecord } from './child-store.ts';

const SHARING = 'share:';
export const isOfSharing = (wanted: string): boolean => wanted.startsWith(SHARING);

function messageFor(deps: Deps, child: ChildRecord, is: string, to: Address, isOver: boolean): WantedCard {
  const { id } = child.snapshot.head;
  const slots = {
    ref: refOf(id),
    record: id,
    text: deps.cards.say(isOver ? 'share-message-over' : 'share-message'),
    open: isOver ? undefined : 'open',
  };
  return {
    for: is,
    to,
    shows: JSON.stringify(slots),
    // What is not shared any more is off their screen at once.
    evenIfHeld: isOver,
    message: () => ({
      card: deps.cards.show('story-message', slots),
      notification: deps.cards.notify('something-to-read', { ref: refOf(id) }),
      silent: false,
    }),
  };
}

/** Somebody of another site has something to read, and whoever had it is told that it is over; never about whom. */
export async function sharingMessages(
  deps: Deps,
  directory: Directory,
  child: ChildRecord,
): Promise<readonly WantedCard[]> {
  const { state, snapshot } = child;
  const now = await Promise.all(
    state.shares.map(async (share): Promise<readonly WantedCard[]> => {
      const person = personById(directory, share.with);
      if (person === undefined || !mayReadStory(person, state, deps.policy.leads)) return [];
      return (await addressesOf(deps, person)).map((to) =>
        messageFor(deps, child, `${SHARING}${person.id}:${share.at}:${to.platform}`, to, false),
      );
    }),
  );
  const wanted = now.flat();
  const over = sentFor(snapshot.deliveries).filter(
    (each) => isOfSharing(each.for) && !wanted.some((card) => card.for === each.for),
  );
  return [...wanted, ...over.map((each) => messageFor(deps, child, each.for, each.card.address, true))];
}
