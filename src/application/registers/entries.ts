import type { RecordId, SiteId } from '../../domain/ids.ts';
import { EntryBrief, entryOf, latest } from '../../domain/request/entry.ts';
import { isSameChild, type NamedChild, nameKey } from '../../domain/request/named-child.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import type { Deps } from '../deps.ts';
import { codeOf } from '../fault-code.ts';
import type { Json, Listed } from '../ports.ts';
import { readRequest } from '../requests/store.ts';
import { inRegister, ofChild } from './tokens.ts';

export interface Entry {
  readonly id: RecordId;
  readonly brief: EntryBrief;
}

/** The list's own few words; a record that has none, or none that open, is read. */
async function entryIn(deps: Deps, { id, brief }: Listed<Json>): Promise<Entry | undefined> {
  const listed = EntryBrief.safeParse(brief);
  if (listed.success) return { id, brief: listed.data };
  // One record that does not open must not hide all others.
  try {
    const record = await readRequest(deps, id);
    const entry = record && entryOf(record.state);
    return entry && { id, brief: entry };
  } catch (fault) {
    deps.log.error({ event: 'record-damaged', record: id, code: codeOf(fault) });
    return undefined;
  }
}

async function found(deps: Deps, token: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(token, cursor);
    for (const item of page.items) {
      const entry = await entryIn(deps, item);
      if (entry !== undefined) entries.push(entry);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return entries;
}

/** What stands in a register at these sites, or is out of date and not ended yet; newest first. */
export async function liveEntries(
  deps: Deps,
  register: string,
  sites: readonly SiteId[],
): Promise<readonly Entry[]> {
  const each = await Promise.all(sites.map((site) => found(deps, inRegister(deps, register, site))));
  return latest(each.flat()).filter(({ brief }) => brief.standing !== 'ended');
}

/** What is recorded of everybody of this name: of each, the newest, ended or not. */
export const entriesNamed = async (
  deps: Deps,
  register: string,
  site: SiteId,
  child: Pick<NamedChild, 'name'>,
): Promise<readonly Entry[]> =>
  nameKey(child) === '' ? [] : latest(await found(deps, ofChild(deps, register, site, child)));

/** The newest of exactly this child. */
export async function entryOfChild(
  deps: Deps,
  register: string,
  site: SiteId,
  child: NamedChild,
): Promise<Entry | undefined> {
  const named = await entriesNamed(deps, register, site, child);
  return named.find(({ brief }) => brief.child !== undefined && isSameChild(brief.child, child));
}

/** Whether it holds today: its last day counts, also before the clock has looked. */
export const holds = (deps: Deps, { brief }: Entry): boolean =>
  brief.standing === 'stands' &&
  (brief.until === undefined || brief.until >= dayOf(deps.clock.now(), deps.calendar.timezone).toString());
