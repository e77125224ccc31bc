import type { Client } from './organisation.ts';
import type { planting } from './planted.ts';

type Planting = ReturnType<typeof planting>;

/** From a record about an adult: what its case manager makes of it, below the threshold. */
export async function judgementTyped({ press }: Planting, manager: Client): Promise<void> {
  await manager.press('Judge by the threshold');
  await press(manager, 'Save the judgement', { limbs: '', outcome: 'not-met' });
}

/** What was kept of it turns out to be more. */
export async function allegationTyped({ press }: Planting, manager: Client): Promise<void> {
  await manager.say('low-level');
  if (manager.titles().includes('Open')) await manager.press('Open');
  const [open = ''] = manager.titles().filter((title) => title.startsWith('Open '));
  await manager.press(open);
  await press(manager, 'It is an allegation');
}
