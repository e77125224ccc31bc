import { childIdOf, readChild, runChild } from '../../src/application/children/child-store.ts';
import { importChildren } from '../../src/application/children/import-children.ts';
import type { Deps } from '../../src/application/deps.ts';
import type { ListedChild } from '../../src/domain/child/listed.ts';
import type { ChildState } from '../../src/domain/child/state.ts';
import { type ChildId, PersonId, SiteId } from '../../src/domain/ids.ts';

interface Some extends Partial<Omit<ListedChild, 'sites'>> {
  readonly sites?: readonly string[];
}

/** A child of a list, at `north` where nothing else is said. */
export const listed = (
  number: string,
  name: string,
  { sites = ['north'], ...more }: Some = {},
): ListedChild => ({
  number,
  name,
  siblings: [],
  facts: {},
  ...more,
  sites: sites.map((site) => SiteId.parse(site)),
});

const ROBIN = listed('1', 'Robyn Vail', { facts: { group: '4 Oak', born: '2017-10-04' }, siblings: ['2'] });

/** Somebody who is easily meant by "Robin Vale", a brother, somebody else, and a namesake at the other school. */
export const CHILDREN: readonly ListedChild[] = [
  ROBIN,
  listed('2', 'Tom Vail', { facts: { group: '6 Elm' }, siblings: ['1'] }),
  listed('3', 'Wren Kay'),
  listed('9', 'Robin Vale', { sites: ['south'], facts: { group: '3 Larch' } }),
];

export async function withRegister(deps: Deps, children = CHILDREN): Promise<(number: string) => ChildId> {
  await importChildren(deps, children);
  return (number) => childIdOf(deps, number);
}

export async function childNow(deps: Deps, id: ChildId): Promise<ChildState> {
  const child = await readChild(deps, id);
  if (child === undefined) throw new Error('There is no such child');
  return child.state;
}

/** Somebody reads a child's story. */
export async function readsStory(deps: Deps, id: ChildId, person: string): Promise<void> {
  await runChild(deps, id, () => ({ type: 'OpenStory', at: deps.clock.now(), by: PersonId.parse(person) }));
}
