import { RecordId, refOf } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { spoken } from '../../domain/time/working-time.ts';
import { line, nothingHere } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { childrenOf, sitesLed } from './register.ts';

/** As many as one card has room for, the soonest first. */
const SHOWN = 20;

/** "transfer": every file that is under way from this person's sites. It may stand in a chat, so it names nobody. */
export async function transfers({
  deps,
  person,
}: {
  readonly deps: Deps;
  readonly person: Person;
}): Promise<Answer> {
  const sites = sitesLed(deps, person);
  if (sites.length === 0) return nothingHere(deps);
  const waiting = (await childrenOf(deps, sites))
    .flatMap(({ id, brief: { due } }) => (due === undefined ? [] : [{ record: RecordId.parse(id), due }]))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  if (waiting.length === 0) return line(deps, 'transfers-none');
  const now = deps.clock.now();
  return {
    type: 'card',
    card: deps.cards.show('transfers', {
      rows: waiting.slice(0, SHOWN).map(({ record, due }) => ({
        record,
        ref: refOf(record),
        line: deps.cards.say(due < now ? 'transfers-late' : 'transfer-due', {
          time: spoken(due, now, deps.organisation.timezone),
        }),
      })),
      more:
        waiting.length > SHOWN
          ? deps.cards.say('transfers-more', { count: waiting.length - SHOWN })
          : undefined,
    }),
  };
}
