import type { Organisation } from '../organisation.ts';
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

/** Who would hear of a worry about this person, once they and everyone left out are taken away. */
function hearing(policy: Policy, { id }: Site, directory: Directory, about: Person): readonly Person[] {
  const facts = { adult: ['yes'], 'adult-role': [...rolesAt(about, id)] };
  const route = chooseRoute(policy, facts);
  const out = [about, ...holders(directory, id, route.exclude ?? [])].map((person) => person.id);
  return holders(directory, id, [...route.rungs.flat(), ...policy.independent]).filter(
    (person) => !out.includes(person.id),
  );
}

const alone = (policy: Policy, site: Site, directory: Directory): readonly Remark[] =>
  directory.people
    .filter((person) => rolesAt(person, site.id).length > 0)
    .filter((person) => hearing(policy, site, directory, person).length === 0)
    .map((person) =>
      warning(
        'route.nobody',
        [],
        `A worry about "${person.id}" would reach nobody at "${site.id}": only outside numbers are left`,
        'Give one of the roles of that route to another person',
      ),
    );

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
