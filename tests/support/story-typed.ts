import type { Organisation } from './organisation.ts';
import type { planting } from './planted.ts';

/** A lead shares the story of a child of the register with another site, and ends it. */
export async function storyTyped({ press }: ReturnType<typeof planting>, org: Organisation): Promise<void> {
  const nadia = org.at('p-nadia');
  await nadia.say('children');
  await nadia.press('Find a child in the register');
  await nadia.press('Look', { name: 'Robyn Vail', year: '' });
  await nadia.press('Open');
  await nadia.press('Open the story');
  await nadia.press('Share with another site');
  await press(nadia, 'Share');
  await org.settle();
  await nadia.press('Stop sharing');
  await press(nadia, 'Stop sharing');
  await org.settle();
}
