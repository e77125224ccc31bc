import { startCalendar } from '../../src/application/duties/training.ts';
import { fetchFile } from '../../src/application/files.ts';
import { leavesOf } from './check-card.ts';
import type { World } from './obligations-world.ts';

type Typed = Readonly<Record<string, string>>;

/** What people of several organisations do in the same way. */

/** Opens a form by its words and sends it; the boxes are named as in the policy, and "site" where it asks which one. */
export async function pass(world: World, person: string, words: string, boxes: Typed): Promise<void> {
  await world.say(person, words);
  const form = world.policy.forms.find((each) => each.title === words || each.words.includes(words));
  const own = form?.fields.map(({ id }) => id) ?? [];
  const typed = Object.entries(boxes).map(([id, text]) => [own.includes(id) ? `field-${id}` : id, text]);
  await world.press(person, 'Send', Object.fromEntries(typed));
}

/** The calendar of an organisation that runs, and so many days. */
export async function daysGoBy(world: World, days: number): Promise<void> {
  await startCalendar(world.org.deps());
  await world.settle();
  await world.advance({ hours: 24 * days });
}

/** The incident log as the file that is fetched: its first line and its rows. */
export async function incidentLog(world: World, person: string): Promise<readonly (readonly string[])[]> {
  await world.say(person, 'log');
  await world.press(person, 'Make the file', { since: '2026-09-01' });
  const link = leavesOf(world.at(person).card().body)
    .flatMap((leaf) => (leaf.type === 'ActionSet' ? leaf.actions : []))
    .find((action) => action.type === 'Action.OpenUrl');
  const file = await fetchFile(world.org.deps(), link?.url.split('/').at(-1) ?? '');
  return file?.rows ?? [];
}
