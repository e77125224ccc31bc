import { entryFrom, type ListedChild } from '../../domain/child/listed.ts';
import type { ChildState } from '../../domain/child/state.ts';
import { PersonId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import { childIdOf, readChild, runChild } from './child-store.ts';
import { childrenOf } from './register.ts';

/** How many of each: a child's number is theirs alone, and a terminal keeps what it prints. */
export interface RegisterChange {
  readonly joins: number;
  readonly changes: number;
  /** On the list before and not now. They stay in the register: their records do. */
  readonly gone: number;
}

/** Who an import is, in the history of a child: it is no person of the directory. */
const IMPORT = PersonId.parse('children-csv');
const AT_ONCE = 50;

function standing(deps: Deps, listed: ListedChild, before: ChildState | undefined) {
  const entry = entryFrom(listed, (number) => childIdOf(deps, number), before?.entry);
  const same =
    before !== undefined &&
    JSON.stringify([entry, listed.sites]) === JSON.stringify([before.entry, before.sites]);
  return { entry, is: before === undefined ? 'new' : same ? 'same' : 'other' } as const;
}

async function inTurns<Item>(items: readonly Item[], each: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(each));
}

/** What an import would do. */
export async function registerChange(deps: Deps, list: readonly ListedChild[]): Promise<RegisterChange> {
  const change = { joins: 0, changes: 0 };
  await inTurns(list, async (listed) => {
    const found = await readChild(deps, childIdOf(deps, listed.number));
    const { is } = standing(deps, listed, found?.state);
    if (is === 'new') change.joins += 1;
    if (is === 'other') change.changes += 1;
  });
  const numbers = new Set(list.map(({ number }) => number));
  const all = await childrenOf(
    deps,
    deps.organisation.sites.map(({ id }) => id),
  );
  const gone = all.filter(({ brief }) => brief.number !== '' && !numbers.has(brief.number)).length;
  return { ...change, gone };
}

/** Puts the list into the register, a commit a child: made again after a fault, it goes on where it stopped. */
export async function importChildren(deps: Deps, list: readonly ListedChild[]): Promise<void> {
  await inTurns(list, async (listed) => {
    await runChild(deps, childIdOf(deps, listed.number), (before) => {
      const { entry } = standing(deps, listed, before);
      const act = { at: deps.clock.now(), by: IMPORT, entry, sites: listed.sites };
      return before === undefined
        ? { type: 'EnterChild', ...act, from: 'file' }
        : { type: 'ChangeEntry', ...act };
    });
  });
}
