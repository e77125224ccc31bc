import { readFileSync } from 'node:fs';

export interface Registered {
  readonly id: string;
  readonly pack: string;
  readonly capability: string;
  readonly requirement: string;
}

/** Every obligation of the five policies that concerns worries. */
export const REGISTERED: readonly Registered[] = JSON.parse(
  readFileSync('tests/obligations/register.json', 'utf8'),
);
