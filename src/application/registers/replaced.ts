import type { Instant } from '../../domain/ids.ts';
import type { RequestCommand } from '../../domain/request/commands.ts';
import { entryOf } from '../../domain/request/entry.ts';
import type { Deps } from '../deps.ts';
import type { RequestRecord } from '../requests/store.ts';
import { type Entry, entryOfChild } from './entries.ts';

type Held = Pick<RequestRecord, 'id' | 'state'>;

/** The newer entry of the same child that took the place of this one. */
export async function newerThan(deps: Deps, { id, state }: Held): Promise<Entry | undefined> {
  const entry = entryOf(state);
  if (entry?.child === undefined || (entry.standing !== 'stands' && entry.standing !== 'over'))
    return undefined;
  const newest = await entryOfChild(deps, entry.register, entry.site, entry.child);
  return newest?.id === id ? undefined : newest;
}

/** Nobody is asked to renew what something newer took the place of: it ends when its time comes. */
export async function endReplaced(deps: Deps, held: Held, at: Instant): Promise<RequestCommand | undefined> {
  const { over, remind } = held.state.clock;
  if (![over, remind].some((due) => due !== undefined && due <= at)) return undefined;
  const newer = await newerThan(deps, held);
  return newer && { type: 'EndEntry', at, by: newer.brief.asker, words: deps.cards.say('kept-replaced') };
}
