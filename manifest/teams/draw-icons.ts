import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

// Draws color.png and outline.png from the SVG files beside this script:
// node_modules/.bin/node manifest/teams/draw-icons.ts
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
] as const;

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  // In one process the browser goes down with its first page.
  args: chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
});
try {
  for (const { name, size } of icons) {
    const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    const path = fileURLToPath(new URL(`${name}.png`, import.meta.url));
    await page.screenshot({ path, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
