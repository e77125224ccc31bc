import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importChildren } from '../application/children/import-children.ts';
import type { Deps } from '../application/deps.ts';
import type { ListedChild } from '../domain/child/listed.ts';
import type { Organisation } from '../domain/organisation.ts';
import { loadChildren } from '../storage/files/load-children.ts';
import { told } from './organisation.ts';

/** `children.csv` of the folder, or one error that says everything there is to put right. */
export async function childrenIn(
  folder: string,
  organisation: Organisation,
): Promise<readonly ListedChild[]> {
  const list = await loadChildren(folder, organisation);
  if (list.ok) return list.value;
  throw new Error(`children.csv cannot be used until these are put right:\n${told(list.refusal)}`);
}

/**
 * The register of an empty store, once. It comes before the directory, which marks the store as begun: a start that fails in
 * between begins again.
 */
export async function seedChildren(deps: Deps, folder: string): Promise<void> {
  if ((await deps.store.read(deps.keyring.recordId('directory'))) !== undefined) return;
  // A school without a list begins with an empty register.
  if (!existsSync(join(folder, 'children.csv'))) return;
  const list = await childrenIn(folder, deps.organisation);
  await importChildren(deps, list);
  deps.log.info({ event: 'register-seeded', n: list.length });
}
