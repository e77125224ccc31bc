import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { openPage } from './chromium.ts';
import type { TeamsBrowser } from './teams-browser.ts';

const run = promisify(execFile);
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

/** A picture of a page of ours as it stands, when they are wanted, as high as is said. */
export async function pagePicture(page: Page, name: string, height?: number): Promise<void> {
  if (!wantsScreens) return;
  const size = page.viewportSize();
  if (size !== null && height !== undefined) await page.setViewportSize({ ...size, height });
  await page.screenshot({ path: screenFile(name) });
  if (size !== null) await page.setViewportSize(size);
}

/**
 * The first pages of a PDF side by side, when they are wanted. Chromium without a window draws none, so this needs
 * poppler's `pdftoppm` on the machine.
 */
export async function pdfPicture(file: Uint8Array, name: string, pages: number): Promise<void> {
  if (!wantsScreens) return;
  const folder = await mkdtemp(join(tmpdir(), 'signpost-pages-'));
  const { page, close } = await openPage();
  try {
    await writeFile(join(folder, 'file.pdf'), file);
    await run('pdftoppm', [
      '-r',
      '110',
      '-l',
      `${pages}`,
      '-png',
      join(folder, 'file.pdf'),
      join(folder, 'page'),
    ]);
    const files = (await readdir(folder)).filter((each) => each.endsWith('.png')).toSorted();
    const images = files.map(
      (each) => `<img src="data:image/png;base64,${readFileSync(join(folder, each)).toString('base64')}">`,
    );
    await page.setViewportSize({ width: 16 + 636 * files.length, height: 909 });
    await page.setContent(`<style>
      body { margin: 0; padding: 16px; display: flex; gap: 16px; background: #d9dce1; box-sizing: border-box; }
      img { width: 620px; height: 877px; box-shadow: 0 1px 6px #0005; }
    </style>${images.join('')}`);
    await page.screenshot({ path: screenFile(name) });
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}
