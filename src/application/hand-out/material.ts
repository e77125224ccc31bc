import { mayDo } from '../../domain/access.ts';
import type { ChildEntry } from '../../domain/child/entry.ts';
import { ChildId, type RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { type CaseRecord, readCase } from '../case/case-store.ts';
import { type ChildRecord, readChild } from '../children/child-store.ts';
import { leadsChild } from '../children/register.ts';
import type { Deps } from '../deps.ts';
import type { Material } from './build.ts';

/** Cases of this child that this person may see; never one about an adult, whose conduct is in no child's file. */
async function casesOf(
  deps: Deps,
  directory: Directory,
  person: Person,
  child: ChildId,
): Promise<readonly CaseRecord[]> {
  const found: CaseRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(deps.keyring.token('child', child), cursor);
    for (const { id } of page.items) {
      const record = await readCase(deps, id, true);
      if (record === undefined || record.state.plan.route.about !== 'child') continue;
      if (mayDo(person, { type: 'work' }, record.state, directory)) found.push(record);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return found.toSorted((a, b) => (a.state.reportedAt < b.state.reportedAt ? -1 : 1));
}

/** The register entries of everybody else who is in it, so that each of their names can be left out. */
async function othersIn(
  deps: Deps,
  cases: readonly CaseRecord[],
  child: ChildRecord | undefined,
): Promise<ReadonlyMap<ChildId, ChildEntry>> {
  const ids = new Set([
    ...cases.flatMap(({ state }) => [...state.links, ...state.struck].map(({ register }) => register)),
    ...(child?.state.entry.siblings ?? []),
  ]);
  if (child !== undefined) ids.delete(child.id);
  const entries = await Promise.all(
    [...ids].map(async (id) => [id, (await readChild(deps, id))?.state.entry] as const),
  );
  return new Map(entries.flatMap(([id, entry]) => (entry === undefined ? [] : [[id, entry] as const])));
}

/** What this person may hand out under this id now: a case, or a child with every case of theirs; otherwise nothing. */
export async function materialFor(
  deps: Deps,
  directory: Directory,
  person: Person,
  id: RecordId,
): Promise<Material | undefined> {
  const record = await readCase(deps, id, true);
  if (record !== undefined) {
    if (!mayDo(person, { type: 'work' }, record.state, directory)) return undefined;
    return { cases: [record], registered: { others: await othersIn(deps, [record], undefined) } };
  }
  // Not for whom the story was only shared with: passing it on is for the leads of the child's own site.
  const child = await readChild(deps, ChildId.parse(id), true);
  if (child === undefined || !leadsChild(deps, person, child.state)) return undefined;
  const cases = await casesOf(deps, directory, person, child.id);
  const others = await othersIn(deps, cases, child);
  return { cases, child, registered: { subject: child.state.entry, others } };
}
