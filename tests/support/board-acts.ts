import { fetchFile } from '../../src/application/files.ts';
import { leavesOf } from './check-card.ts';
import type { World } from './obligations-world.ts';

/** Drafts a report and opens the draft, as whoever releases it. */
export async function draftReport(world: World, by: string): Promise<void> {
  await world.say(by, 'board report');
  await world.press(by, 'Draft it');
  await world.say(by, 'board report');
}

export async function releaseReport(world: World, by: string): Promise<void> {
  await draftReport(world, by);
  await world.press(by, 'Release it');
}

/** The words of the page that somebody opens. */
export async function readReport(world: World, person: string): Promise<string> {
  await world.say(person, 'board report');
  await world.press(person, 'Read it on screen');
  const link = leavesOf(world.at(person).card().body)
    .flatMap((leaf) => (leaf.type === 'ActionSet' ? leaf.actions : []))
    .find((action) => action.type === 'Action.OpenUrl');
  const file = await fetchFile(world.org.deps(), link?.url.split('/').at(-1) ?? '');
  return (file?.page ?? '')
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ');
}
