import type { CaseEvent } from '../../domain/case/events.ts';
import { linkOf } from '../../domain/case/work/links.ts';
import type { Consent } from '../../domain/case/work/referrals.ts';
import type { ChildEntry } from '../../domain/child/entry.ts';
import type { ChildId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import type { Draft } from '../../domain/policy/referrals.ts';
import type { Agency } from '../../domain/policy/step.ts';
import { type CaseRecord, eventsOf } from '../case/case-store.ts';
import type { Pressed } from '../case/work-case.ts';
import { readChild } from '../children/child-store.ts';
import { leadsChild } from '../children/register.ts';

/** Which draft somebody wants: for whom, about which child of the case, and what was said about consent. */
export interface Wanted {
  readonly agency: Agency;
  /** The child's place in the case; -1 where it names none. */
  readonly place: number;
  readonly consent?: Consent['answer'] | undefined;
}

/** Everything that a draft is made of. */
export interface DraftMaterial {
  readonly record: CaseRecord;
  readonly events: readonly CaseEvent[];
  readonly directory: Directory;
  readonly person: Person;
  readonly wanted: Wanted;
  readonly draft: Draft;
  /** What the register knows of the child, for a lead of one of its sites. */
  readonly entry?: ChildEntry | undefined;
  /** Everybody else who comes into it, so that each of their names can be left out. */
  readonly others: ReadonlyMap<ChildId, ChildEntry>;
}

export async function draftMaterial(
  { deps, directory, person }: Pressed,
  record: CaseRecord,
  draft: Draft,
  wanted: Wanted,
): Promise<DraftMaterial> {
  const { state } = record;
  const link = linkOf(state, wanted.place)?.register;
  const child = link === undefined ? undefined : await readChild(deps, link);
  const known = [...state.links, ...state.struck].map(({ register }) => register);
  const ids = new Set([...known, ...(child?.state.entry.siblings ?? [])]);
  if (child !== undefined) ids.delete(child.id);
  const others = new Map<ChildId, ChildEntry>();
  for (const id of ids) {
    const other = await readChild(deps, id);
    if (other !== undefined) others.set(id, other.state.entry);
  }
  const entry = child !== undefined && leadsChild(deps, person, child.state) ? child.state.entry : undefined;
  return { record, events: eventsOf(record), directory, person, wanted, draft, entry, others };
}
