import type { CaseState } from '../../domain/case/state.ts';
import { seconders } from '../../domain/child/seconders.ts';
import type { RecordId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { toPerson } from '../case/thin-card.ts';
import type { WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';

/** A second lead is asked whether something stands in the wrong child's story: a card each, until it is answered. */
export async function strikeMessages(
  deps: Deps,
  id: RecordId,
  state: CaseState,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const asked = state.links.filter(({ strike }) => strike !== undefined);
  const people = new Map(
    asked.flatMap(({ child }) => seconders(state, directory, child).map((person) => [person.id, person])),
  );
  // Asked anew is a new card: one that only changes makes no sound.
  const round =
    asked
      .map(({ strike }) => strike?.at ?? '')
      .sort()
      .at(-1) ?? '';
  const cards = [...people.values()].map((person) =>
    toPerson(deps, id, state, person, {
      for: `strike:${person.id}:${round}`,
      card: 'strike-message',
      line: '',
      notification: 'needs-you',
    }),
  );
  return (await Promise.all(cards)).flat();
}
