import type { Facts, Role } from './facts.ts';
import { error, type Remark } from './finding.ts';
import type { PolicyFile, Route } from './pack.ts';
import { holderOf, labelOf, rolesOf, sameHolder } from './roles.ts';
import { applies } from './rules.ts';

/** Order: the first route that holds is taken, so the last catches everything and nothing comes after it. */
function checkOrder({ routes }: PolicyFile): readonly Remark[] {
  const last = routes.length - 1;
  return routes.flatMap(({ id, when, source }, n) => {
    const at = ['routes', n];
    if (when === undefined && n < last)
      return [
        error(
          'route.unreachable',
          ['routes', n + 1],
          `No report can reach the routes after "${id}", because "${id}" has no "when"`,
          `Move "${id}" to the end, or give it a "when"`,
          source,
        ),
      ];
    if (when !== undefined && n === last)
      return [
        error(
          'route.open-end',
          at,
          `The last route, "${id}", has a "when", so some report would go to nobody`,
          'Add a last route without "when"',
          source,
        ),
      ];
    const twin = routes.findIndex((other) => JSON.stringify(other.when) === JSON.stringify(when));
    if (twin < n)
      return [
        error(
          'route.unreachable',
          at,
          `"${id}" asks for the same as "${routes[twin]?.id}" above it, so it is never taken`,
          'Change its "when", or take it out',
          source,
        ),
      ];
    return [];
  });
}

/** The roles that hear of it once whoever it is about, and everyone left out, are taken away. */
function hearing(pack: PolicyFile, route: Route, out: readonly Role[]): readonly Role[] {
  const gone = [...out, ...(route.exclude ?? [])].map((role) => holderOf(pack, role));
  return route.rungs.flat().filter((role) => !gone.includes(holderOf(pack, role)));
}

const taken = (pack: PolicyFile, facts: Facts): number =>
  pack.routes.findIndex((each) => applies(each, facts));

/** A situation that needs somebody who is not part of it: who must not be the one to hear. */
interface Conflict {
  readonly what: string;
  readonly facts: Facts;
  readonly out: readonly Role[];
}

function conflictsOf(pack: PolicyFile): readonly Conflict[] {
  const about = rolesOf(pack).map((role) => ({
    what: `a worry about the ${labelOf(pack, role)}`,
    facts: { adult: ['yes'], 'adult-role': [...sameHolder(pack, role)] },
    out: [role],
  }));
  const leads = { what: 'a worry that may involve a safeguarding lead', out: pack.leads };
  return [
    ...about,
    { ...leads, facts: { 'may-involve-lead': ['yes'] } },
    { ...leads, facts: { adult: ['unsure'] } },
    ...about.map(({ facts }) => ({ ...leads, facts: { ...facts, 'may-involve-lead': ['yes'] } })),
  ];
}

/** Nobody who is part of it may be the only one who hears, and no shared channel shows it. */
function checkConflicts(pack: PolicyFile): readonly Remark[] {
  const remarks = conflictsOf(pack).flatMap(({ what, facts, out }): readonly Remark[] => {
    const n = taken(pack, facts);
    const route = pack.routes[n];
    if (route === undefined) return [];
    const at = ['routes', n];
    if (hearing(pack, route, out).length === 0)
      return [
        error(
          'route.conflict',
          at,
          `With "${route.id}", ${what} reaches nobody else`,
          'Add a rung with a role that another person holds',
          route.source,
        ),
      ];
    return route.channel
      ? [
          error(
            'route.channel',
            [...at, 'channel'],
            `With "${route.id}", ${what} would be announced in the leads' channel`,
            'Set "channel: false"',
            route.source,
          ),
        ]
      : [];
  });
  return [...new Map(remarks.map((each) => [`${each.code}${each.at.join()}`, each])).values()];
}

/** Who stands in for the leads is none of them. */
const checkIndependent = (pack: PolicyFile): readonly Remark[] =>
  pack.independent.flatMap((role, n) =>
    pack.leads.some((lead) => holderOf(pack, lead) === holderOf(pack, role))
      ? [
          error(
            'independent.is-lead',
            ['independent', n],
            `"${role}" stands in where a lead may be involved, and is one of the leads`,
            'Name a role that no lead holds',
          ),
        ]
      : [],
  );

/** The child's own record goes where worries about children go, and says nothing of the adult. */
const checkChild = ({ routes }: PolicyFile): readonly Remark[] =>
  routes.flatMap(({ id, about, child, source }, n) => {
    if (child === undefined) return [];
    const at = ['routes', n, 'child'];
    if (about === 'child')
      return [error('route.child', at, `"${id}" is about a child already`, 'Take "child" out', source)];
    const fits = routes.filter((route) => route.about === 'child').map((route) => route.id);
    return fits.includes(child)
      ? []
      : [
          error(
            'route.child',
            at,
            `"${child}" is no route about a child`,
            `Use one of: ${fits.join(', ')}`,
            source,
          ),
        ];
  });

export const checkRoutes = (pack: PolicyFile): readonly Remark[] => [
  ...checkOrder(pack),
  ...checkConflicts(pack),
  ...checkIndependent(pack),
  ...checkChild(pack),
];
