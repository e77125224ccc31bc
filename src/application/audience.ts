import { barred } from '../domain/access.ts';
import type { CaseState } from '../domain/case/state.ts';
import { type Directory, personByAccount, rolesAt } from '../domain/people/directory.ts';
import type { Deps } from './deps.ts';
import type { Address } from './messenger.ts';

/**
 * Whether even a thin card may stand in a channel: everyone who can read it holds one of the leads' roles at the
 * site, nobody is a guest or unknown, and nobody of the case is among them. Asked before each post.
 */
export async function mayStandIn(
  deps: Deps,
  channel: Address,
  state: CaseState,
  directory: Directory,
): Promise<boolean> {
  const members = await deps.messengers[channel.platform]?.members(channel);
  if (members === undefined || members.length === 0) return false;
  const out = barred(state, directory);
  const roles = [...state.plan.leads, ...state.plan.route.rungs.flat()];
  return members.every(({ account, guest }) => {
    const person = personByAccount(directory, channel.platform, account);
    return (
      !guest &&
      person !== undefined &&
      !out.has(person.id) &&
      rolesAt(person, state.site).some((role) => roles.includes(role))
    );
  });
}

/** Whether everybody who can read a channel is somebody of this organisation, for what concerns no child. */
export async function isOurs(deps: Deps, channel: Address, directory: Directory): Promise<boolean> {
  const members = await deps.messengers[channel.platform]?.members(channel);
  if (members === undefined || members.length === 0) return false;
  return members.every(
    ({ account, guest }) => !guest && personByAccount(directory, channel.platform, account) !== undefined,
  );
}
