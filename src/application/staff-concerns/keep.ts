import { barred } from '../../domain/access.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { isJudged, type Threshold } from '../../domain/case/work/threshold.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { type CaseRecord, runCase } from '../case/case-store.ts';
import type { Deps } from '../deps.ts';
import { lowLevelId, runLowLevel } from './low-level-store.ts';

/** Whom of the directory the report names as an adult in it. */
export const namedAdults = ({ report }: CaseState): readonly PersonId[] =>
  (report?.adults ?? []).flatMap((adult) => ('person' in adult ? [adult.person] : []));

/** Whose concern it is: each of the directory, and nobody by name for those who were only typed or not known. */
export function concernedIn(state: CaseState): readonly (PersonId | undefined)[] {
  const named = namedAdults(state).filter((person) => state.threshold?.adults?.includes(person) !== false);
  const isTyped = state.report?.adults.some((adult) => 'name' in adult) === true;
  return named.length === 0 || (isTyped && state.threshold?.adults === undefined)
    ? [...named, undefined]
    : named;
}

/** The day of the event where the report has one. */
const happenedOn = (deps: Deps, { report, reportedAt }: CaseState): string =>
  report?.account.date || dayOf(reportedAt, deps.organisation.timezone).toString();

async function keepEach(deps: Deps, { id, state }: CaseRecord, judged: Threshold, directory: Directory) {
  const out = [...barred(state, directory)];
  for (const adult of concernedIn(state))
    await runLowLevel(deps, lowLevelId(deps, id, adult), () => ({
      type: 'KeepConcern',
      at: judged.at,
      by: judged.by,
      ...(adult !== undefined && { adult }),
      site: state.site,
      case: id,
      date: happenedOn(deps, state),
      context: judged.reason,
      done: judged.done,
      barred: out,
    }));
}

async function raiseEach(deps: Deps, { id, state }: CaseRecord, { by, at, reason }: Threshold) {
  for (const adult of new Set([...namedAdults(state), undefined]))
    await runLowLevel(deps, lowLevelId(deps, id, adult), (kept) =>
      kept === undefined || kept.raised !== undefined ? undefined : { type: 'RaiseConcern', at, by, reason },
    );
}

/**
 * What the latest judgement means for the low-level concerns: below the threshold, it is kept among them; above it, or
 * unsure, what was kept of this case counts as one no more. Made after each judgement and when the case wakes, and each
 * of its commits can be made again.
 */
export async function keepLowLevel(deps: Deps, record: CaseRecord, directory: Directory): Promise<void> {
  const { id, state } = record;
  const { threshold, lowLevel } = state;
  // What is only tried out counts nowhere.
  if (threshold === undefined || !isJudged(state) || state.report?.drill === true) return;
  if (threshold.outcome !== 'not-met') {
    if (lowLevel !== undefined) await raiseEach(deps, record, threshold);
    return;
  }
  // Also where it is kept already: whoever has since become part of the case learns nothing of this either.
  await keepEach(deps, record, threshold, directory);
  if (threshold.kept) return;
  const kept = lowLevelId(deps, id, concernedIn(state)[0]);
  await runCase(deps, id, (now) =>
    now?.state.threshold?.at === threshold.at && !now.state.threshold.kept
      ? { type: 'KeepLowLevel', at: threshold.at, by: threshold.by, record: kept }
      : undefined,
  );
}
