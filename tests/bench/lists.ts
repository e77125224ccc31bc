import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Json, Store } from '../../src/application/ports.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import { change, recordId } from '../support/records.ts';
import { freshFolder, organisation, sealed } from '../support/stores.ts';
import { median, type Row, round } from './numbers.ts';

export type ListCost = z.infer<typeof ListCost>;
const ListCost = z.object({
  listed: z.int(),
  briefs: z.int(),
  cold: z.number(),
  coldCpu: z.number(),
  warm: z.number(),
  warmCpu: z.number(),
  longest: z.number(),
  mb: z.number(),
});

export const BENCH_TOKEN = 'site-of-the-bench';
const STATE_BYTES = 15_000;
const OPEN = 300;
const AT_ONCE = 250;

const brief = (n: number): Json => ({
  kind: 'case',
  reference: `BENCH-${n}`,
  site: 'main',
  children: [{ person: `p-child-${n}`, name: 'Robin Sample', group: '8B' }],
  category: ['neglect', 'online'],
  urgency: 'today',
  reportedAt: '2026-11-21T14:05:00.000Z',
  changedAt: '2026-11-22T09:15:00.000Z',
  lead: 'p-iris',
  waitingFor: [{ step: 'speak-to-family', who: 'p-ada', by: '2026-11-23T15:00:00.000Z' }],
  next: 'Speak to the family, and write down what they say in their own words. '.repeat(4),
});

/** Ids as the keyring makes them: in no order. */
const scattered = (n: number) => recordId((n * 7_368_787) % 10_000_019);

async function fill(store: Store, cases: number): Promise<void> {
  const state = 'What happened, who was there and what was said. '.repeat(STATE_BYTES / 48);
  for (let from = 0; from < cases; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, cases - from) }, (_, n) => from + n);
    await Promise.all(
      numbers.map((n) =>
        store.commit(
          change(scattered(n), 0, {
            status: n % Math.ceil(cases / OPEN) === 0 ? 'open' : 'closed',
            tokens: [BENCH_TOKEN, `reporter-${n % 200}`, `child-${n}`],
            body: { kind: 'case', n, state },
            brief: brief(n),
            events: [[1, { type: 'Reported', n }]],
          }),
        ),
      ),
    );
  }
}

function once(folder: string, which: 'token' | 'open'): ListCost {
  const script = join(import.meta.dirname, 'lists-once.ts');
  const told = execFileSync(process.execPath, ['--no-warnings', script, folder, which], { encoding: 'utf8' });
  return ListCost.parse(JSON.parse(told));
}

/** What a list costs over this many sealed cases in SQLite: the first in a process, and the next ones. */
export async function listCosts(cases: number, rounds: number): Promise<readonly Row[]> {
  const folder = freshFolder();
  try {
    const store = sealed(openSqliteStore({ folder, organisation }));
    await fill(store, cases);
    await store.close();
    return (['token', 'open'] as const).map((which): Row => {
      const runs = Array.from({ length: rounds }, () => once(folder, which));
      const of = (key: keyof ListCost, digits = 0) => round(median(runs.map((run) => run[key])), digits);
      return {
        what: which === 'token' ? `one site of ${cases} cases, by token` : 'the open cases among them',
        briefs: of('briefs'),
        'first ms (aim 300)': of('cold', 1),
        'CPU ms': of('coldCpu'),
        'next ms (aim 60)': of('warm', 1),
        'its CPU ms': of('warmCpu'),
        'longest turn ms': of('longest', 1),
        'RSS MB': of('mb'),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
