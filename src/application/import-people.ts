import type { PersonId } from '../domain/ids.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import { lookAgain } from './cover/open-cases.ts';
import type { Deps } from './deps.ts';
import { changeDirectory } from './directory.ts';

/** What an import would change, by id: nobody is named twice, and a name never stands in a log. */
export interface DirectoryChange {
  readonly joins: readonly PersonId[];
  readonly leaves: readonly PersonId[];
  readonly changes: readonly PersonId[];
}

const same = (a: Person, b: Person): boolean => JSON.stringify(a) === JSON.stringify(b);

export function changeBetween(before: Directory, after: Directory): DirectoryChange {
  const known = new Map(before.people.map((person) => [person.id, person]));
  const stays = new Set(after.people.map(({ id }) => id));
  return {
    joins: after.people.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    leaves: before.people.filter(({ id }) => !stays.has(id)).map(({ id }) => id),
    changes: after.people
      .filter((person) => {
        const was = known.get(person.id);
        return was !== undefined && !same(was, person);
      })
      .map(({ id }) => id),
  };
}

/** What people said of themselves goes with those who stay. */
function keeping({ absences, rota }: Directory, after: Directory): Directory {
  const stays = new Set(after.people.map(({ id }) => id));
  return {
    ...after,
    ...(absences && { absences: absences.filter(({ person }) => stays.has(person)) }),
    ...(rota && { rota: rota.filter(({ person }) => stays.has(person)) }),
  };
}

/** Puts the new directory in place of the old one: whoever left is refused from the next press on. */
export async function importPeople(deps: Deps, after: Directory): Promise<DirectoryChange> {
  let before: Directory | undefined;
  await changeDirectory(deps, (stored) => {
    if (before !== undefined && JSON.stringify(before.people) !== JSON.stringify(stored.people))
      throw new Error('Somebody else imported people at the same moment: run the import again');
    before = stored;
    return keeping(stored, after);
  });
  // Roles have moved, so every open case looks again at who should have its cards.
  await lookAgain(deps, () => true);
  return changeBetween(before ?? after, after);
}
