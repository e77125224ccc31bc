import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

const run = promisify(execFile);
const manifest = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url);

// With these two, Chromium can show one page only.
const ONE_PAGE_ONLY = ['--single-process', '--no-zygote'];
const WAIT_MS = 30_000;
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * The package unpacks straight to its final place and takes a half-written file for a finished one, so two test
 * processes on a fresh machine would break each other. Here each unpacks apart, and the first to rename wins.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const home = join(tmpdir(), `signpost-chromium-${version}`);
  const binary = join(home, 'chromium');
  if (existsSync(binary)) return binary;
  const apart = await mkdtemp(`${home}-`);
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const inline = ['--input-type=module', '--eval', script];
  await run(process.execPath, inline, { env: { ...process.env, TMPDIR: apart } });
  try {
    await rename(apart, home);
  } catch (cause) {
    await rm(apart, { recursive: true, force: true });
    if (!existsSync(binary)) throw cause;
  }
  return binary;
}

/** A headless Chromium from the npm package: nothing is downloaded, nothing needs to be installed. */
async function launchChromium(): Promise<Browser> {
  const args = [...chromium.args.filter((one) => !ONE_PAGE_ONLY.includes(one)), ...QUIET];
  return playwright.launch({ executablePath: await unpack(), args, headless: true });
}

let shared: { readonly browser: Promise<Browser>; open: number } | undefined;

/** A page of its own, apart from all others, in one browser that ends when the last page is closed. */
export async function openPage(): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  shared ??= { browser: launchChromium(), open: 0 };
  const mine = shared;
  mine.open += 1;
  const browser = await mine.browser;
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 1000 },
  });
  context.setDefaultTimeout(WAIT_MS);
  // Tests need no network: Microsoft's client, for one, asks an outside server for a typeface.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const close = async (): Promise<void> => {
    await context.close();
    mine.open -= 1;
    if (mine.open > 0) return;
    if (shared === mine) shared = undefined;
    await browser.close();
  };
  return { page: await context.newPage(), close };
}
