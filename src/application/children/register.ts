import { ChildBrief } from '../../domain/child/state.ts';
import { ChildId, type SiteId } from '../../domain/ids.ts';
import { type Person, rolesAt } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { codeOf } from '../fault-code.ts';
import type { Json, Listed } from '../ports.ts';
import { childBriefOf, readChild } from './child-store.ts';

export interface Registered {
  readonly id: ChildId;
  readonly brief: ChildBrief;
}

/** Where this person is a lead: whose children they may see in the register. Nobody else sees any of it. */
export const sitesLed = ({ organisation, policy }: Deps, person: Person): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => policy.leads.includes(role)));

/** Whether this person leads one of a child's sites. */
export const leadsChild = (deps: Deps, person: Person, { sites }: Pick<ChildBrief, 'sites'>): boolean =>
  sitesLed(deps, person).some((site) => sites.includes(site));

/** The sealed store gives the same object for as long as the record is the same: read each time, parsed once. */
const parsed = new WeakMap<object, ChildBrief>();

function briefIn(json: Json): ChildBrief | undefined {
  const place = typeof json === 'object' && json !== null ? json : {};
  const known = parsed.get(place);
  if (known !== undefined) return known;
  const brief = ChildBrief.safeParse(json).data;
  if (brief !== undefined) parsed.set(place, brief);
  return brief;
}

async function registered(deps: Deps, { id, brief }: Listed<Json>): Promise<Registered | undefined> {
  const child = ChildId.parse(id);
  const found = brief === undefined ? undefined : briefIn(brief);
  if (found !== undefined) return { id: child, brief: found };
  // One record that does not open must not hide all others.
  try {
    const record = await readChild(deps, child);
    return record && { id: child, brief: childBriefOf(record.state, deps.calendar) };
  } catch (fault) {
    deps.log.error({ event: 'record-damaged', record: id, code: codeOf(fault) });
    return undefined;
  }
}

/** Every child of these sites, each once. For leads only: whoever asks has asked `sitesLed` first. */
export async function childrenOf(deps: Deps, sites: readonly SiteId[]): Promise<readonly Registered[]> {
  const children = new Map<ChildId, Registered>();
  for (const site of sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('children', site), cursor);
      for (const item of page.items) {
        const child = await registered(deps, item);
        if (child !== undefined) children.set(child.id, child);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return [...children.values()];
}
