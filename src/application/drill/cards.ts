import type { Directory } from '../../domain/people/directory.ts';
import { type CaseRecord, readCase } from '../case/case-store.ts';
import { toPerson } from '../case/thin-card.ts';
import type { WantedCard } from '../deliver.ts';
import type { Deps } from '../deps.ts';
import { resultLines } from './result.ts';
import { hearsResult } from './start.ts';

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
