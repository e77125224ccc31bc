import type { SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import type { Agreement } from '../../domain/policy/agreement.ts';
import type { Deps } from '../deps.ts';
import { coverageOf } from './coverage.ts';
import { sitesGated } from './who.ts';

/** Somebody, and what they have not signed that an account waits for. */
export interface Held {
  readonly person: Person;
  readonly agreement: Agreement;
}

/** Everybody at these sites whose accounts wait for a signature, by agreement. Nothing is switched here. */
export async function heldBack(
  deps: Deps,
  directory: Directory,
  sites: readonly SiteId[],
): Promise<readonly Held[]> {
  const all = await coverageOf(deps, directory, sites);
  return all
    .filter(({ agreement }) => agreement.gate !== undefined)
    .flatMap(({ agreement, outstanding }) => outstanding.map((person) => ({ person, agreement })));
}

/** The list as a table, made when it is fetched; undefined: they are not told of it any more. */
export async function accountsTable(
  deps: Deps,
  directory: Directory,
  person: Person,
): Promise<readonly (readonly string[])[] | undefined> {
  const sites = sitesGated(deps, person);
  if (sites.length === 0) return undefined;
  const held = await heldBack(deps, directory, sites);
  const siteNames = (of: Person) =>
    deps.organisation.sites
      .filter(({ id }) => sitesOf(of).includes(id))
      .map(({ name }) => name)
      .join('; ');
  const head = ['name', 'email', 'site', 'agreement', 'for'].map((each) =>
    deps.cards.say(`gate-column-${each}`),
  );
  return [
    head,
    ...held.map(({ person: of, agreement }) => [
      ...[of.name, of.email ?? '', siteNames(of)],
      ...[agreement.name, agreement.gate?.what ?? ''],
    ]),
  ];
}
