import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startCalendar } from '../../src/application/duties/mornings.ts';
import { fetchFile } from '../../src/application/files.ts';
import { loadOrganisationFolder } from '../../src/compose/organisation.ts';
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

/** What starting says when nobody of this pack's people holds this role at this site: "dsl@main". */
export async function startsWithout(pack: string, held: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'people-'));
  await cp(`tests/obligations/${pack}/organisation`, folder, { recursive: true });
  const people = await readFile(join(folder, 'people.csv'), 'utf8');
  await writeFile(join(folder, 'people.csv'), people.replaceAll(`${held} `, ''));
  return loadOrganisationFolder(folder, process.env.OBLIGATIONS_POLICIES ?? 'policies');
}
