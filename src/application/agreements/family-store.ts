import { Family, type FamilyEvent, type FamilyRefusal, plainName } from '../../domain/agreements/family.ts';
import type { RecordId, SiteId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { RecordBody } from '../records.ts';
import { untilCommitted } from '../until-committed.ts';

/** Children of one name in one class: more is no school. */
const MOST_ALIKE = 20;

export interface HeldFamily {
  readonly id: RecordId;
  readonly family: Family;
}

/** Everything recorded for the families of these sites. They are as the store has them: whether somebody may, comes before. */
export async function listFamilies(deps: Deps, sites: readonly SiteId[]): Promise<readonly HeldFamily[]> {
  const found: HeldFamily[] = [];
  for (const site of sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('families', site), cursor);
      for (const { id, brief } of page.items) {
        const family = Family.safeParse(brief);
        if (family.success) found.push({ id, family: family.data });
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return found;
}

export type About = Family['about'];

const keyOf = (about: About): string =>
  about.type === 'child'
    ? `${plainName(about.name)}|${plainName(about.class)}`
    : `class|${plainName(about.class)}`;

export const isSame = (one: About, other: About): boolean => keyOf(one) === keyOf(other);

async function readFamily(deps: Deps, id: RecordId) {
  const snapshot = await deps.store.read(id);
  const body = snapshot === undefined ? undefined : RecordBody.parse(snapshot.head.body);
  return snapshot === undefined || body?.kind !== 'family'
    ? undefined
    : { version: snapshot.head.version, family: body.family };
}

/** The record of this child: the first that is theirs, or that nobody has yet. Two who type it at once meet in one. */
async function placeFor(deps: Deps, site: SiteId, about: About): Promise<RecordId> {
  for (let n = 1; n <= MOST_ALIKE; n += 1) {
    const id = deps.keyring.recordId(`family|${site}|${keyOf(about)}|${n}`);
    const held = await readFamily(deps, id);
    if (held === undefined || isSame(held.family.about, about)) return id;
  }
  throw new Error('Too many children of one name in one class were recorded: look through the families list');
}

export type FamilyChange = (
  family: Family,
) => Result<{ readonly family: Family; readonly event: FamilyEvent }, FamilyRefusal>;

/** Reads, decides and commits; `id` undefined: whoever `about` says, new if nobody has recorded them. */
export async function changeFamily(
  deps: Deps,
  place: { readonly id: RecordId | undefined; readonly site: SiteId; readonly about: About },
  change: FamilyChange,
): Promise<ReturnType<FamilyChange>> {
  return untilCommitted('What a family signed', async () => {
    const id = place.id ?? (await placeFor(deps, place.site, place.about));
    const held = await readFamily(deps, id);
    const before = held?.family ?? { site: place.site, about: place.about, signed: {}, events: 0 };
    const changed = change(before);
    if (!changed.ok) return changed;
    const { event } = changed.value;
    const family = { ...changed.value.family, events: before.events + 1 };
    const body: RecordBody = { kind: 'family', family };
    const version = held?.version ?? 0;
    const committed = await deps.store.commit({
      type: 'write',
      expected: version,
      head: {
        ...{ id, version: version + 1, status: 'none', body, brief: family },
        tokens: [deps.keyring.token('families', family.site)],
      },
      events: [{ seq: family.events, body: event }],
      wakes: [],
    });
    return committed === 'conflict' ? committed : changed;
  });
}
