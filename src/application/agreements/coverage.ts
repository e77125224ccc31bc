import { type Family, missingFrom, plainName, signersOf } from '../../domain/agreements/family.ts';
import { POPULATIONS, type Population, populationOf } from '../../domain/agreements/population.ts';
import { openFor } from '../../domain/agreements/visitor.ts';
import type { PersonId, SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import { asksOf, type Issue } from '../../domain/people/record/asks.ts';
import { newPersonRecord, type PersonRecord } from '../../domain/people/record/state.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import { withheld } from '../../domain/policy/withheld.ts';
import type { Deps } from '../deps.ts';
import { requiredOf } from '../people/required.ts';
import { listPeople, todayOf } from '../people/store.ts';
import { listFamilies } from './family-store.ts';
import { listVisitors } from './visitor-store.ts';

/** Of how many of one population an agreement is asked, and how many have signed the text as it stands. */
export interface Count {
  readonly population: Population;
  readonly asked: number;
  readonly signed: number;
  /** What `asked` rests on: the directory, organisation.yaml, what was recorded so far, or the visitors of this month. */
  readonly of: 'directory' | 'roll' | 'recorded' | 'month';
}

export interface Coverage {
  readonly agreement: Agreement;
  /** There is no text: nobody is asked, and no share of anything is signed. */
  readonly notAvailable: ReturnType<typeof withheld>;
  readonly counts: readonly Count[];
  /** People of the directory who have not signed: only for whoever may see names (`sitesNamed`). */
  readonly outstanding: readonly Person[];
  /** Who wrote something about the text beside their signature. */
  readonly commented: readonly PersonId[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

function ofPeople(deps: Deps, issue: Issue, people: readonly Person[], records: readonly PersonRecord[]) {
  const byPerson = new Map(records.map((record) => [record.person, record]));
  const today = todayOf(deps);
  const required = { ...requiredOf(deps), training: [], audits: [], issues: [issue] };
  const asked = people.flatMap((person) => {
    const record = byPerson.get(person.id) ?? newPersonRecord(person.id, today, sitesOf(person));
    const [ask] = asksOf(required, person, record, today);
    const isExcused = record.notMine[`agreement:${issue.agreement.id}`]?.answered?.right === true;
    // Near its end it still holds.
    const isSigned = ask?.last !== undefined && (ask.due === undefined || ask.due >= today);
    return ask === undefined || isExcused ? [] : [{ person, record, isSigned }];
  });
  const groups = Map.groupBy(asked, ({ person }) => populationOf(person));
  return {
    counts: [...groups].map(
      ([population, all]): Count => ({
        ...{ population, asked: all.length, of: 'directory' },
        signed: all.filter(({ isSigned }) => isSigned).length,
      }),
    ),
    outstanding: asked.filter(({ isSigned }) => !isSigned).map(({ person }) => person),
    commented: asked
      .filter(({ record }) => record.signed[issue.agreement.id]?.some(({ comment }) => comment !== undefined))
      .map(({ person }) => person.id),
  };
}

/** A class that agreed together counts for those who were there, and for no fewer than signed by themselves. */
function agreedIn(
  families: readonly Family[],
  issue: Issue,
): { readonly known: number; readonly agreed: number } {
  const classes = Map.groupBy(families, ({ site, about }) => `${site}|${plainName(about.class)}`);
  const counted = [...classes.values()].map((all) => {
    const together = all.flatMap((family) =>
      family.about.type === 'class' && signersOf(family, issue).includes('class')
        ? [family.about.children]
        : [],
    );
    const children = all.filter(({ about }) => about.type === 'child');
    const own = children.filter((family) => signersOf(family, issue).includes('child')).length;
    return {
      known: Math.max(children.length, ...together),
      agreed: Math.max(own, ...together),
    };
  });
  return { known: sum(counted.map(({ known }) => known)), agreed: sum(counted.map(({ agreed }) => agreed)) };
}

function ofFamilies(deps: Deps, issue: Issue, families: readonly Family[], sites: readonly SiteId[]) {
  const { children: rolls = {} } = deps.organisation;
  const here = families.filter(({ site }) => sites.includes(site));
  const { known, agreed } = agreedIn(here, issue);
  const byParents = here.filter((family) => signersOf(family, issue).includes('parent')).length;
  const hasRolls = sites.every((site) => rolls[site] !== undefined);
  const roll = sum(sites.map((site) => rolls[site] ?? 0));
  // A roll that is out of date never makes more than all of it.
  const count = (population: Population, signed: number): Count => ({
    ...{ population, signed },
    ...(hasRolls ? { asked: Math.max(roll, signed), of: 'roll' } : { asked: known, of: 'recorded' }),
  });
  const { signatures = [] } = issue.agreement;
  return {
    counts: [
      ...(signatures.includes('child') ? [count('students', agreed)] : []),
      ...(signatures.includes('parent') ? [count('parents', byParents)] : []),
    ],
    outstanding: [],
    commented: [],
  };
}

/** Per agreement and population, at these sites together: who may see it, the caller has asked (`who.ts`). */
export async function coverageOf(
  deps: Deps,
  directory: Directory,
  sites: readonly SiteId[],
): Promise<readonly Coverage[]> {
  const people = directory.people.filter((person) => sitesOf(person).some((site) => sites.includes(site)));
  const records = await listPeople(deps, sites);
  const families = (await listFamilies(deps, sites)).map(({ family }) => family);
  const visitors = (await listVisitors(deps, sites, todayOf(deps))).map(({ visitor }) => visitor);
  const { issues } = requiredOf(deps);
  return deps.policy.agreements.map((agreement): Coverage => {
    const issue = issues.find((each) => each.agreement.id === agreement.id);
    const none = {
      agreement,
      notAvailable: withheld(deps.policy, agreement),
      outstanding: [],
      commented: [],
    };
    if (issue === undefined) return { ...none, counts: [] };
    if (agreement.for === 'people') return { ...none, ...ofPeople(deps, issue, people, records) };
    if (agreement.for === 'children') return { ...none, ...ofFamilies(deps, issue, families, sites) };
    const cleared = visitors.filter((visitor) => openFor(visitor, [issue]).length === 0).length;
    return {
      ...none,
      counts: [{ population: 'visitors', asked: visitors.length, signed: cleared, of: 'month' }],
    };
  });
}

/** Children for whom something was signed, and not yet by everybody who is to sign. */
export const halfSigned = (families: readonly Family[], issue: Issue): readonly Family[] =>
  families.filter(
    (family) =>
      family.about.type === 'child' &&
      signersOf(family, issue).length > 0 &&
      missingFrom(family, issue, families).length > 0,
  );

/** "Students" before "parents", as the policies name them. */
export const inOrder = (counts: readonly Count[]): readonly Count[] =>
  POPULATIONS.flatMap((population) => counts.filter((each) => each.population === population));
