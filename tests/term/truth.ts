import type { RecordId } from '../../src/domain/ids.ts';
import { refOf } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/policy/facts.ts';
import type { About, PlannedConcern } from './plan.ts';
import { PEOPLE, type Site } from './school.ts';

/** What the test itself knows of a case: written here as it is planned and done, never asked of the bot. */
export interface TrueCase {
  readonly planned: PlannedConcern;
  readonly id: RecordId;
  readonly ref: string;
  readonly site: Site;
  /** It changes once, when the head says that no adult comes into it. */
  about: About;
  /** Whose worry it is to follow; nobody's, for a child's record beside one about an adult. */
  readonly reporter: string | undefined;
  /** Everybody who is named as part of it. */
  readonly involved: ReadonlySet<string>;
  /** Who was asked to do something. */
  readonly asked: Set<string>;
  /** Who had it before it was handed on: what is left of their card says so. */
  readonly knew: Set<string>;
  /** The case about an adult beside which it is kept: whoever has that knows that this is there. */
  readonly beside: TrueCase | undefined;
  opened: boolean;
  closed: boolean;
}

/** The people as they are on that day. */
export function truth() {
  const roles = new Map(
    PEOPLE.people.map(({ id, roles: held }) => [String(id), held.map(({ role, site }) => `${role}@${site}`)]),
  );
  const cases = new Map<RecordId, TrueCase>();
  const byRef = new Map<string, TrueCase>();
  const rungs = new Map<RecordId, number>();
  const holds = (person: string, role: Role, site: Site): boolean =>
    roles.get(person)?.includes(`${role}@${site}`) === true;
  const isOne = (person: string, site: Site, ...any: readonly Role[]): boolean =>
    any.some((role) => holds(person, role, site));

  /** Must learn nothing of it, whatever else they are. */
  function isKeptOut(person: string, found: TrueCase): boolean {
    if (found.involved.has(person)) return true;
    if (found.about === 'head') return holds(person, 'headteacher', found.site);
    const isAboutLeads = found.about === 'dsl' || found.about === 'unsure';
    return isAboutLeads && isOne(person, found.site, 'dsl', 'deputy');
  }
  /** The school's rule in four lines, as it stands in the policy's words. */
  function mayWork(person: string, found: TrueCase): boolean {
    const { site, about } = found;
    const rung = rungs.get(found.id) ?? 0;
    if (isKeptOut(person, found)) return false;
    if (about === 'child')
      return isOne(person, site, 'dsl', 'deputy') || (rung > 1 && holds(person, 'senior-leader', site));
    if (about === 'head') return holds(person, 'chair-of-governors', site);
    return holds(person, 'headteacher', site) || (rung > 0 && holds(person, 'chair-of-governors', site));
  }

  /** What is shared with whom now, by child. */
  const shares = new Map<number, Set<string>>();
  function mayKnowChild(person: string, child: number, site: Site): boolean {
    if (isOne(person, site, 'dsl', 'deputy') || shares.get(child)?.has(person) === true) return true;
    return [...cases.values()].some(
      (each) => each.planned.child === child && (each.planned.reporter === person || mayWork(person, each)),
    );
  }

  return {
    cases,
    mayKnowChild,
    shares: (child: number): Set<string> => {
      const known = shares.get(child) ?? new Set();
      shares.set(child, known);
      return known;
    },
    sharedWith: (person: string): readonly number[] =>
      [...shares].flatMap(([child, people]) => (people.has(person) ? [child] : [])),
    /** How far a case was called is what time did: it is read from what was written, as it is written. */
    called(id: RecordId, brief: unknown): void {
      const { rung } = Object(brief);
      if (typeof rung === 'number') rungs.set(id, rung);
    },
    byRef,
    holds,
    worksAt: (person: string, site: Site): boolean =>
      roles.get(person)?.some((each) => each.endsWith(`@${site}`)) === true,
    isKeptOut,
    mayWork,
    isHere: (person: string): boolean => roles.has(person),
    leaves: (person: string): void => {
      roles.delete(person);
    },
    people: (): readonly string[] => [...roles.keys()],
    /** Whoever may come to have cases, and so has a desk. */
    desks: (): readonly string[] =>
      [...roles].flatMap(([id, held]) =>
        held.some((each) => /^(dsl|deputy|senior-leader|headteacher|chair-of-governors)@/.test(each))
          ? [id]
          : [],
      ),
    add(
      planned: PlannedConcern,
      id: RecordId,
      more: Partial<Pick<TrueCase, 'reporter' | 'about' | 'beside'>> & {
        readonly involved?: ReadonlySet<string>;
      } = {},
    ): TrueCase {
      const found: TrueCase = {
        planned,
        id,
        ref: refOf(id),
        site: planned.site,
        about: more.about ?? planned.about,
        reporter: 'reporter' in more ? more.reporter : planned.reporter,
        involved:
          more.involved ?? new Set([planned.adult, planned.connected].filter((each) => each !== undefined)),
        asked: new Set(),
        knew: new Set(),
        beside: more.beside,
        opened: false,
        closed: false,
      };
      cases.set(id, found);
      byRef.set(found.ref, found);
      return found;
    },
  };
}
export type Truth = ReturnType<typeof truth>;
