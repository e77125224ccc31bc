import { join } from 'node:path';
import { stamper } from '../../src/application/sign.ts';
import { cardsFrom } from '../../src/cards/catalog.ts';
import type { Card } from '../../src/cards/model.ts';
import { homeView, messageBlocks, modalView } from '../../src/channels/slack/render.ts';
import { findings } from '../../src/channels/slack/validate.ts';
import { loadCards } from '../../src/storage/files/load-cards.ts';
import { testKeyring } from '../support/stores.ts';
import { median, type Row, round } from './numbers.ts';
import { sampleSlots } from './sample-slots.ts';

const SLOWEST = 10;

/** Milliseconds of one call: the median of many. */
function cost(times: number, call: () => unknown): number {
  for (let n = 0; n < times; n += 1) call();
  const found = Array.from({ length: times }, () => {
    const from = performance.now();
    call();
    return performance.now() - from;
  });
  return median(found);
}

const drawn = (name: string, card: Card) => {
  if (name === 'home') return homeView(card);
  return name.endsWith('-message') ? messageBlocks(card) : modalView(card);
};

/** Why Slack could not show it. */
function faultIn(draw: () => readonly string[]): string | undefined {
  try {
    return draw()[0];
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'not drawn';
  }
}

/** What filling, checking and signing each card takes, and drawing it for Slack with the check of Slack's limits. */
export function cardCosts(times: number): readonly Row[] {
  const files = loadCards(join(process.cwd(), 'cards'));
  const cards = cardsFrom(files, stamper(testKeyring, { random: () => 'AAAAAAAAAAAAAAAAAAAAAA' }));
  const found = Object.entries(files.documents).map(([name, document]) => {
    const slots = sampleSlots(name, document);
    const card = cards.show(name, slots);
    const draw = () => findings(drawn(name, card));
    const wrong = faultIn(draw);
    return {
      card: name,
      bytes: Buffer.byteLength(JSON.stringify(card)),
      fill: cost(times, () => cards.show(name, slots)),
      slack: wrong === undefined ? cost(times, draw) : 0,
      wrong,
    };
  });
  const sorted = found.toSorted((a, b) => b.fill + b.slack - a.fill - a.slack);
  const row = (card: string, bytes: number, fill: number, slack: number): Row => ({
    card,
    bytes,
    'fill and sign ms': round(fill, 3),
    'draw for Slack ms': round(slack, 3),
  });
  return [
    ...sorted.slice(0, SLOWEST).map(({ card, bytes, fill, slack }) => row(card, bytes, fill, slack)),
    ...found.flatMap(({ card, wrong }) =>
      wrong === undefined ? [] : [{ card, 'not drawn for Slack': wrong }],
    ),
    row(
      `median of ${found.length}`,
      median(found.map(({ bytes }) => bytes)),
      median(found.map(({ fill }) => fill)),
      median(found.map(({ slack }) => slack)),
    ),
  ];
}
