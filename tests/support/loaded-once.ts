import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { loadOrganisationFolder } from '../../src/compose/organisation.ts';

type Loaded = Awaited<ReturnType<typeof loadOrganisationFolder>>;
const loading = new Map<string, Promise<Loaded>>();

async function loadedInRun(folder: string, policies: string): Promise<Loaded> {
  const run = process.env.TEST_RUN_FOLDER;
  if (run === undefined) return loadOrganisationFolder(folder, policies);
  const kept = join(run, `${createHash('sha256').update(`${policies}|${folder}`).digest('hex')}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Loaded;
  const loaded = await loadOrganisationFolder(folder, policies);
  // Whole or not there: another worker may look at any moment.
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(loaded));
  renameSync(`${kept}.${process.pid}`, kept);
  return loaded;
}

/**
 * An organisation and its policy, read and checked by the first test file of a run that needs them: a third of a second
 * that every file would spend again. Only for folders that no test changes.
 */
export function loadedOnce(folder: string, policies = 'policies'): Promise<Loaded> {
  // Packs that are changed between two readings (a mutation run) are read each time.
  if (process.env.OBLIGATIONS_POLICIES !== undefined) return loadOrganisationFolder(folder, policies);
  const places = [resolve(folder), resolve(policies)] as const;
  const key = places.join('|');
  const loaded = loading.get(key) ?? loadedInRun(...places);
  loading.set(key, loaded);
  return loaded;
}
