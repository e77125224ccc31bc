import type { SiteId } from '../../domain/ids.ts';
import { entryOf } from '../../domain/request/entry.ts';
import { type NamedChild, nameKey } from '../../domain/request/named-child.ts';
import type { RequestState } from '../../domain/request/state.ts';
import type { Deps } from '../deps.ts';

export const inRegister = ({ keyring }: Deps, register: string, site: SiteId): string =>
  keyring.token(`register:${register}`, site);
/** A child is found by name, without looking through the others. */
export const ofChild = (
  { keyring }: Deps,
  register: string,
  site: SiteId,
  child: Pick<NamedChild, 'name'>,
): string => keyring.token(`register:${register}:${nameKey(child)}`, site);

/** By which a request that is kept in a register is found again. */
export function entryTokens(deps: Deps, state: RequestState): readonly string[] {
  const entry = entryOf(state);
  if (entry === undefined) return [];
  const { register, site, child } = entry;
  return [inRegister(deps, register, site), ...(child ? [ofChild(deps, register, site, child)] : [])];
}
