import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { freshFolder } from '../support/stores.ts';
import { type Row, round } from './numbers.ts';

const PassCost = z.object({
  looks: z.int(),
  rows: z.int(),
  reads: z.int(),
  bytes: z.int(),
  directory: z.int(),
  directoryBytes: z.int(),
  directoryMs: z.number(),
  writes: z.int(),
  cards: z.int(),
  ms: z.number(),
  cpuMs: z.number(),
});
export type PassCost = z.infer<typeof PassCost>;

function passOver(people: number, due: number): Row {
  const folder = freshFolder();
  const script = join(import.meta.dirname, 'pass-once.ts');
  const ask = (what: string): string =>
    execFileSync(process.execPath, ['--no-warnings', script, what, folder, String(people), String(due)], {
      encoding: 'utf8',
    });
  try {
    ask('seed');
    const cost = PassCost.parse(JSON.parse(ask('look')));
    return {
      'people in the store': people,
      'cards sent': cost.cards,
      'looks at the index': cost.looks,
      'due rows read': cost.rows,
      'records read': cost.reads,
      KB: round(cost.bytes / 1024, 0),
      writes: cost.writes,
      'directory read': cost.directory,
      'its MB': round(cost.directoryBytes / 2 ** 20),
      'its ms': round(cost.directoryMs),
      'wall ms': round(cost.ms, 0),
      'CPU ms': round(cost.cpuMs, 0),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a pass reads when so many are due, of few people and of many. */
export const passCosts = (sizes: readonly number[], due: number): readonly Row[] =>
  sizes.map((people) => passOver(people, due));
