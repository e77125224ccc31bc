import type { Client, Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** Somebody searches a device, at the second of two sites, and stops: every box of it is written in. */
export async function searchTyped(
  { press }: ReturnType<typeof planting>,
  org: Organisation,
  searcher: Client,
): Promise<void> {
  await searcher.say('search a device');
  await press(searcher, 'Start', { site: 'south', owner: 'child' });
  await press(searcher, 'Next');
  await press(searcher, 'Next');
  await searcher.press('What to do next');
  await press(searcher, 'Next');
  await org.settle();
}
