import type { Locator, Page } from 'playwright-core';
import { openPage } from './chromium.ts';
import { takePicture } from './teams-picture.ts';

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
  /**
   * Presses an Action.Execute and waits until the bot's answer is on the screen. Returns the line that the client
   * shows below the card (its own for a card, the bot's for a message or an error), and dismisses it. `on`: words of the
   * card, where a newer one has a button alike.
   */
  press(title: string, on?: string): Promise<string>;
  /** Presses a button that sends nothing: show a card, reveal, or a send that a required input holds back. */
  click(title: string): Promise<void>;
  /** Where a button leads that opens an address: it is pressed, and nothing is opened. */
  linkOf(title: string): Promise<string>;
  /** Text, number, date (YYYY-MM-DD) or time (HH:MM), by label or placeholder. */
  fill(label: string, value: string): Promise<void>;
  /** One option of a drop-down or of radio buttons. */
  choose(label: string, option: string): Promise<void>;
  /** A toggle, or one option of a multi-select list of boxes, by its own words. */
  tick(label: string): Promise<void>;
  /** The text that stands in an input now. */
  valueOf(label: string): Promise<string>;
  openChat(chat: 'personal' | (string & {})): Promise<void>;
  waitForText(text: string): Promise<void>;
  /** How many elements of the newest card fit a CSS selector. */
  countInCard(selector: string): Promise<number>;
  /** A press that reaches the bot twice at the same moment, as a nervous double tap on a slow line does. */
  pressTwice(title: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** A picture for the manual: the open chat, as tall as its newest card needs. */
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  readonly make: () => Promise<void>;
  readonly stands: () => Promise<boolean>;
}

const CARD = '.ac-preview-panel > .ac-adaptiveCard';
const DISMISS = '[aria-label="Dismiss Invoke Message"]';

// The client shows each answer as a line below its card. Lines are noted as they appear, because an update of the
// message by the bot takes the line away again.
const NOTE_ANSWERS = `
  globalThis.answerLines = [];
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node.querySelector?.('${DISMISS}')) globalThis.answerLines.push(node.innerText.trim().split('\\n').at(-1));
  }).observe(document, { childList: true, subtree: true });
`;
// Dismissing empties every input of the card, so it is done before anybody types, not before the next press.
const DISMISS_ALL = `document.querySelectorAll('${DISMISS}').forEach((button) => button.click())`;

/**
 * Lets the messages that arrive wait while something is done. The client (0.2.28) drops the answer to a post when
 * it arrives before the client has taken note of its own post, and a bot in the same process is that fast.
 */
async function holdableMessages(page: Page): Promise<(until: () => Promise<void>) => Promise<void>> {
  let held: Promise<void> = Promise.resolve();
  await page.routeWebSocket(/_ws_conversation/, (client) => {
    const server = client.connectToServer();
    server.onMessage(async (message) => {
      await held;
      client.send(message);
    });
  });
  return async (until) => {
    let release = (): void => {};
    held = new Promise((done) => {
      release = done;
    });
    await until().finally(release);
  };
}

