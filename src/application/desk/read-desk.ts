import { mayWork } from '../../domain/access.ts';
import { briefOf, CaseBrief } from '../../domain/case/brief.ts';
import { deskSites } from '../../domain/desk/day.ts';
import type { RecordId, SiteId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { readCase } from '../case/case-store.ts';
import type { Deps } from '../deps.ts';
import { codeOf } from '../fault-code.ts';
import type { Json, Listed } from '../ports.ts';

export interface DeskCase {
  readonly id: RecordId;
  readonly brief: CaseBrief;
}

export interface Desk {
  /** What this person may work on, and nothing else. */
  readonly cases: readonly DeskCase[];
  /** Records of their sites that do not open. Nobody can say whom those are about, so no reference of them is shown. */
  readonly damaged: number;
}

/** Where this person has a desk; nowhere, for most. */
export const sitesOf = ({ policy, organisation }: Deps, person: Person): readonly SiteId[] =>
  deskSites(
    policy,
    organisation.sites.map(({ id }) => id),
    person,
  );

/** The sealed store gives the same object for as long as the record is the same: read each time, parsed once. */
const parsed = new WeakMap<object, CaseBrief>();

function briefIn(json: Json | undefined): CaseBrief | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const known = parsed.get(json);
  if (known !== undefined) return known;
  const brief = CaseBrief.safeParse(json).data;
  if (brief !== undefined) parsed.set(json, brief);
  return brief;
}

/** What can be seen of a brief before it is parsed, which takes most of the time of ten thousand. */
export interface Glance {
  readonly isClosed: boolean;
  /** Closed, and nothing waits in it any more. */
  readonly isOver: boolean;
  readonly reportedAt: string;
}

function glanceAt(json: Json | undefined, elsewhere: boolean): Glance | undefined {
  if (typeof json !== 'object' || json === null || !('status' in json)) return undefined;
  const { status, reportedAt, waits, tasks, copied } = json;
  const isClosed = status === 'closed';
  const isLeft =
    !Array.isArray(waits) || waits.length > 0 || tasks !== 0 || (elsewhere && copied === undefined);
  return { isClosed, isOver: isClosed && !isLeft, reportedAt: String(reportedAt) };
}

/** One record that does not open must not hide all others. */
async function fromRecord(deps: Deps, id: RecordId): Promise<CaseBrief | 'damaged' | undefined> {
  try {
    const record = await readCase(deps, id);
    return record && briefOf(record.state, deps.calendar);
  } catch (fault) {
    deps.log.error({ event: 'record-damaged', record: id, code: codeOf(fault) });
    return 'damaged';
  }
}

async function listed(deps: Deps, site: SiteId): Promise<readonly Listed<Json>[]> {
  const items: Listed<Json>[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(deps.keyring.token('site', site), cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

/**
 * Every case of these sites that is looked for and that this person may work on. What they must not know of leaves
 * nothing here, not even a count.
 */
export async function readDesk(
  deps: Deps,
  directory: Directory,
  person: Person,
  sites: readonly SiteId[],
  isWanted: (glance: Glance) => boolean,
): Promise<Desk> {
  const cases: DeskCase[] = [];
  let damaged = 0;
  for (const site of sites)
    for (const item of await listed(deps, site)) {
      const glance = glanceAt(item.brief, deps.organisation.record === 'elsewhere');
      if (glance !== undefined && !isWanted(glance)) continue;
      const brief = briefIn(item.brief) ?? (await fromRecord(deps, item.id));
      if (brief === 'damaged') damaged += 1;
      else if (brief !== undefined && mayWork(person, brief, directory)) cases.push({ id: item.id, brief });
    }
  return { cases, damaged };
}
