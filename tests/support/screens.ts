import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './chromium.ts';
import type { TeamsBrowser } from './teams-browser.ts';

const FOLDER = join(process.cwd(), 'docs', 'screens');

/** Pictures for the manual are taken only when somebody wants new ones: `SCREENS=1`. */
const wantsScreens = process.env.SCREENS === '1';

const screenFile = (name: string): string => join(FOLDER, `${name}.png`);

/** A picture of this window under `docs/screens/`, when they are wanted. */
export async function picture(window: TeamsBrowser, name: string): Promise<void> {
  if (!wantsScreens) return;
  mkdirSync(FOLDER, { recursive: true });
  await window.picture(screenFile(name));
}

const PAGE = { width: 1100, height: 860 } as const;

const half = ({ name, title }: Half): string => `
  <figure>
    <figcaption>${title}</figcaption>
    <div style="background-image: url(data:image/png;base64,${readFileSync(screenFile(name)).toString('base64')})"></div>
  </figure>`;

interface Half {
  readonly name: string;
  readonly title: string;
}

/** Two pictures beside each other, without the lists of chats, as one. */
export async function sideBySide(name: string, left: Half, right: Half): Promise<void> {
  if (!wantsScreens) return;
  const { page, close } = await openPage();
  try {
    await page.setViewportSize(PAGE);
    await page.setContent(`<style>
      body { margin: 0; display: flex; font: 600 17px system-ui, sans-serif; background: #e8e8ee; }
      figure { margin: 14px 7px; flex: 1; }
      figcaption { padding: 0 4px 10px; }
      div { height: 780px; border-radius: 8px; background: #fff -272px 0 no-repeat; }
    </style>${half(left)}${half(right)}`);
    await page.screenshot({ path: screenFile(name) });
  } finally {
    await close();
  }
}
