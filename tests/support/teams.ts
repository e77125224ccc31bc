import { readFileSync } from 'node:fs';
import type { Card } from '../../src/cards/model.ts';

/** What Teams sent once, with invented people. */
export const payload = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`tests/payloads/teams/${name}.json`, 'utf8'));

export const TENANT = '00000000-0000-0000-0000-000000000001';
export const CHANNEL = '19:leads0000000000000000000000000001@thread.tacv2';

export const cardSaying = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: `In short: ${text}`,
  body: [{ type: 'TextBlock', text }],
});

/** What stands in the words that compose takes from `cards/`. */
export const WORDS = {
  comesByMessage: 'See your own chat.',
  nothingHere: 'There is nothing here for you.',
  fault: cardSaying('That did not work.'),
};