/** Opens a client. All share one browser, which ends when the last of them is closed. */
export async function openTeamsClient(url: string): Promise<TeamsBrowser> {
  const { page, close } = await openPage();
  const holdMessages = await holdableMessages(page);
  await page.addInitScript(NOTE_ANSWERS);
  await page.goto(url);
  await page.locator('[contenteditable]').first().waitFor();
  // The log panel repeats every word that is sent, and would answer for the chat.
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  const chats = page.getByRole('region', { name: 'Chat and Teams Channel' });
  const pane = chats.locator('xpath=../../following-sibling::*[1]');
  const post = page.getByRole('button', { name: 'Post', exact: true });
  const inChannel = (): Promise<boolean> => post.isVisible();
  const send = page.getByRole('button', { name: 'Send Message' }).last();

  const posts = pane.locator('.fui-Card[role=group]');
  const cards = page.locator(CARD);
  const newestOf = async (some: Locator): Promise<Locator> => {
    await some.first().waitFor();
    return (await inChannel()) ? posts.filter({ has: some }).first().locator(some).last() : some.last();
  };
  const cardWith = (part: Locator): Promise<Locator> => newestOf(cards.filter({ has: part }));
  const inCard = async (part: Locator): Promise<Locator> => (await cardWith(part)).locator(part).first();
  const button = (title: string): Locator => page.getByRole('button', { name: title, exact: true });
  const field = (label: string): Promise<Locator> =>
    inCard(page.getByLabel(named(label)).or(page.getByPlaceholder(label, { exact: true })));

  // A message that arrives in the open chat empties every input (0.2.28), so what was entered is looked at again
  // before it is sent, as a person would.
  let entries: Entry[] = [];
  const enter = async (entry: Entry): Promise<void> => {
    await entry.make();
    entries.push(entry);
  };
  const enterAgainWhatWasLost = async (): Promise<void> => {
    for (const { make, stands } of entries) if (!(await stands())) await make();
    entries = [];
  };

  return {
    async say(text) {
      entries = [];
      const editor = page.locator('[contenteditable]').first();
      if (!(await inChannel())) {
        await editor.fill(text);
        return send.click();
      }
      await editor.click();
      await page.keyboard.type('@');
      // The bot is the first of those it offers.
      await page.getByRole('listbox', { name: 'Typeahead menu' }).getByRole('menuitem').first().click();
      await page.keyboard.type(` ${text}`);
      const before = await posts.count();
      await holdMessages(async () => {
        await post.click();
        await posts.nth(before).waitFor();
      });
    },
    lastCard: async () => (await newestOf(cards)).innerText(),
    cardText: async (title) => (await cardWith(button(title))).innerText(),
    chatText: () => pane.innerText(),
    async press(title, on = '') {
      await enterAgainWhatWasLost();
      const meant = await newestOf(cards.filter({ has: button(title), hasText: on }));
      const target = meant.locator(button(title)).first();
      const before = Number(await page.evaluate('answerLines.length'));
      const [response] = await Promise.all([
        page.waitForResponse((one) => one.url().endsWith('/_conversation/v1/invoke')),
        target.click(),
      ]);
      if (!response.ok()) throw new Error(`The bot answered "${title}" with HTTP ${response.status()}.`);
      await page.waitForFunction(`answerLines.length > ${before}`);
      const line = String(await page.evaluate('answerLines.at(-1)'));
      await page.evaluate(DISMISS_ALL);
      return line;
    },
    click: async (title) => (await inCard(button(title))).click(),
    async linkOf(title) {
      await page.evaluate('globalThis.open = (url) => { globalThis.opened = String(url); return null; }');
      await (await inCard(page.getByRole('link', { name: title, exact: true }))).click();
      return String(await page.evaluate('globalThis.opened'));
    },
    fill: (label, value) =>
      enter({
        async make() {
          const input = await field(label);
          await input.fill(value);
          if ((await input.getAttribute('role')) !== 'combobox') return;
          // Dates and times are taken on Enter; the calendar then has to be closed.
          await input.press('Enter');
          await page.keyboard.press('Escape');
        },
        stands: async () => (await (await field(label)).inputValue()) !== '',
      }),
    choose(label, option) {
      const radios = page.getByRole('radiogroup', { name: named(label) });
      const either = (): Promise<Locator> =>
        inCard(page.getByRole('combobox', { name: named(label) }).or(radios));
      const isRadio = async (input: Locator): Promise<boolean> =>
        (await input.getAttribute('role')) === 'radiogroup';
      const radio = (input: Locator): Locator => input.getByRole('radio', { name: option, exact: true });
      return enter({
        async make() {
          const input = await either();
          if (await isRadio(input)) return radio(input).check();
          await input.click();
          const several = page.getByRole('menuitemcheckbox', { name: option, exact: true });
          const one = page.getByRole('option', { name: option, exact: true });
          await one.or(several).click();
          // A list of several stays open.
          await page.keyboard.press('Escape');
        },
        async stands() {
          const input = await either();
          return (await isRadio(input)) ? radio(input).isChecked() : (await input.inputValue()) === option;
        },
      });
    },
    tick(label) {
      const box = (): Promise<Locator> =>
        inCard(page.locator(`input[type=checkbox][aria-label=${JSON.stringify(label)}]`));
      return enter({
        make: async () => (await box()).check(),
        stands: async () => (await box()).isChecked(),
      });
    },
    valueOf: async (label) => (await field(label)).inputValue(),
    async openChat(chat) {
      entries = [];
      const name = chat === 'personal' ? 'Personal Chat' : new RegExp(` - ${escaped(chat)}$`);
      await chats.getByRole('treeitem', { name }).click();
      await (chat === 'personal' ? send : post).waitFor();
    },
    waitForText: (text) => pane.getByText(text).first().waitFor(),
    countInCard: async (selector) => (await newestOf(cards)).locator(selector).count(),
    async pressTwice(title) {
      await enterAgainWhatWasLost();
      const invoke = '**/_conversation/v1/invoke';
      await page.route(
        invoke,
        async (route) => {
          const [, answer] = await Promise.all([route.fetch(), route.fetch()]);
          await route.fulfill({ response: answer });
        },
        { times: 1 },
      );
      const before = Number(await page.evaluate('answerLines.length'));
      await (await inCard(button(title))).click();
      await page.waitForFunction(`answerLines.length > ${before}`);
      await page.evaluate(DISMISS_ALL);
    },
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    picture: async (path) => takePicture(page, await newestOf(cards), { path, isChannel: await inChannel() }),
    close,
  };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The label of a required input ends in a star.
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}\\s*\\*?\\s*$`);
