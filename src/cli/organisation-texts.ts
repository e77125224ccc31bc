import type { Organisation } from '../domain/organisation.ts';
import type { Finding } from '../domain/policy/finding.ts';
import { ok, type Result } from '../domain/result.ts';
import { loadOrganisation } from '../storage/files/load-organisation.ts';

type Texts = NonNullable<Organisation['agreements']>;

/** The texts of agreements that the organisation.yaml of this folder gives; without a folder none. */
export async function textsOf(folder: string | undefined): Promise<Result<Texts, readonly Finding[]>> {
  if (folder === undefined) return ok({});
  const loaded = await loadOrganisation(folder, 'policies');
  return loaded.ok ? ok(loaded.value.organisation.agreements ?? {}) : loaded;
}
