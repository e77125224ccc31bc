import { z } from 'zod';
import type { PersonId } from '../domain/ids.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import { readCase } from './case/case-store.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { RecordBody } from './records.ts';
import { writeRecord } from './write-record.ts';

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

/** Puts the new directory in place of the old one: whoever left is refused from the next press on. */
export async function importPeople(deps: Deps, after: Directory): Promise<DirectoryChange> {
  const id = deps.keyring.recordId('directory');
  const snapshot = await deps.store.read(id);
  if (snapshot === undefined)
    throw new Error('The store holds no directory yet: start Signpost once, which seeds it from people.csv');
  const change = changeBetween(await readDirectory(deps), after);
  const result = await writeRecord(deps, id, snapshot.head.version, { kind: 'directory', directory: after });
  if (result === 'conflict')
    throw new Error('Somebody else imported people at the same moment: run the import again');
  await wakeOpenCases(deps);
  return change;
}

const Brief = z.json().optional();

/** Roles have moved, so every open case looks again at who should have its cards. */
async function wakeOpenCases(deps: Deps, cursor?: string): Promise<void> {
  const page = await deps.store.openCases(cursor);
  for (const record of page.items) {
    const found = await readCase(deps, record.id);
    if (found === undefined) continue;
    const { head } = found.snapshot;
    const brief = Brief.parse(head.brief);
    // A head written again unchanged: a conflict means that the case has just moved, which wakes it as well.
    await deps.store.commit({
      type: 'write',
      expected: head.version,
      head: {
        id: head.id,
        version: head.version + 1,
        status: head.status,
        tokens: head.tokens,
        body: RecordBody.parse(head.body),
        ...(brief !== undefined && { brief }),
      },
      events: [],
      wakes: [{ lane: 'case', at: deps.clock.now() }],
    });
  }
  if (page.next !== undefined) await wakeOpenCases(deps, page.next);
}
