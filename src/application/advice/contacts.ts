import { type Slot, type SlotData, words } from '../../cards/fill.ts';
import { type Directory, holders, type Person, sitesOf } from '../../domain/people/directory.ts';
import type { Contact } from '../../domain/policy/advice.ts';
import type { Role } from '../../domain/policy/facts.ts';
import { labelOf, listOf, sentence } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { bareWords, holdsWords } from '../typed-words.ts';
import { contactSlot, sitePhones } from './phones.ts';

interface Asking {
  readonly deps: Deps;
  readonly directory: Directory;
  readonly person: Person;
  /** "nudes" of "contacts nudes". */
  readonly rest: string;
}

/** Topics that say whom a contact helps. */
const AUDIENCES = {
  learner: ['child', 'children'],
  parent: ['parent', 'parents'],
  staff: ['staff'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** Typed between the word that finds something and ours: "contacts for nudes". */
const SMALL = ['for', 'the', 'and', 'about', 'with'];
/** People of many sites see the first of them: the numbers stand above. */
const MOST_PEOPLE = 12;

/** Who holds these roles where this person works: "Designated safeguarding lead (DSL), Fernhill", "Iris Kay". */
export function peopleHere(
  { deps, directory, person }: Omit<Asking, 'rest'>,
  roles: readonly Role[],
): readonly SlotData[] {
  const sites = deps.organisation.sites.filter(({ id }) => sitesOf(person).includes(id));
  return sites
    .flatMap(({ id, name }) =>
      roles.map((role) => ({
        role: sentence(labelOf(deps.policy, role)) + (sites.length > 1 ? `, ${name}` : ''),
        names: listOf(holders(directory, id, [role]).map((each) => each.name)),
      })),
    )
    .filter(({ names }) => names !== '')
    .slice(0, MOST_PEOPLE)
    .map(({ role, names }) => ({ role, names: words(names) }));
}

const slotsOf = (deps: Deps, contacts: readonly Contact[]): readonly SlotData[] =>
  contacts.flatMap((each) => contactSlot(deps, each) ?? []);

const isLocal = ({ phone, web }: Contact): boolean => phone === undefined && web === undefined;

function matching({ deps, rest }: Asking): readonly Contact[] {
  const wanted = bareWords(rest)
    .trim()
    .split(' ')
    .filter((word) => word.length > 2 && !SMALL.includes(word));
  return deps.policy.contacts.filter((contact) => {
    const text = bareWords([contact.name, contact.for, ...(contact.topics ?? [])].join(' '));
    // "nudes" and "nude" are one topic.
    return wanted.some((word) => holdsWords(text, word) || holdsWords(text, word.replace(/s$/, '')));
  });
}

/** Whom each helps: the same contact stands under everyone it is for. */
function byAudience({ deps }: Asking, found: readonly Contact[]): readonly SlotData[] {
  const { child } = deps.policy.lexicon;
  const group = (name: string, contacts: readonly Contact[]) => ({
    title: deps.cards.say(`contacts-${name}`, { child }),
    contacts: slotsOf(deps, contacts),
  });
  const helps = ({ topics = [] }: Contact, words: readonly string[]) =>
    words.some((word) => topics.includes(word));
  const audiences = Object.entries(AUDIENCES);
  const others = found.filter((each) => !audiences.some(([, words]) => helps(each, words)));
  return [
    ...audiences.map(([name, words]) =>
      group(
        name,
        found.filter((each) => helps(each, words)),
      ),
    ),
    group('anyone', others),
  ];
}

const isFull = ({ contacts }: { readonly contacts?: Slot }): boolean =>
  Array.isArray(contacts) && contacts.length > 0;

/** `contacts`: here, near, and in the whole country. `contacts nudes`: what helps with that. Opens no case. */
export function contacts(asking: Asking): Answer {
  const { deps } = asking;
  const found = matching(asking);
  const all = deps.policy.contacts;
  const tiers = [
    { title: deps.cards.say('contacts-local'), contacts: slotsOf(deps, all.filter(isLocal)) },
    {
      title: deps.cards.say('contacts-national'),
      contacts: slotsOf(
        deps,
        all.filter((each) => !isLocal(each)),
      ),
    },
  ];
  return {
    type: 'card',
    card: deps.cards.show('contacts', {
      sites: deps.organisation.sites.flatMap(({ id, name }) =>
        sitePhones(deps, id).map(({ number, who }) => ({ name, number, who })),
      ),
      people: found.length > 0 ? [] : peopleHere(asking, deps.policy.leads),
      groups: (found.length > 0 ? byAudience(asking, found) : tiers).filter(isFull),
    }),
  };
}
