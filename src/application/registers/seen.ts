import type { SiteId } from '../../domain/ids.ts';
import { type Person, rolesAt } from '../../domain/people/directory.ts';
import type { Register } from '../../domain/policy/register.ts';
import type { RequestState } from '../../domain/request/state.ts';
import type { Deps } from '../deps.ts';
import { plainly } from '../requests/ask.ts';

/** Whose entries of this register a person sees: those of the sites where they hold one of its roles. */
export const sitesSeen = ({ organisation }: Deps, person: Person, { seenBy }: Register): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => seenBy.includes(role)));

export const registersSeen = (deps: Deps, person: Person): readonly Register[] =>
  deps.policy.registers.filter((register) => sitesSeen(deps, person, register).length > 0);

/** The register of an entry, if this person sees it. */
export const registerOf = (deps: Deps, person: Person, { form, site }: RequestState): Register | undefined =>
  registersSeen(deps, person).find(
    (register) => register.id === form.keep?.register && sitesSeen(deps, person, register).includes(site),
  );

/** The register that exactly these words show. */
export const registerSaid = ({ policy }: Deps, text: string): Register | undefined =>
  policy.registers.find(({ words, title }) =>
    [...words, title].some((each) => plainly(each) === plainly(text)),
  );
