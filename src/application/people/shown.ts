import { type SlotData, words } from '../../cards/fill.ts';
import type { SiteId } from '../../domain/ids.ts';
import {
  type Directory,
  holders,
  nameById,
  type RoleAt,
  type RoleNews,
  type Waiting,
} from '../../domain/people/directory.ts';
import { isAnnounced } from '../../domain/people/role-news.ts';
import { widens } from '../../domain/people/widens.ts';
import type { Role } from '../../domain/policy/facts.ts';
import { labelOf, rolesOf } from '../../domain/policy/roles.ts';
import { listOf, nameOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';

/** As many as a line of a card has room for. */
const MOST_NAMES = 12;

export const namesOf = (deps: Deps, names: readonly string[], most = MOST_NAMES): string =>
  names.length === 0
    ? deps.cards.say('roles-nobody')
    : listOf([
        ...names.slice(0, most),
        ...(names.length > most ? [deps.cards.say('roles-more', { n: names.length - most })] : []),
      ]);

export const siteName = (deps: Deps, site: SiteId): string =>
  deps.organisation.sites.find(({ id }) => id === site)?.name ?? site;

export const rolesText = ({ policy }: Deps, roles: readonly Role[]): string =>
  listOf(roles.map((role) => labelOf(policy, role)));

/** By day and time, as the organisation's clock has it. */
export const whenText = ({ organisation }: Deps, at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(organisation.timezone)
    .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export const dayText = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { dateStyle: 'long' });

/** What changed, of what the others hear of. */
function linesOf(deps: Deps, directory: Directory, { changes }: RoleNews): readonly SlotData[] {
  const { say } = deps.cards;
  return changes
    .filter((change) => isAnnounced(deps.policy, change))
    .flatMap(({ person, gained, lost, account }) => {
      const who = nameOf(deps, directory, person);
      return [
        ...(gained.length > 0 ? [say('roles-gained', { who, roles: rolesText(deps, gained) })] : []),
        ...(lost.length > 0 ? [say('roles-lost', { who, roles: rolesText(deps, lost) })] : []),
        ...(account === true ? [say('roles-account', { who })] : []),
      ];
    })
    .slice(0, MOST_NAMES)
    .map((text) => ({ text: words(text) }));
}

/** Who has which role of those that open something. */
const heldAt = (deps: Deps, directory: Directory, site: SiteId): readonly SlotData[] =>
  rolesOf(deps.policy)
    .filter((role) => widens(deps.policy, role))
    .map((role) => ({
      role: labelOf(deps.policy, role),
      names: words(
        namesOf(
          deps,
          holders(directory, site, [role]).map(({ name }) => name),
        ),
      ),
    }));

export const rolesSlots = (deps: Deps, directory: Directory, news: RoleNews): SlotData => ({
  site: siteName(deps, news.site),
  when: whenText(deps, news.at),
  by:
    news.by === undefined
      ? undefined
      : words(deps.cards.say('roles-by', { who: nameOf(deps, directory, news.by) })),
  lines: linesOf(deps, directory, news),
  held: heldAt(deps, directory, news.site),
});

/** `stored`: whoever gains something may be still to come. */
export const askSlots = (deps: Deps, stored: Directory, ask: Waiting): SlotData => {
  const lost = (stored.kept ?? []).filter(
    (each) => each.site === ask.site && ask.roles.includes(each.role) && each.person !== ask.person,
  );
  const lose = ({ role, person }: RoleAt & Pick<Waiting, 'person'>): SlotData => ({
    text: words(
      deps.cards.say('access-ends', {
        who: nameOf(deps, stored, person),
        roles: rolesText(deps, [role]),
      }),
    ),
  });
  const started = stored.people.find(({ id }) => id === ask.person)?.started;
  return {
    who: words(nameById(stored, ask.person) ?? ask.person),
    roles: rolesText(deps, ask.roles),
    site: siteName(deps, ask.site),
    by: words(
      deps.cards.say('access-by', { who: nameOf(deps, stored, ask.by), date: whenText(deps, ask.since) }),
    ),
    from:
      started === undefined || started <= ask.since.slice(0, 10)
        ? undefined
        : deps.cards.say('access-from', { date: dayText(started) }),
    ends: lost.map(lose),
  };
};
