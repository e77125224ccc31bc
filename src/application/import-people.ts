import type { PersonId } from '../domain/ids.ts';
import type { Directory, Person } from '../domain/people/directory.ts';
import { type ImportSummary, summaryOf } from '../domain/people/import-summary.ts';
import { type ImportPlan, type ImportProblem, planImport } from '../domain/people/plan-import.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { lookAgain } from './cover/open-cases.ts';
import type { Deps } from './deps.ts';
import { changeDirectory, storedDirectory, todayOf } from './directory.ts';

const plan = (
  deps: Deps,
  stored: Directory,
  listed: readonly Person[],
  by: PersonId | undefined,
): ImportPlan =>
  planImport({ policy: deps.policy, stored, listed, by, at: deps.clock.now(), today: todayOf(deps) });

export interface ImportPreview extends Pick<ImportPlan, 'asks' | 'problems'> {
  readonly summary: ImportSummary;
}

/** What an import would do, without doing it. */
export async function previewImport(
  deps: Deps,
  listed: readonly Person[],
  by?: PersonId,
): Promise<ImportPreview> {
  const { directory } = await storedDirectory(deps);
  const { next, asks, problems } = plan(deps, directory, listed, by);
  return { summary: summaryOf(directory, next), asks, problems };
}

/**
 * Puts the list in place of the directory: whoever left is refused from the next press on, and what opens more to
 * somebody waits for a second person. All of it, or nothing with the reasons.
 */
export async function importPeople(
  deps: Deps,
  listed: readonly Person[],
  by?: PersonId,
): Promise<Result<ImportSummary, readonly ImportProblem[]>> {
  const done: { summary?: ImportSummary; problems: readonly ImportProblem[] } = { problems: [] };
  await changeDirectory(deps, (stored) => {
    const { next, problems } = plan(deps, stored, listed, by);
    done.problems = problems;
    done.summary = summaryOf(stored, next);
    return problems.length > 0 || done.summary.isNothing ? undefined : next;
  });
  if (done.summary === undefined || done.problems.length > 0) return refuse(done.problems);
  // Roles have moved, so every open case looks again at who should have its cards.
  await lookAgain(deps, () => true);
  return ok(done.summary);
}
