import { noteAccounts, type SyncedPeople, syncedPeople } from '../../domain/people/accounts.ts';
import { planImport } from '../../domain/people/plan-import.ts';
import { lookAgain } from '../cover/open-cases.ts';
import type { Deps } from '../deps.ts';
import { changeDirectory, readDirectory, storedDirectory, todayOf } from '../directory.ts';
import { NEW_RUN, type SyncRun } from './sync-run.ts';

type Step =
  | { readonly type: 'more' | 'done'; readonly run: SyncRun }
  | { readonly type: 'wait'; readonly run: SyncRun; readonly ms: number }
  | { readonly type: 'failed'; readonly run: SyncRun; readonly code: string };

/** Reads one more page. */
export async function readOn(deps: Deps, run: SyncRun): Promise<Step> {
  const accounts = deps.accounts?.[run.list];
  if (accounts === undefined) return { type: 'done', run };
  const page = await accounts.page(run.cursor);
  if (page.type === 'wait') return { type: 'wait', run, ms: page.ms };
  if (page.type === 'failed')
    return { type: 'failed', run: { ...run, failures: run.failures + 1 }, code: page.code };
  const { directory } = await storedDirectory(deps);
  const found = noteAccounts(run.found, directory, accounts.platform, page.accounts);
  const next = page.next === undefined ? { list: run.list + 1 } : { list: run.list, cursor: page.next };
  return { type: 'more', run: { ...next, found, failures: 0 } };
}

const platformsOf = ({ accounts = [] }: Deps) => accounts.map(({ platform }) => platform);

/** What the accounts read would change. */
export async function previewSync(deps: Deps, { found }: SyncRun): Promise<SyncedPeople> {
  const { directory } = await storedDirectory(deps);
  return syncedPeople(deps.policy, directory, found, platformsOf(deps), todayOf(deps));
}

/** Does it, unless so many would leave that the list cannot be right. */
export async function applySync(deps: Deps, { found }: SyncRun): Promise<SyncedPeople> {
  const today = todayOf(deps);
  const seen: { synced?: SyncedPeople } = {};
  const changed = await changeDirectory(deps, (stored) => {
    const synced = syncedPeople(deps.policy, stored, found, platformsOf(deps), today);
    seen.synced = synced;
    if (synced.isRefused || synced.filled.length + synced.leaves.length === 0) return undefined;
    return planImport({ policy: deps.policy, stored, listed: synced.listed, at: deps.clock.now(), today })
      .next;
  });
  if (changed === 'changed') await lookAgain(deps, () => true);
  return seen.synced ?? previewSync(deps, { ...NEW_RUN, found });
}

/** How many people are here today: what a refusal is measured by. */
export const peopleHere = async (deps: Deps): Promise<number> => (await readDirectory(deps)).people.length;
