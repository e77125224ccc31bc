import { readCase, runCase } from '../../src/application/case/case-store.ts';
import type { Deps } from '../../src/application/deps.ts';
import { type ChildId, PersonId, refOf, SiteId } from '../../src/domain/ids.ts';

/** Every case of a site that is linked to nobody yet is about this child: as a lead would say of each, one after the other. */
export async function linkAll(
  deps: Deps,
  site: string,
  register: ChildId,
  { by, but }: { readonly by: string; readonly but: string },
): Promise<void> {
  const { items } = await deps.store.byToken(deps.keyring.token('site', SiteId.parse(site)));
  for (const { id } of items) {
    const record = await readCase(deps, id);
    if (record === undefined || record.state.links.length > 0 || refOf(id) === but) continue;
    const act = { at: deps.clock.now(), by: PersonId.parse(by) };
    await runCase(deps, id, () => ({ type: 'LinkChild', ...act, child: 0, register }));
  }
}

/** Which child the only linked case of a site is about. */
export async function linkedChild(deps: Deps, site: string): Promise<ChildId> {
  const { items } = await deps.store.byToken(deps.keyring.token('site', SiteId.parse(site)));
  for (const { id } of items) {
    const register = (await readCase(deps, id))?.state.links[0]?.register;
    if (register !== undefined) return register;
  }
  throw new Error('No case is linked to a child');
}
