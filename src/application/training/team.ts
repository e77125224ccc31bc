import { type SlotData, words } from '../../cards/fill.ts';
import { PersonId } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import type { PersonRecord } from '../../domain/people/record/state.ts';
import { leaveTeam, noteTeam } from '../../domain/people/record/team.ts';
import { line, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { asksNow, changePerson, readPerson, recordOf, todayOf } from '../people/store.ts';
import { upNow } from './card.ts';
import { lateFor, othersToTell } from './late.ts';
import { dayLine, nameOf } from './words.ts';

/** Many of one line manager can be late on one morning: their record is written by one after another. */
const turns = new WeakMap<Deps['store'], Map<PersonId, Promise<unknown>>>();

async function inTurn({ store }: Deps, id: PersonId, change: () => Promise<unknown>): Promise<void> {
  const held = turns.get(store) ?? new Map<PersonId, Promise<unknown>>();
  turns.set(store, held);
  const mine = (held.get(id) ?? Promise.resolve()).then(change, change);
  held.set(id, mine);
  try {
    await mine;
  } finally {
    if (held.get(id) === mine) held.delete(id);
  }
}

/**
 * Those who are to know that this person is late have it in their own record, and those who need not any more have not.
 * Doing it twice changes nothing. Answers who knows now.
 */
export async function tellOthers(
  deps: Deps,
  directory: Directory,
  person: Person,
  record: PersonRecord,
): Promise<readonly PersonId[]> {
  const told = othersToTell(deps, directory, person, record, asksNow(deps, person, record));
  for (const [id, why] of told) {
    const reader = personById(directory, id);
    if (reader !== undefined)
      await inTurn(deps, id, () =>
        changePerson(deps, reader, (theirs) => noteTeam(theirs, person.id, why, todayOf(deps))),
      );
  }
  for (const id of record.noted.filter((each) => !told.has(each))) {
    const reader = personById(directory, id);
    if (reader !== undefined)
      await inTurn(deps, id, () => changePerson(deps, reader, (theirs) => leaveTeam(theirs, person.id)));
  }
  return [...told.keys()].sort();
}

interface Member {
  readonly person: Person;
  readonly why: PersonRecord['team'][PersonId]['why'];
}

/** Who is late now, or cannot be reached, as far as they are still here. */
const membersOf = (directory: Directory, { team }: PersonRecord): readonly Member[] =>
  Object.entries(team).flatMap(([id, { why }]) => {
    const person = personById(directory, PersonId.parse(id));
    return person === undefined ? [] : [{ person, why }];
  });

function counted(deps: Deps, name: string, count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? deps.cards.say(`${name}-one`) : deps.cards.say(name, { count });
}

/** How many, and a button: nobody is named in a chat. */
export function teamSlots(deps: Deps, directory: Directory, reader: Person, record: PersonRecord): SlotData {
  const members = membersOf(directory, record);
  const late = members.filter(({ why }) => why === 'late');
  const isManager = late.every(({ person }) => person.manager === reader.id);
  return {
    record: recordOf(deps, reader.id),
    late: counted(deps, isManager ? 'my-team-late' : 'my-told-late', late.length),
    unreached: counted(deps, 'my-team-unreached', members.length - late.length),
    none: members.length === 0,
    open: members.length > 0,
  };
}

/** Who it is and what is late, for whoever is to know; each record is read afresh. */
export async function openTeam({ deps, directory, person: reader }: Pressed): Promise<Answer> {
  const { record } = await readPerson(deps, reader);
  const shown: SlotData[] = [];
  for (const { person, why } of membersOf(directory, record)) {
    const held = await readPerson(deps, person);
    const asks = asksNow(deps, person, held.record);
    // They may manage, or be told of, somebody no more since their own record was written.
    const isTold = othersToTell(deps, directory, person, held.record, asks).has(reader.id);
    const now = why === 'late' ? lateFor(deps, reader, person, asks) : upNow(deps, held.record, asks);
    const open = isTold ? now : [];
    if (open.length > 0)
      shown.push({
        name: words(person.name),
        unreached: why === 'no-account',
        things: open.map((ask) => ({ thing: nameOf(ask), line: dayLine(deps, ask) })),
      });
  }
  if (shown.length === 0) return line(deps, 'my-team-none');
  return { type: 'card', card: deps.cards.show('my-team', { people: shown }) };
}
