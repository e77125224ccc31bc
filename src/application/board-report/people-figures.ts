import type { SiteId } from '../../domain/ids.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import { type Ask, isLate, isSettled } from '../../domain/people/record/asks.ts';
import { withheld } from '../../domain/policy/withheld.ts';
import { hidePart, type Shown } from '../../domain/reports/small-counts.ts';
import type { Deps } from '../deps.ts';
import { asksNow, listPeople, todayOf } from '../people/store.ts';

/** How many of the people of whom something is asked have done it. */
export interface PeopleRow {
  readonly kind: Ask['kind'];
  readonly name: string;
  readonly asked: number;
  readonly done: Shown;
  readonly late: Shown;
}

const nameOf = (ask: Ask): string =>
  ask.kind === 'training'
    ? ask.training.name
    : ask.kind === 'agreement'
      ? ask.issue.agreement.name
      : ask.audit.name;

/** Training, agreements and self-audits of everybody who works at these sites. */
export async function peopleRows(
  deps: Deps,
  directory: Directory,
  sites: readonly SiteId[],
): Promise<readonly PeopleRow[]> {
  const today = todayOf(deps);
  const asks = (await listPeople(deps, sites)).flatMap((record) => {
    const person = personById(directory, record.person);
    return person === undefined ? [] : asksNow(deps, person, record);
  });
  const rows = Map.groupBy(
    asks.filter(({ standing }) => standing !== 'not-mine'),
    ({ key }) => key,
  );
  return [...rows.values()].flatMap((theirs) => {
    const [first] = theirs;
    if (first === undefined) return [];
    const settled = theirs.filter(isSettled).length;
    const shown = (count: number) => hidePart(count, theirs.length).part;
    // That nobody is left is no small count of anybody.
    const isWhole = settled === theirs.length;
    const done: Shown = isWhole ? { as: 'exact', value: settled } : shown(settled);
    const late: Shown = isWhole
      ? { as: 'exact', value: 0 }
      : shown(theirs.filter((ask) => isLate(ask, today)).length);
    return [{ kind: first.kind, name: nameOf(first), asked: theirs.length, done, late }];
  });
}

/** Agreements that nobody can sign, because the written policy has no text for them. */
export const missingTexts = ({ policy }: Deps): readonly string[] =>
  policy.agreements.filter((agreement) => withheld(policy, agreement) !== undefined).map(({ name }) => name);
