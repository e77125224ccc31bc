import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Json } from '../../src/application/ports.ts';
import { briefOf } from '../../src/domain/case/brief.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import { PersonId, SiteId } from '../../src/domain/ids.ts';
import { chooseProcedures } from '../../src/domain/policy/procedure.ts';
import { openSqliteStore } from '../../src/storage/sqlite/store.ts';
import * as say from '../support/case-commands.ts';
import { minute } from '../support/case-parts.ts';
import { history, stateAfter } from '../support/given.ts';
import { change, recordId } from '../support/records.ts';
import { sampleSchool } from '../support/sample-school.ts';
import { freshFolder, organisation, sealed } from '../support/stores.ts';
import { median, type Row, round } from './numbers.ts';

export const DESK_VIEWER = PersonId.parse('p-iris');
/** Reported over three years, up to the morning on which somebody looks. */
const BETWEEN_MINUTES = 150;
const AT_ONCE = 250;
const OPEN = 300;

const DeskCost = z.object({
  first: z.number(),
  firstCpu: z.number(),
  next: z.number(),
  nextCpu: z.number(),
  bytes: z.int(),
});
export type DeskCost = z.infer<typeof DeskCost>;

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** The nth of many: all but a few closed, every fifth of those owned by whoever looks. */
function nth(state: CaseState, n: number, cases: number): CaseState {
  const at = minute(-n * BETWEEN_MINUTES);
  const children = state.children.map((child) => ({ ...child, name: `Invented Child ${n}` }));
  const base = { ...state, reportedAt: at, children };
  if (n % Math.ceil(cases / OPEN) !== 0)
    return { ...base, progress: { status: 'closed', by: state.reporter, at, line: '' } };
  if (n % 5 !== 0) return base;
  return { ...base, progress: { status: 'owned', owner: DESK_VIEWER, at, late: false } };
}

/** As many sealed cases as that, each with a brief as a case of the sample school has it. */
export async function fill(folder: string, cases: number): Promise<void> {
  const store = sealed(openSqliteStore({ folder, organisation }));
  const { deps } = await sampleSchool({ store });
  const begun = stateAfter(history(say.report()));
  if (begun === undefined) throw new Error('The bench has no case to begin with');
  const procedures = chooseProcedures(deps.policy, { harm: ['told', 'mark'] });
  const plan = {
    ...begun.plan,
    leads: [...deps.policy.leads],
    procedures: procedures.map(({ id, name, source }) => ({ id, name, why: source })),
  };
  const state = { ...begun, site: SiteId.parse('fernhill'), plan };
  const tokens = [deps.keyring.token('site', state.site)];
  for (let from = 0; from < cases; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, cases - from) }, (_, n) => from + n);
    await Promise.all(
      numbers.map((n) => {
        const one = nth(state, n, cases);
        return store.commit(
          change(recordId((n * 7_368_787) % 10_000_019), 0, {
            status: one.progress.status === 'closed' ? 'closed' : 'open',
            tokens,
            body: json({ kind: 'case', state: one }),
            brief: json(briefOf(one, deps.calendar)),
          }),
        );
      }),
    );
  }
  await store.close();
}

function once(folder: string, what: string): DeskCost {
  const script = join(import.meta.dirname, 'desk-once.ts');
  const told = execFileSync(process.execPath, ['--no-warnings', script, folder, what], { encoding: 'utf8' });
  return DeskCost.parse(JSON.parse(told));
}

/** What a lead's Today, home and list of cases cost over this many sealed cases in SQLite: the first in a process, and the next. */
export async function deskCosts(cases: number, rounds: number): Promise<readonly Row[]> {
  const folder = freshFolder();
  try {
    await fill(folder, cases);
    return ['today', 'home', 'cases', 'filtered'].map((what): Row => {
      const runs = Array.from({ length: rounds }, () => once(folder, what));
      const of = (key: keyof DeskCost, digits = 0) => round(median(runs.map((run) => run[key])), digits);
      return {
        what: `${what}, ${cases} cases`,
        'next ms (aim 300)': of('next', 1),
        'its CPU ms': of('nextCpu'),
        'first ms (aim 300)': of('first', 1),
        'CPU ms': of('firstCpu'),
        'card KB': round(of('bytes') / 1024, 1),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
