import { BOARD } from '../../domain/agreements/population.ts';
import type { SiteId } from '../../domain/ids.ts';
import { type Person, rolesAt, sitesOf } from '../../domain/people/directory.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import type { Role } from '../../domain/policy/facts.ts';
import type { Deps } from '../deps.ts';

const sitesWith = ({ organisation }: Deps, person: Person, roles: readonly Role[]): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((site) => rolesAt(person, site).some((role) => roles.includes(role)));

/** Where this person may see who has not signed: whoever leads on safeguarding, or leads the place. */
export const sitesNamed = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(deps, person, [...deps.policy.leads, 'headteacher', 'senior-leader']);

/** Where this person may see how many have signed, and of how many. */
export const sitesCounted = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(deps, person, [
    ...deps.policy.leads,
    ...['headteacher' as const, 'senior-leader' as const],
    ...deps.policy.oversight,
    ...BOARD,
  ]);

/** Where this person may write down what a child or a parent has signed on paper. */
export const sitesRecorded = (deps: Deps, person: Person, { by }: Agreement): readonly SiteId[] =>
  sitesWith(deps, person, by);

/** Where this person sees every visitor of the day. */
export const sitesReceived = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(deps, person, [...deps.policy.leads, 'headteacher', 'senior-leader', 'office']);

/** Where this person is told who has no accounts to have yet. */
export const sitesGated = (deps: Deps, person: Person): readonly SiteId[] =>
  sitesWith(
    deps,
    person,
    deps.policy.agreements.flatMap(({ gate }) => gate?.tell ?? []),
  );

/** Visitors are looked after by anybody who belongs here. */
export const sitesHosted = (person: Person): readonly SiteId[] => sitesOf(person);
