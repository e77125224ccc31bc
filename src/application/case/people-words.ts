import type { CaseState } from '../../domain/case/state.ts';
import type { PersonId, SiteId } from '../../domain/ids.ts';
import { type Directory, nameById, type Person, rolesAt } from '../../domain/people/directory.ts';
import type { Role } from '../../domain/policy/facts.ts';
import type { Policy } from '../../domain/policy/pack.ts';
import type { Deps } from '../deps.ts';

/** How a pack spells a role out: "designated safeguarding lead (DSL)". */
export const labelOf = (policy: Policy, role: Role): string =>
  policy.roles[role]?.label ?? role.replaceAll('-', ' ');

/** How a pack calls a role on a button: "safeguarding lead". */
export const shortOf = (policy: Policy, role: Role): string =>
  policy.roles[role]?.short ?? role.replaceAll('-', ' ');

/** What somebody is here, for a line that must not name them: the first of the pack's roles that they hold. */
export function roleWord(
  { cards, policy }: Pick<Deps, 'cards' | 'policy'>,
  person: Person | undefined,
  site: SiteId,
): string {
  if (person === undefined) return cards.say('somebody');
  const held = rolesAt(person, site);
  const role = ([...policy.leads, ...policy.independent, 'senior-leader'] as const).find((each) =>
    held.includes(each),
  );
  return role === undefined ? cards.say('a-colleague') : shortOf(policy, role);
}

export const nameOf = (deps: Pick<Deps, 'cards'>, directory: Directory, id: PersonId): string =>
  nameById(directory, id) ?? deps.cards.say('somebody-who-left');

/** Who reported is said in the case about the adult, and not in the child's record beside it: it may be that very adult. */
export const isUnnamedIn = (state: Pick<CaseState, 'beside' | 'reporter'>, id: PersonId): boolean =>
  state.beside?.side === 'child' && id === state.reporter;

/** Who did something in a case, for somebody who may read it. */
export const writerIn = (
  deps: Pick<Deps, 'cards'>,
  directory: Directory,
  state: Pick<CaseState, 'beside' | 'reporter'>,
  id: PersonId,
): string => (isUnnamedIn(state, id) ? deps.cards.say('beside-reporter') : nameOf(deps, directory, id));

/** A source as one line of many: sections of this organisation's own policy without its long title. */
export const cited = ({ cards, policy }: Pick<Deps, 'cards' | 'policy'>, why: string): string =>
  why.replaceAll(`${policy.title}, `, `${cards.say('our-policy')}, `);

const LIST = new Intl.ListFormat('en-GB');
/** "A, B and C" */
export const listOf = (items: readonly string[]): string => LIST.format(items);

/** First letter up, the rest as it is. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "headteacher and technical lead" */
export const rolesWord = ({ policy }: Pick<Deps, 'policy'>, roles: readonly Role[]): string =>
  listOf(roles.map((role) => shortOf(policy, role)));

/** As much as a button on a phone has room for. */
const LONGEST_BUTTON = 40;

/** "Tell the technical lead": a button that names roles, or stands for them where they are too many. */
export function tellWords(
  deps: Pick<Deps, 'cards' | 'policy'>,
  name: 'tell' | 'tell-send',
  roles: readonly Role[],
): string {
  const title = deps.cards.say(`${name}-role`, { roles: rolesWord(deps, roles) });
  return title.length <= LONGEST_BUTTON ? title : deps.cards.say(`${name}-roles`);
}
