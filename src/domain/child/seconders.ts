import { barred, mayWork } from '../access.ts';
import type { CaseState } from '../case/state.ts';
import { linkOf } from '../case/work/links.ts';
import { type Directory, holders, type Person } from '../people/directory.ts';

/**
 * Who may agree that an entry stands in the wrong child's story: another lead of the site; with none, whoever else works
 * the case; with nobody, the independent role. Never whoever asked, and nobody who must learn nothing.
 */
export function seconders(state: CaseState, directory: Directory, child: number): readonly Person[] {
  const strike = linkOf(state, child)?.strike;
  if (strike === undefined) return [];
  const out = barred(state, directory);
  const others = directory.people.filter(({ id }) => id !== strike.by && !out.has(id));
  const leads = holders(directory, state.site, state.plan.leads);
  const working = others.filter((person) => mayWork(person, state, directory));
  const kinds = [
    working.filter((person) => leads.includes(person)),
    working,
    holders(directory, state.site, state.plan.independent).filter((person) => others.includes(person)),
  ];
  return kinds.find((people) => people.length > 0) ?? [];
}

/** Children of the case about whom somebody has asked, and this person may answer. */
export const strikesFor = (state: CaseState, directory: Directory, { id }: Person): readonly number[] =>
  state.links
    .map(({ child }) => child)
    .filter((child) => seconders(state, directory, child).some((person) => person.id === id));
