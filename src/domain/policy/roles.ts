import { Role } from './facts.ts';
import type { PolicyFile } from './pack.ts';

type Roles = Pick<PolicyFile, 'roles'>;

/** The roles that this pack has. */
export const rolesOf = ({ roles }: Roles): readonly Role[] =>
  Role.options.filter((role) => roles[role] !== undefined);

/** Who holds a role in the end: where the headteacher is the safeguarding lead, both are the headteacher. */
export function holderOf(pack: Roles, role: Role, seen: readonly Role[] = []): Role {
  const next = pack.roles[role]?.heldBy;
  return next === undefined || seen.includes(role) ? role : holderOf(pack, next, [...seen, role]);
}

/** The role and every role that the same person holds by the policy. */
export const sameHolder = (pack: Roles, role: Role): readonly Role[] =>
  Role.options.filter((other) => holderOf(pack, other) === holderOf(pack, role));

/** Spelled out, as people know it. */
export const labelOf = (pack: Roles, role: Role): string => pack.roles[role]?.label ?? role;
