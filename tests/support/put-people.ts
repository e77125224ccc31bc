import { lookAgain } from '../../src/application/cover/open-cases.ts';
import type { Deps } from '../../src/application/deps.ts';
import { changeDirectory, todayOf } from '../../src/application/directory.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { formerOf } from '../../src/domain/people/here.ts';

/** The people as they are after an import and every yes to it. */
export async function putPeople(
  deps: Deps,
  { people }: { readonly people: readonly Person[] },
): Promise<void> {
  const ids = new Set(people.map(({ id }) => id));
  const stays = ({ person }: { readonly person: Person['id'] }) => ids.has(person);
  await changeDirectory(deps, (stored) => ({
    ...stored,
    people: [...people],
    former: [
      ...(stored.former ?? []).filter(({ id }) => !ids.has(id)),
      ...stored.people.filter(({ id }) => !ids.has(id)).map((person) => formerOf(person, todayOf(deps))),
    ],
    ...(stored.absences && { absences: stored.absences.filter(stays) }),
    ...(stored.rota && { rota: stored.rota.filter(stays) }),
  }));
  await lookAgain(deps, () => true);
}
