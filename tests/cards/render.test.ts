import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../src/cards/model.ts';
import { openCardPage } from '../support/card-page.ts';
import { shown } from './samples.ts';

/** `SCREENS=1` takes a picture of every card, to look at. */
const wantsPictures = process.env.SCREENS === '1';
const FOLDER = join(process.cwd(), 'docs/screens/cards');

let page: Awaited<ReturnType<typeof openCardPage>>;
beforeAll(async () => {
  page = await openCardPage();
});
afterAll(() => page.close());

describe.each([
  ['a phone', 390],
  ['a desk', 800],
])('drawn as on %s', (_, width) => {
  it('no card has anything to complain of, and nothing of it is cut', async () => {
    const drawn = await page.draw(shown, width);
    expect(drawn.map(({ name }) => name)).toEqual(shown.map(({ name }) => name));
    expect(drawn.filter(({ warnings, cut }) => warnings.length > 0 || cut.length > 0)).toEqual([]);
    expect(page.heard).toEqual([]);
    if (!wantsPictures) return;
    mkdirSync(FOLDER, { recursive: true });
    for (const { name } of shown) await page.picture(name, join(FOLDER, `${name}-${width}.png`));
  }, 120_000);
});

describe('what is looked for (controls)', () => {
  const cardOf = (element: unknown): Card =>
    ({ type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', body: [element] }) as Card;

  it('is found: a button whose words do not fit, a line that does not break, an element nobody knows', async () => {
    const title = 'Words that go on and on past the edge of any telephone that there is today';
    const press = { type: 'Action.Execute', title, verb: 'x', data: {} };
    const named = [
      { name: 'button', card: cardOf({ type: 'ActionSet', actions: [press] }) },
      { name: 'line', card: cardOf({ type: 'TextBlock', text: title }) },
      { name: 'unknown', card: cardOf({ type: 'Picture' }) },
      { name: 'fine', card: cardOf({ type: 'TextBlock', text: title, wrap: true }) },
    ];
    const [button, line, unknown, fine] = await page.draw(named, 390);
    expect(button?.cut).not.toEqual([]);
    expect(line?.cut).not.toEqual([]);
    expect(unknown?.warnings).not.toEqual([]);
    expect(fine).toEqual({ name: 'fine', warnings: [], cut: [] });
  });
});
