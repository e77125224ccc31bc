import type { Directory } from '../../domain/people/directory.ts';
import { later } from '../../domain/time/working-time.ts';
import { type CaseRecord, DRILL_RUNS, readCase, runCase } from '../case/case-store.ts';
import { toPerson } from '../case/thin-card.ts';
import type { WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { resultLines } from './result.ts';
import { hearsResult } from './start.ts';

/** A drill ends by itself. */
export async function endDrill(deps: Deps, { id, state }: CaseRecord): Promise<boolean> {
  const at = deps.clock.now();
  const isOver = state.report?.drill === true && at >= later(state.reportedAt, DRILL_RUNS);
  if (!isOver || state.progress.status === 'closed') return false;
  await runCase(deps, id, () => ({ type: 'EndDrill', at, by: state.reporter }));
  return true;
}

/** Once it has ended: how soon people answered. */
export async function drillCards(
  deps: Deps,
  { id, state }: CaseRecord,
  directory: Directory,
): Promise<readonly WantedCard[]> {
  if (state.report?.drill !== true || state.progress.status !== 'closed') return [];
  const record = await readCase(deps, id, true);
  if (record === undefined) return [];
  const line = resultLines(deps, record, directory).join(' ');
  const cards = hearsResult(record, directory).map((person) =>
    toPerson(deps, id, state, person, {
      for: `drill:${person.id}`,
      card: 'drill-message',
      line,
      notification: 'something-to-read',
      silent: true,
    }),
  );
  return (await Promise.all(cards)).flat();
}
