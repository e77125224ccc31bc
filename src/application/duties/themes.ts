import { barred } from '../../domain/access.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { hideSmallCounts } from '../../domain/reports/small-counts.ts';
import { openCasesWhere } from '../cover/open-cases.ts';
import type { Deps } from '../deps.ts';

/**
 * How many open worries about children there are of each kind, for a meeting: numbers that name nobody, none under five.
 * What this person may not know of is not counted, and no worry about an adult is.
 */
export async function openThemes(
  deps: Deps,
  directory: Directory,
  person: Person,
): Promise<readonly string[]> {
  const { cards, policy } = deps;
  const open = await openCasesWhere(
    deps,
    (brief) => brief.about === 'child' && !brief.drill && !barred(brief, directory).has(person.id),
  );
  const kinds = policy.taxonomy.categories;
  const counts = kinds.map(
    ({ procedures }) =>
      open.filter(({ brief }) => brief.kinds.some((kind) => procedures.includes(kind))).length,
  );
  const [shown = []] = hideSmallCounts([counts]);
  return kinds.flatMap(({ name }, n) => {
    const count = shown[n];
    return count === undefined
      ? []
      : [cards.say('theme-line', { name, n: count.as === 'exact' ? count.value : '<5' })];
  });
}
