import type { Person } from '../../src/domain/people/directory.ts';
import { daysGoBy } from './obligations-acts.ts';
import type { World } from './obligations-world.ts';
import { putPeople } from './put-people.ts';

/** What is known of these people from now on: their first day, or the day of their last refresher. */
export async function knownOf(
  world: World,
  changes: Readonly<Record<string, Partial<Person>>>,
): Promise<void> {
  const people = world.org.directory.people.map((each) => ({ ...each, ...changes[each.id] }));
  await putPeople(world.org.deps(), { people });
}

/** The first morning of an organisation about whose people this is known. */
export async function firstMorning(
  world: World,
  changes: Readonly<Record<string, Partial<Person>>> = {},
): Promise<void> {
  await knownOf(world, changes);
  await daysGoBy(world, 1);
}

/** Everything that is asked of somebody, as they see it. */
export const ownList = (world: World, person: string): Promise<void> => world.say(person, 'my training');

/** From one's own list: "I have done it", with these boxes. */
export async function hasDone(
  world: World,
  person: string,
  boxes: Readonly<Record<string, string>>,
): Promise<void> {
  await ownList(world, person);
  await world.press(person, 'I have done it');
  await world.press(person, 'Save it', boxes);
}

/** A card has told them that something is due, and their list says this of it: its name, and how it stands. */
export async function isAsked(world: World, person: string, name: string, line: string): Promise<void> {
  world.received(person, /(Training|Agreements): something/);
  await ownList(world, person);
  world.sees(person, new RegExp(`${name}\\n(.*\\n)?${line}`));
}

/** A lead records a session of the first training that the pack has. */
export async function session(
  world: World,
  lead: string,
  boxes: Readonly<Record<string, string>>,
): Promise<void> {
  await world.say(lead, 'session');
  await world.press(lead, 'Record this one');
  await world.press(lead, 'Save it for everybody', boxes);
  await world.settle();
}
