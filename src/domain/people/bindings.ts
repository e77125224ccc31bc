import type { Organisation } from '../organisation.ts';
import type { Role } from '../policy/facts.ts';
import { error, type Remark, warning } from '../policy/finding.ts';
import type { Policy } from '../policy/pack.ts';
import { holderOf, rolesOf } from '../policy/roles.ts';
import { chooseRoute } from '../policy/route.ts';
import { type Directory, holders, type Person, rolesAt } from './directory.ts';

type Site = Organisation['sites'][number];

/** Where the policy says that one role is held by whoever holds another, they hold both. */
export function withHeldRoles(person: Person, policy: Pick<Policy, 'roles'>): Person {
  const held = person.roles.flatMap(({ role, site }) =>
    rolesOf(policy)
      .filter((other) => other !== role && holderOf(policy, other) === role)
      .map((other) => ({ role: other, site })),
  );
  const added = held.filter(
    ({ role, site }) => !person.roles.some((each) => each.role === role && each.site === site),
  );
  return { ...person, roles: [...person.roles, ...added] };
}

function unbound(policy: Policy, { id }: Site, directory: Directory): readonly Remark[] {
  return rolesOf(policy).flatMap((role) => {
    const what = policy.roles[role]?.unbound;
    if (what === undefined || what === 'allow' || holders(directory, id, [role]).length > 0) return [];
    const say = what === 'refuse' ? error : warning;
    return [say('role.unbound', [], `Nobody is "${role}" at "${id}"`, `Give somebody "${role}@${id}"`)];
  });
}

/** Who would hear of a worry about somebody with these roles, once everyone left out is taken away: themselves perhaps. */
function hearing(
  policy: Policy,
  { id }: Site,
  directory: Directory,
  roles: readonly Role[],
): readonly Person[] {
  const route = chooseRoute(policy, { adult: ['yes'], 'adult-role': [...roles] });
  const out = new Set(holders(directory, id, route.exclude ?? []).map((person) => person.id));
  return holders(directory, id, [...route.rungs.flat(), ...policy.independent]).filter(
    (person) => !out.has(person.id),
  );
}

function alone(policy: Policy, site: Site, directory: Directory): readonly Remark[] {
  // Of a hundred thousand people most hold the same few roles.
  const known = new Map<string, readonly Person[]>();
  return directory.people.flatMap((person) => {
    const roles = rolesAt(person, site.id);
    if (roles.length === 0) return [];
    const key = roles.join();
    const heard = known.get(key) ?? hearing(policy, site, directory, roles);
    known.set(key, heard);
    if (heard.some(({ id }) => id !== person.id)) return [];
    return [
      warning(
        'route.nobody',
        [],
        `A worry about "${person.id}" would reach nobody at "${site.id}": only outside numbers are left`,
        'Give one of the roles of that route to another person',
      ),
    ];
  });
}

/** What the people of an organisation lack for its policy to work, site by site. */
export const checkBindings = (
  policy: Policy,
  { sites }: Pick<Organisation, 'sites'>,
  directory: Directory,
): readonly Remark[] =>
  sites.flatMap((site) => [...unbound(policy, site, directory), ...alone(policy, site, directory)]);

/** At the end of every route stands a number outside that works for this organisation. */
export function checkOutside(
  policy: Policy,
  { contacts }: Pick<Organisation, 'contacts'>,
): readonly Remark[] {
  const hasPhone = (id: string) =>
    contacts[id] !== undefined || policy.contacts.some((each) => each.id === id && each.phone !== undefined);
  const silent = policy.routes
    .filter(({ outside }) => !outside.some(hasPhone))
    .map(({ id, outside }) =>
      error(
        'outside.no-number',
        ['contacts'],
        `Route "${id}" ends with ${outside.join(', ')}, and none of them has a number here`,
        `Write a local number under "contacts: ${outside[0]}"`,
      ),
    );
  const local = policy.contacts
    .filter(({ id, phone, web }) => phone === undefined && web === undefined && contacts[id] === undefined)
    .map(({ id, name }) =>
      warning(
        'contact.local',
        ['contacts'],
        `${name} has no number here`,
        `Write it under "contacts: ${id}"`,
      ),
    );
  const unknown = Object.keys(contacts)
    .filter((id) => !policy.contacts.some((each) => each.id === id))
    .map((id) =>
      error(
        'contact.missing',
        ['contacts', id],
        `The policy has no contact "${id}"`,
        `Use one of: ${policy.contacts.map((each) => each.id).join(', ')}`,
      ),
    );
  return [...silent, ...local, ...unknown];
}

/** Where the other policies are that this one names: one without a link is said, and a link that nothing asks for is a slip. */
export function checkLinks(policy: Policy, { links = {} }: Pick<Organisation, 'links'>): readonly Remark[] {
  const missing = policy.linked
    .filter(({ id }) => links[id] === undefined)
    .map(({ id, title }) =>
      warning(
        'link.missing',
        ['links'],
        `No link is set up for "${title}"`,
        `Write its address under "links: ${id}" in organisation.yaml`,
      ),
    );
  // An agreement has a link to the whole of it.
  const known = [...policy.linked, ...policy.agreements].map((each) => each.id);
  const unknown = Object.keys(links)
    .filter((id) => !known.includes(id))
    .map((id) =>
      error(
        'link.unknown',
        ['links', id],
        `The policy names no other policy "${id}"`,
        `Use one of: ${known.join(', ') || 'none yet'}`,
      ),
    );
  return [...missing, ...unknown];
}
