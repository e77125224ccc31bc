import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamsBrowser } from './teams-browser.ts';

const FOLDER = join(process.cwd(), 'docs', 'screens');

/** Pictures for the manual are taken only when somebody wants new ones: `SCREENS=1`. */
export const wantsScreens = process.env.SCREENS === '1';

export const screenFile = (name: string): string => join(FOLDER, `${name}.png`);

/** A picture of this window under `docs/screens/`, when they are wanted. */
export async function picture(window: TeamsBrowser, name: string): Promise<void> {
  if (!wantsScreens) return;
  mkdirSync(FOLDER, { recursive: true });
  await window.picture(screenFile(name));
}
