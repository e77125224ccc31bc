import { join } from 'node:path';
import type { Card } from '../../src/cards/model.ts';
import { openPage } from './chromium.ts';

interface Named {
  readonly name: string;
  readonly card: Card;
}

export interface Drawn {
  readonly name: string;
  /** What the renderer library says of it. */
  readonly warnings: readonly string[];
  /** What stands out of the card, or is cut, at this width. */
  readonly cut: readonly string[];
}

const LIBRARY = join(process.cwd(), 'node_modules/adaptivecards/dist/adaptivecards.min.js');

/** Near enough to what Teams does with the same library: six actions, rows that break, no markup of ours. */
const HOST = {
  fontFamily: 'Segoe UI, Helvetica Neue, Arial, sans-serif',
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  inputs: { label: { requiredInputs: { suffix: ' *', suffixColor: 'attention' } } },
  containerStyles: {
    emphasis: { backgroundColor: '#f0f0f0' },
    attention: { backgroundColor: '#fbe9e7' },
    warning: { backgroundColor: '#fdf3d8' },
    good: { backgroundColor: '#e6f4e6' },
  },
};
const STYLE = `
  body { margin: 0; font: 14px Helvetica Neue, Arial, sans-serif; background: #fff; }
  .frame { box-sizing: border-box; overflow: visible; border-bottom: 4px solid #8a8; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-pushButton { padding: 6px 12px; max-width: 100%; border: 1px solid #888; border-radius: 4px; background: #fff; }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { color: #b3261e; }
  .ac-input { box-sizing: border-box; max-width: 100%; font: inherit; }
  .ac-input.ac-textInput { width: 100%; padding: 6px; }
  .ac-input.ac-multiline { min-height: 60px; }
`;

/** Runs in the page: draws each card in a frame of its own. */
const DRAW = `(named, host) => {
  // The one piece of Markdown that our cards use.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    result.outputHtml = plain.replaceAll(/\\*\\*([^*]+)\\*\\*/g, '<b>$1</b>').replaceAll('\\n', '<br>');
    result.didProcess = true;
  };
  document.body.replaceChildren();
  return named.map(({ name, card }) => {
    const frame = document.createElement('div');
    frame.className = 'frame';
    frame.id = name;
    document.body.append(frame);
    const { lang, ...rest } = card;
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(host);
    const context = new AdaptiveCards.SerializationContext();
    drawn.parse(rest, context);
    const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n));
    drawn.render(frame);
    const warnings = [...events, ...drawn.validateProperties().validationEvents].map((each) => each.message);
    const edge = frame.getBoundingClientRect().right + 1;
    const cut = [...frame.querySelectorAll('*')].flatMap((each) => {
      const out = each.getBoundingClientRect().right > edge || each.getBoundingClientRect().left < -1;
      const isShort = each.tagName === 'BUTTON' || each.classList.contains('ac-textBlock');
      const isCut = isShort && [each, ...each.children].some((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0);
      return out || isCut ? [each.className + ': ' + (each.textContent ?? '').slice(0, 60)] : [];
    });
    return { name, warnings, cut };
  });
}`;

/** One page of Chromium with Microsoft's own renderer in it. */
export async function openCardPage() {
  const { page, close } = await openPage();
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (fault) => heard.push(fault.message));
  await page.setContent(`<!doctype html><html lang="en-GB"><style>${STYLE}</style><body></body></html>`);
  await page.addScriptTag({ path: LIBRARY });
  return {
    heard,
    close,
    async draw(named: readonly Named[], width: number): Promise<readonly Drawn[]> {
      await page.setViewportSize({ width, height: 900 });
      const call = `(${DRAW})(${JSON.stringify(named)}, ${JSON.stringify(HOST)})`;
      return (await page.evaluate(call)) as readonly Drawn[];
    },
    picture: (name: string, path: string) => page.locator(`.frame[id="${name}"]`).screenshot({ path }),
  };
}
