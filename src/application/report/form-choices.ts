import type { SlotData } from '../../cards/fill.ts';
import type { SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, rolesAt } from '../../domain/people/directory.ts';
import { FACTS } from '../../domain/policy/facts.ts';
import type { Deps } from '../deps.ts';

/** Places of the body, left and right. */
export const PLACES = [
  ...['face', 'head', 'neck', 'left-arm', 'right-arm', 'left-hand', 'right-hand', 'chest', 'tummy', 'back'],
  ...['bottom', 'left-leg', 'right-leg', 'left-foot', 'right-foot'],
] as const;

/** The ticks in two halves: Slack shows ten tick boxes at most, and a longer list folds away. */
export const ABOUT_CHILD = ['told', 'mark', 'images', 'self-harm', 'home', 'missing'] as const;
export const ABOUT_OTHERS = FACTS.harm.filter((harm) => !ABOUT_CHILD.some((about) => about === harm));

/** A list longer than this, in bytes of JSON, would push the card past what every client takes. */
const LONGEST_LIST = 16_000;

/** Everyone who works or volunteers at the site, by name. */
export const listedAdults = (directory: Directory, site: SiteId, reporter: Person): readonly Person[] =>
  directory.people
    .filter((person) => person.id !== reporter.id && rolesAt(person, site).length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** The staff list to pick from; empty where it is too long, and then names are typed. */
export function adultChoices(people: readonly Person[]): readonly SlotData[] {
  const choices = people.map(({ id, name }) => ({ title: name, value: id }));
  return new TextEncoder().encode(JSON.stringify(choices)).length > LONGEST_LIST ? [] : choices;
}

/** Our words for the answers of a closed question. */
export function choicesOf(deps: Deps, phrase: string, values: readonly string[]): readonly SlotData[] {
  const { child, children } = deps.policy.lexicon;
  return values.map((value) => ({ value, title: deps.cards.say(`${phrase}-${value}`, { child, children }) }));
}
