import { type Directory, type Former, type Person, sitesOf } from './directory.ts';

/** Whether this is somebody's day: from their first on, and before the one on which they are gone. */
export const isHereOn = ({ started, left }: Pick<Person, 'started' | 'left'>, day: string): boolean =>
  (started === undefined || started <= day) && (left === undefined || left > day);

export const hasLeft = ({ left }: Pick<Person, 'left'>, day: string): boolean =>
  left !== undefined && left <= day;

export const formerOf = (person: Person, today: string): Former => ({
  id: person.id,
  name: person.name,
  left: hasLeft(person, today) ? (person.left ?? today) : today,
  sites: [...sitesOf(person)],
});

interface Shown {
  readonly day: string;
  readonly people: Person[];
  readonly gone: readonly Former[];
}

/** One answer a day for each version of the people: an index hangs on the list. */
const shown = new WeakMap<readonly Person[], Shown>();

function shownOn(people: Person[], day: string): Shown {
  const known = shown.get(people);
  if (known?.day === day) return known;
  const here = people.filter((person) => isHereOn(person, day) && person.roles.length > 0);
  const made = {
    day,
    people: here.length === people.length ? people : here,
    gone: people.filter((person) => hasLeft(person, day)).map((person) => formerOf(person, day)),
  };
  shown.set(people, made);
  return made;
}

/** The directory as it holds on a day: who is not here yet is in no list of it, and who has left is only a name. */
export function directoryOn(stored: Directory, day: string): Directory {
  const { people, gone } = shownOn(stored.people, day);
  if (people === stored.people) return stored;
  return { ...stored, people, former: [...(stored.former ?? []), ...gone] };
}

/** The next day on which somebody comes or goes. */
export const nextTurn = ({ people }: Pick<Directory, 'people'>, day: string): string | undefined => {
  let next: string | undefined;
  for (const { started, left } of people)
    for (const each of [started, left])
      if (each !== undefined && each > day && (next === undefined || each < next)) next = each;
  return next;
};
