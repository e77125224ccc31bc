import type { Role } from './facts.ts';
import { error, type Place, type Remark } from './finding.ts';
import type { Library } from './library.ts';
import { isUse, procedureOf } from './merge.ts';
import type { PolicyFile } from './pack.ts';
import { rolesOf } from './roles.ts';
import { stepNodes } from './step-graph.ts';

interface Named<Name> {
  readonly at: Place;
  readonly name: Name;
}

const each = <Name>(at: Place, names: readonly Name[] | undefined): readonly Named<Name>[] =>
  (names ?? []).map((name, n) => ({ at: [...at, n], name }));

/** Every place where the pack names a role. */
function namedRoles(pack: PolicyFile): readonly Named<Role>[] {
  return [
    { at: ['review', 'owner'], name: pack.review.owner },
    ...each(['review', 'with'], pack.review.with),
    ...each(['review', 'tell'], pack.review.tell),
    ...each(['review', 'share'], pack.review.share),
    ...rolesOf(pack).flatMap((role) => {
      const name = pack.roles[role]?.heldBy;
      return name === undefined ? [] : [{ at: ['roles', role, 'heldBy'], name }];
    }),
    ...each(['leads'], pack.leads),
    ...each(['independent'], pack.independent),
    ...each(['oversight'], pack.oversight),
    ...pack.routes.flatMap(({ rungs, exclude }, n) => [
      ...rungs.flatMap((rung, m) => each(['routes', n, 'rungs', m], rung)),
      ...each(['routes', n, 'exclude'], exclude),
    ]),
    ...pack.requests.flatMap(({ by }, n) => each(['requests', n, 'by'], by)),
    ...pack.training.flatMap(({ roles }, n) => each(['training', n, 'roles'], roles)),
    ...pack.forms.flatMap(({ by }, n) => each(['forms', n, 'by'], by)),
    ...pack.registers.flatMap(({ seenBy, holders }, n) => [
      ...each(['registers', n, 'seenBy'], seenBy),
      ...(holders === undefined ? [] : [{ at: ['registers', n, 'holders'], name: holders }]),
    ]),
    ...pack.duties.flatMap(({ owner, onNo, newcomers, tell, share, meeting, with: others }, n) => [
      { at: ['duties', n, 'owner'], name: owner },
      ...(onNo === undefined ? [] : [{ at: ['duties', n, 'onNo'], name: onNo }]),
      ...each(['duties', n, 'newcomers'], newcomers),
      ...each(['duties', n, 'tell'], tell),
      ...each(['duties', n, 'with'], others),
      ...each(['duties', n, 'share'], share),
      ...each(['duties', n, 'meeting'], meeting),
    ]),
    ...pack.agreements.flatMap(({ roles, by, gate }, n) => [
      ...each(['agreements', n, 'roles'], roles),
      ...each(['agreements', n, 'by'], by),
      ...each(['agreements', n, 'gate', 'tell'], gate?.tell),
    ]),
    ...each(['search', 'by'], pack.search?.by),
  ];
}

/** Steps name roles too, also those of the library that the pack leaves as they are. */
const rolesOfSteps = (pack: PolicyFile, library: Library): readonly Named<Role>[] =>
  stepNodes(pack, library).flatMap(({ step, at }) => {
    const names = step.kind === 'approve' ? step.by : step.kind === 'inform' ? step.to : [];
    return names.map((name) => ({ at, name }));
  });

const unknownRole = ({ at, name }: Named<Role>): Remark =>
  error(
    'role.missing',
    at,
    `"${name}" is not among this pack's roles`,
    `Add "${name}" under "roles", or name another role here (for a library step: "by" or "to" under "steps")`,
  );

function twice(at: Place, ids: readonly string[], also: readonly string[] = []): readonly Remark[] {
  return ids.flatMap((id, n) =>
    also.includes(id) || ids.indexOf(id) < n
      ? [
          error(
            'id.twice',
            [...at, n],
            `"${id}" is used twice`,
            'Give one of them another id; the floor keeps its own',
          ),
        ]
      : [],
  );
}

function checkIds(pack: PolicyFile, library: Library): readonly Remark[] {
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const procedures = pack.procedures.map((entry) => (isUse(entry) ? entry.use : entry.id));
  return [
    ...twice(['routes'], ids(pack.routes)),
    ...twice(['guards'], ids(pack.guards), ids(library.floor.guards)),
    ...twice(['requests'], ids(pack.requests)),
    ...twice(['training'], ids(pack.training)),
    ...twice(['agreements'], ids(pack.agreements)),
    ...twice(['forms'], ids(pack.forms)),
    ...twice(['registers'], ids(pack.registers)),
    ...twice(['linked'], ids(pack.linked)),
    ...twice(['duties'], ids(pack.duties)),
    ...twice(['advice'], ids(pack.advice), ids(library.advice)),
    ...twice(['patterns'], ids(pack.patterns)),
    ...pack.forms.flatMap(({ fields }, n) => twice(['forms', n, 'fields'], ids(fields))),
    ...pack.duties.flatMap(({ checklist }, n) => twice(['duties', n, 'checklist'], ids(checklist))),
    ...twice(['procedures'], procedures),
    ...twice(
      ['contacts'],
      pack.contacts.map((entry) => ('use' in entry ? entry.use : entry.id)),
    ),
    ...pack.procedures.flatMap((entry, n) =>
      twice(['procedures', n], ids(procedureOf(entry, library)?.steps ?? [])),
    ),
  ];
}

function checkContacts(pack: PolicyFile, library: Library): readonly Remark[] {
  const named = pack.contacts.map((entry) => ('use' in entry ? entry.use : entry.id));
  const shared = library.contacts.map(({ id }) => id);
  const missing = pack.contacts.flatMap((entry, n) =>
    'use' in entry && !shared.includes(entry.use)
      ? [
          error(
            'contact.missing',
            ['contacts', n],
            `The library has no contact "${entry.use}"`,
            `Use one of: ${shared.join(', ')}`,
            entry.source,
          ),
        ]
      : [],
  );
  const outside = [
    ...pack.routes.flatMap((route, n) => each(['routes', n, 'outside'], route.outside)),
    ...pack.advice.flatMap(({ contacts }, n) => each(['advice', n, 'contacts'], contacts)),
  ]
    .filter(({ name }) => !named.includes(name))
    .map(({ at, name }) =>
      error(
        'contact.missing',
        at,
        `"${name}" is not among this pack's contacts`,
        `Add "- use: ${name}" under "contacts"`,
      ),
    );
  return [...missing, ...outside];
}

const checkTaxonomy = (pack: PolicyFile): readonly Remark[] => {
  const ids = pack.procedures.map((entry) => (isUse(entry) ? entry.use : entry.id));
  return pack.taxonomy.categories
    .flatMap(({ procedures }, n) => each(['taxonomy', 'categories', n, 'procedures'], procedures))
    .filter(({ name }) => !ids.includes(name))
    .map(({ at, name }) =>
      error(
        'procedure.missing',
        at,
        `"${name}" is not among this pack's procedures`,
        `Add "- use: ${name}" under "procedures"`,
      ),
    );
};

/** Every name that the pack uses belongs to something. */
export const checkNames = (pack: PolicyFile, library: Library): readonly Remark[] => [
  ...[...namedRoles(pack), ...rolesOfSteps(pack, library)]
    .filter(({ name }) => !rolesOf(pack).includes(name))
    .map(unknownRole),
  ...checkIds(pack, library),
  ...checkContacts(pack, library),
  ...checkTaxonomy(pack),
];
