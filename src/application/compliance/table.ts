import type { Directory, Person } from '../../domain/people/directory.ts';
import { askName } from '../../domain/people/overview.ts';
import { isLate } from '../../domain/people/record/asks.ts';
import type { Deps } from '../deps.ts';
import { asksNow, todayOf } from '../people/store.ts';
import { heldAt, sitesKept } from './read.ts';

const COLUMNS = ['person', 'what', 'standing', 'last', 'due'] as const;

/** One row for each thing that is asked of each person of the sites that somebody keeps; undefined: they keep none any more. */
export async function complianceTable(
  deps: Deps,
  directory: Directory,
  person: Person,
): Promise<readonly (readonly string[])[] | undefined> {
  const { say } = deps.cards;
  const today = todayOf(deps);
  const sites = sitesKept(deps, person);
  if (sites.length === 0) return undefined;
  const held = await heldAt(deps, directory, sites);
  const rows = held
    .toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'en-GB'))
    .flatMap((each) =>
      asksNow(deps, each.person, each.record).map((ask) => [
        each.person.name,
        askName(ask),
        say(`glance-standing-${isLate(ask, today) ? 'late' : ask.standing}`),
        ask.last ?? '',
        ask.due ?? '',
      ]),
    );
  return [COLUMNS.map((name) => say(`glance-column-${name}`)), ...rows];
}
