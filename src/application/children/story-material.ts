import { barred, leadsOneOf, mayReadStory, mayWork, readsOf } from '../../domain/access.ts';
import { CaseBrief } from '../../domain/case/brief.ts';
import type { Struck } from '../../domain/case/work/links.ts';
import type { ChildState } from '../../domain/child/state.ts';
import {
  occurrenceOf,
  type StoryCase,
  type StoryEntry,
  storyOf,
  struckIn,
} from '../../domain/child/story.ts';
import type { ChildId, RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { type HeldPattern, patternsIn } from '../../domain/policy/pattern.ts';
import { readCase } from '../case/case-store.ts';
import type { Deps } from '../deps.ts';
import type { Json, Listed } from '../ports.ts';

export interface Reading {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
}

/** A child's story as one person may have it. */
export interface Story {
  readonly entries: readonly StoryEntry[];
  readonly patterns: readonly HeldPattern[];
  /** What was struck through, to those who work that case. */
  readonly struck: readonly Struck[];
}

async function listed(
  deps: Deps,
  purpose: 'child' | 'struck',
  child: ChildId,
): Promise<readonly Listed<Json>[]> {
  const items: Listed<Json>[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(deps.keyring.token(purpose, child), cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

/** What the list says of it is asked first, so that nothing is opened that this person may not see. */
async function caseFor(
  { deps, directory, person }: Reading,
  child: Pick<ChildState, 'sites' | 'shares'>,
  { id, brief }: { readonly id: RecordId; readonly brief?: Json },
): Promise<StoryCase | undefined> {
  const reads = (found: Parameters<typeof readsOf>[1]) =>
    readsOf(person, found, child, deps.policy.leads, directory);
  const known = CaseBrief.safeParse(brief).data;
  if (known !== undefined && reads(known) === undefined) return undefined;
  const record = await readCase(deps, id);
  const may = record && reads(record.state);
  return record === undefined || may === undefined ? undefined : { id, state: record.state, reads: may };
}

const casesOf = async (
  reading: Reading,
  child: Pick<ChildState, 'sites' | 'shares'>,
  cases: readonly Listed<Json>[],
): Promise<readonly StoryCase[]> =>
  (await Promise.all(cases.map((each) => caseFor(reading, child, each)))).flatMap((each) => each ?? []);

/** The story of this child, for somebody who may read it: without a trace of what they may not see. */
export async function storyFor(
  reading: Reading,
  id: ChildId,
  child: Pick<ChildState, 'sites' | 'shares'>,
): Promise<Story> {
  const { deps } = reading;
  const cases = await casesOf(reading, child, await listed(deps, 'child', id));
  const struck = await casesOf(reading, child, await listed(deps, 'struck', id));
  const entries = storyOf(id, cases, deps.organisation.timezone);
  return {
    entries,
    patterns: patternsIn(deps.policy.patterns, 'child', entries.map(occurrenceOf)),
    struck: struckIn(
      id,
      struck.filter(({ state }) => mayWork(reading.person, state, reading.directory)),
    ),
  };
}

export interface SiblingHint {
  readonly id: ChildId;
  readonly child: ChildState;
  /** Worries that this person works themselves. */
  readonly count: number;
  /** There is something that others work. */
  readonly asks: boolean;
}

/** What there is about a brother or sister; whoever must learn nothing of it is given no hint either. */
export async function siblingHint(
  reading: Reading,
  id: ChildId,
  child: ChildState,
): Promise<SiblingHint | undefined> {
  const { deps, directory, person } = reading;
  const cases = await Promise.all(
    (await listed(deps, 'child', id)).map(async (each) => (await readCase(deps, each.id))?.state),
  );
  const known = cases
    .flatMap((state) => state ?? [])
    .filter((state) => state.plan.route.about === 'child' && state.report?.drill === undefined)
    .filter((state) => !barred(state, directory).has(person.id));
  if (known.length === 0) return undefined;
  const mine = mayReadStory(person, child, deps.policy.leads)
    ? known.filter((state) => mayWork(person, state, directory))
    : [];
  return { id, child, count: mine.length, asks: mine.length < known.length };
}

/** Leads of other sites: whoever leads each of the child's sites reads the story anyway. */
export const mayBeShared = (
  { deps, directory, person }: Reading,
  { sites }: Pick<ChildState, 'sites'>,
): readonly Person[] => {
  const { leads } = deps.policy;
  const all = deps.organisation.sites.map(({ id }) => id);
  return directory.people.filter(
    (each) =>
      each.id !== person.id &&
      leadsOneOf(each, all, leads) &&
      !sites.every((site) => leadsOneOf(each, [site], leads)),
  );
};
