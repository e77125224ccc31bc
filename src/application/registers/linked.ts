import type { SlotData } from '../../cards/fill.ts';
import { listOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';

interface Linked {
  readonly title: string;
  readonly url: string | undefined;
}

/** Other policies by their ids, each with where it is, as far as anybody has said where. */
export const linkedBy = ({ policy, organisation }: Deps, ids: readonly string[]): readonly Linked[] =>
  policy.linked
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title }) => ({ title, url: organisation.links?.[id] }));

/** What a step goes with: the titles, which of them has no link, and the links themselves. */
export function linkedSlots(deps: Deps, ids: readonly string[] = []): SlotData {
  const linked = linkedBy(deps, ids);
  const { say } = deps.cards;
  const titles = (some: readonly Linked[]) => listOf(some.map(({ title }) => title));
  const missing = linked.filter(({ url }) => url === undefined);
  const lines = [
    ...(linked.length === 0 ? [] : [say('link-goes-with', { titles: titles(linked) })]),
    ...(missing.length === 0 ? [] : [say('link-missing', { titles: titles(missing) })]),
  ];
  return {
    goesWith: lines.length === 0 ? undefined : lines.join(' '),
    links: linked.flatMap(({ title, url }) =>
      url === undefined ? [] : [{ open: say('link-open', { title }), url }],
    ),
  };
}
