import { mayBeTold } from '../../domain/access.ts';
import type { Informed } from '../../domain/case/state.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { CaseRecord } from '../case/case-store.ts';
import { toPerson } from '../case/thin-card.ts';
import type { WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';

/** That there is something to read, or that they have answered: never what. */
export const toldLine = ({ cards }: Deps, { replies }: Informed, person: PersonId): string =>
  cards.say(replies.some(({ by }) => by === person) ? 'told-answered' : 'told-new');

/** One card for each text and each person who may read it, as roles and conflicts are now. */
export async function toldCards(
  deps: Deps,
  { id, state }: CaseRecord,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  const cards = state.informed.flatMap((told, nth) =>
    mayBeTold(state, directory, told.to, told.by).map((person) =>
      toPerson(deps, id, state, person, {
        for: `told:${told.step}:${person.id}`,
        card: 'told-message',
        line: toldLine(deps, told, person.id),
        notification: state.plan.urgency === 'ordinary' ? 'something-to-read' : 'needs-you',
        // Its number, because the name of a step says what the case is about.
        arg: `${nth}`,
      }),
    ),
  );
  return (await Promise.all(cards)).flat();
}
