import type { z } from 'zod';
import type { ChildId, SiteId } from '../ids.ts';
import { ChildEntry, emptyEntry } from './entry.ts';

/** What a list may know of a child; what it leaves empty is absent. */
export const ListedFacts = ChildEntry.omit({ name: true, number: true, siblings: true }).partial();

/** A child as the school's own list has it: brothers and sisters by their numbers. */
export interface ListedChild {
  readonly number: string;
  readonly name: string;
  readonly sites: readonly SiteId[];
  readonly siblings: readonly string[];
  readonly facts: z.infer<typeof ListedFacts>;
}

/**
 * What the register says of the child after an import. The list wins where it says something; where it is empty, what a lead
 * has written stays: most lists know no social worker, and an adult who must have no contact is never lost to an empty cell.
 */
export function entryFrom(
  { number, name, siblings, facts }: ListedChild,
  idOf: (number: string) => ChildId,
  before?: ChildEntry,
): ChildEntry {
  const listed = siblings.map(idOf);
  return ChildEntry.parse({
    ...(before ?? emptyEntry(name)),
    ...facts,
    name,
    number,
    siblings: listed.length > 0 ? listed : (before?.siblings ?? []),
  });
}
