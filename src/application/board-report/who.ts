import type { SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, rolesAt } from '../../domain/people/directory.ts';
import type { Role } from '../../domain/policy/facts.ts';
import type { Deps } from '../deps.ts';
import type { ReportState } from './state.ts';

const sitesWith = ({ organisation }: Deps, person: Person, roles: readonly Role[]): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => roles.includes(role)));

/** Sites whose report this person drafts and releases. */
export const sitesOfWriter = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(deps, person, deps.policy.board?.by ?? []);

/** Sites whose report this person gets. */
export const sitesOfReader = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(deps, person, deps.policy.board?.to ?? []);

/** Whether there is ever a report for this person. */
export const seesBoard = (deps: Deps, person: Person): boolean =>
  sitesOfWriter(deps, person).length + sitesOfReader(deps, person).length > 0;

/** Its writer looks at it and releases it, as long as they have the role: it counts what they may see. */
export const mayRelease = (deps: Deps, person: Person, { writer, sites }: ReportState): boolean =>
  person.id === writer && sites.every((site) => sitesOfWriter(deps, person).includes(site));

/** Everybody who gets a released report. */
export const readersOf = (directory: Directory, { sites, to }: ReportState): readonly Person[] => {
  const ids = new Set(sites.flatMap((site) => holders(directory, site, to).map(({ id }) => id)));
  return directory.people.filter(({ id }) => ids.has(id));
};

/** The draft for whoever may release it; a released report for its readers too. */
export const mayRead = (deps: Deps, directory: Directory, person: Person, state: ReportState): boolean =>
  mayRelease(deps, person, state) ||
  (state.progress.standing === 'released' && readersOf(directory, state).some(({ id }) => id === person.id));
