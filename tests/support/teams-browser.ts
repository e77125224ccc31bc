import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/**
 * Microsoft's local Teams client, used as a person would: by what is written on the screen. Seen in its DOM
 * (0.2.28): inputs do not carry the ids of the card, so they are named by their label or placeholder; a card
 * replaced by an answer keeps its DOM nodes; in a channel the newest post is on top, elsewhere the newest is last.
 */
export interface TeamsBrowser {
  /** Sends a message; in a channel, a new post that mentions the bot (picked from the "@" list). */
  say(text: string): Promise<void>;
  /** The text of the newest card in the open chat. */
  lastCard(): Promise<string>;
  /** The text of the newest card that has this button. */
  cardText(button: string): Promise<string>;
  /** Every word in the open chat, for "must not appear" assertions. */
  chatText(): Promise<string>;
  /** Presses an Action.Execute, waits until the bot's answer is on the screen, and returns the line below the card. */
  press(title: string): Promise<string>;
  /** Presses a button that sends nothing: show a card, reveal, or a send that a required input holds back. */
  click(title: string): Promise<void>;
  /** Text, number, date (YYYY-MM-DD) or time (HH:MM), by label or placeholder. */
  fill(label: string, value: string): Promise<void>;
  /** One option of a drop-down, of radio buttons or of a multi-select drop-down. */
  choose(label: string, option: string): Promise<void>;
  /** A toggle, or one option of a multi-select list of boxes, by its own words. */
  tick(label: string): Promise<void>;
  openChat(chat: 'personal' | (string & {})): Promise<void>;
  waitForText(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

const WAIT_MS = 15_000;
const CARD = '.ac-preview-panel > .ac-adaptiveCard';
const LIST_OF_CHATS = 'Chat and Teams Channel';
const DISMISS = '[aria-label="Dismiss Invoke Message"]';

// The client shows each answer as a line below its card. Lines are counted as they appear, because an update of
// the message by the bot takes the line away again.
const COUNT_ANSWERS = `
  globalThis.answerLines = [];
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node.querySelector?.('${DISMISS}')) globalThis.answerLines.push(node.innerText.trim().split('\\n').at(-1));
  }).observe(document, { childList: true, subtree: true });
`;
const DISMISS_ALL = `document.querySelectorAll('${DISMISS}').forEach((button) => button.click()); answerLines.length`;

let shared: { readonly browser: Promise<Browser>; open: number } | undefined;

async function newPage(): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
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
  // The client asks an outside server for a typeface.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await context.addInitScript(COUNT_ANSWERS);
  const close = async (): Promise<void> => {
    await context.close();
    mine.open -= 1;
    if (mine.open > 0) return;
    if (shared === mine) shared = undefined;
    await browser.close();
  };
  return { page: await context.newPage(), close };
}

/** Opens a client. All share one browser, which ends when the last of them is closed. */
export async function openTeamsClient(url: string): Promise<TeamsBrowser> {
  const { page, close } = await newPage();
  await page.goto(url);
  await page.locator('[contenteditable]').first().waitFor();
  // The log panel repeats every word that is sent, and would answer for the chat.
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  const chats = page.getByRole('region', { name: LIST_OF_CHATS });
  const pane = chats.locator('xpath=../../following-sibling::*[1]');
  const post = page.getByRole('button', { name: 'Post', exact: true });
  const inChannel = (): Promise<boolean> => post.isVisible();

  const newestOf = async (cards: Locator): Promise<Locator> => {
    const posts = page.locator('.fui-Card[role=group]').filter({ has: cards });
    await cards.first().waitFor();
    return (await inChannel()) ? posts.first().locator(cards).last() : cards.last();
  };
  const cards = page.locator(CARD);
  const cardWith = (part: Locator): Promise<Locator> => newestOf(cards.filter({ has: part }));
  const button = (title: string): Locator => page.getByRole('button', { name: title, exact: true });
  const inCard = async (part: Locator): Promise<Locator> => (await cardWith(part)).locator(part).first();

  const field = (label: string): Locator =>
    page.getByLabel(named(label)).or(page.getByPlaceholder(label, { exact: true }));

  const press = async (title: string): Promise<string> => {
    const target = await inCard(button(title));
    await target.waitFor();
    const before = Number(await page.evaluate(DISMISS_ALL));
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/_conversation/v1/invoke')),
      target.click(),
    ]);
    if (!response.ok()) throw new Error(`The bot answered "${title}" with HTTP ${response.status()}.`);
    await page.waitForFunction(`answerLines.length > ${before}`);
    return String(await page.evaluate('answerLines.at(-1)'));
  };

  return {
    async say(text) {
      const editor = page.locator('[contenteditable]').first();
      if (!(await inChannel())) {
        await editor.fill(text);
        return page.getByRole('button', { name: 'Send Message' }).last().click();
      }
      await editor.click();
      await page.keyboard.type('@');
      // The bot is the first of the people it offers.
      await page.getByRole('listbox', { name: 'Typeahead menu' }).getByRole('menuitem').first().click();
      await page.keyboard.type(` ${text}`);
      await post.click();
    },
    lastCard: async () => (await newestOf(cards)).innerText(),
    cardText: async (title) => (await cardWith(button(title))).innerText(),
    chatText: () => pane.innerText(),
    press,
    click: async (title) => (await inCard(button(title))).click(),
    async fill(label, value) {
      const input = await inCard(field(label));
      await input.fill(value);
      if ((await input.getAttribute('role')) !== 'combobox') return;
      // Dates and times are taken on Enter; the calendar then has to be closed.
      await input.press('Enter');
      await page.keyboard.press('Escape');
    },
    async choose(label, option) {
      const dropDown = page.getByRole('combobox', { name: named(label) });
      const radios = page.getByRole('radiogroup', { name: named(label) });
      const input = await inCard(dropDown.or(radios));
      if ((await input.getAttribute('role')) === 'radiogroup')
        return input.getByRole('radio', { name: option, exact: true }).check();
      await input.click();
      await page.getByRole('option', { name: option, exact: true }).click();
      await page.keyboard.press('Escape');
    },
    tick: async (label) =>
      (await inCard(page.locator(`input[type=checkbox][aria-label=${JSON.stringify(label)}]`))).check(),
    async openChat(chat) {
      const name = chat === 'personal' ? 'Personal Chat' : new RegExp(` - ${escaped(chat)}$`);
      await chats.getByRole('treeitem', { name }).click();
      await (chat === 'personal'
        ? page.getByRole('button', { name: 'Send Message' }).last()
        : post
      ).waitFor();
    },
    waitForText: (text) => pane.getByText(text).first().waitFor(),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    close,
  };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

// A required input's label ends in a star.
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}\\s*\\*?\\s*$`);
