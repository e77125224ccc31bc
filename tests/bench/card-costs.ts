import { join } from 'node:path';
import { stamper } from '../../src/application/sign.ts';
import { cardsFrom } from '../../src/cards/catalog.ts';
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

/** What filling, checking and signing each card takes, and drawing it for Slack with the check of Slack's limits. */
export function cardCosts(times: number): readonly Row[] {
  const files = loadCards(join(process.cwd(), 'cards'));
  const cards = cardsFrom(files, stamper(testKeyring, { random: () => 'AAAAAAAAAAAAAAAAAAAAAA' }));
  const found = Object.entries(files.documents).map(([name, document]) => {
    const slots = sampleSlots(document);
    const card = cards.show(name, slots);
    const draw = () => {
      const drawn = name === 'home' ? homeView(card) : name.endsWith('-message') ? messageBlocks(card) : modalView(card);
      const [first] = findings(drawn);
      if (first !== undefined) throw new Error(`Slack would refuse the sample of ${name}: ${first}`);
    };
    return {
      card: name,
      bytes: Buffer.byteLength(JSON.stringify(card)),
      fill: cost(times, () => cards.show(name, slots)),
      slack: cost(times, draw),
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
    row(
      `median of ${found.length}`,
      median(found.map(({ bytes }) => bytes)),
      median(found.map(({ fill }) => fill)),
      median(found.map(({ slack }) => slack)),
    ),
  ];
}
