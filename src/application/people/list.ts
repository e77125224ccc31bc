import { type SlotData, words } from '../../cards/fill.ts';
import { leadsOneOf } from '../../domain/access.ts';
import type { SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, sitesOf } from '../../domain/people/directory.ts';
import { isHereOn } from '../../domain/people/here.ts';
import { nameOf } from '../case/people-words.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import { storedDirectory, todayOf } from '../directory.ts';
import type { Answer } from '../intent.ts';
import { dayText, rolesText, siteName } from './shown.ts';

type Asking = Pick<Pressed, 'deps' | 'directory' | 'person' | 'view'>;

/** Who left, and who comes, is news for this long. */
const LATELY = { days: 30 } as const;
const MOST_LINES = 20;

const ledBy = ({ policy, organisation }: Deps, person: Person): readonly SiteId[] =>
  organisation.sites
    .map(({ id }) => id)
    .filter((id) => leadsOneOf(person, [id], [...policy.leads, ...policy.independent]));

const isAt =
  (sites: readonly SiteId[]) =>
  (person: Person): boolean =>
    sitesOf(person).some((site) => sites.includes(site));

const hasNoAccount = ({ teams, slack }: Person): boolean => (teams ?? slack) === undefined;

/** Roles of their sites that wait for a yes; nobody is shown their own. */
const waits = (deps: Deps, stored: Directory, viewer: Person, sites: readonly SiteId[]) =>
  (stored.waiting ?? [])
    .filter(({ person, site }) => person !== viewer.id && sites.includes(site))
    .map((ask) =>
      deps.cards.say('people-waits', {
        who: nameOf(deps, stored, ask.person),
        roles: rolesText(deps, ask.roles),
        site: siteName(deps, ask.site),
      }),
    );

/** Lines under one heading; nothing where there are none. */
function section(deps: Deps, title: string, texts: readonly string[], note?: string): readonly SlotData[] {
  const more = texts.length - MOST_LINES;
  const shown = [
    ...texts.slice(0, MOST_LINES),
    ...(more > 0 ? [deps.cards.say('roles-more', { n: more })] : []),
  ];
  if (texts.length === 0) return [];
  return [
    {
      title: deps.cards.say(title),
      note: note && deps.cards.say(note),
      lines: shown.map((text) => ({ text: words(text) })),
    },
  ];
}

function sectionsFor(
  deps: Deps,
  stored: Directory,
  viewer: Person,
  sites: readonly SiteId[],
): readonly SlotData[] {
  const today = todayOf(deps);
  const day = Temporal.PlainDate.from(today);
  const [from, until] = [day.subtract(LATELY).toString(), day.add(LATELY).toString()];
  const here = stored.people.filter(isAt(sites));
  const dated = (who: string, date: string) => deps.cards.say('people-day', { who, date: dayText(date) });
  const unreached = here.filter((person) => hasNoAccount(person) && isHereOn(person, today));
  return [
    ...section(
      deps,
      'people-unreached',
      unreached.map(({ name }) => name),
      'people-unreached-note',
    ),
    ...section(deps, 'people-waiting', waits(deps, stored, viewer, sites)),
    ...section(
      deps,
      'people-coming',
      here.flatMap(({ name, started = '' }) =>
        started > today && started <= until ? [dated(name, started)] : [],
      ),
    ),
    ...section(
      deps,
      'people-gone',
      (stored.former ?? []).flatMap(({ name, left, sites: theirs = [] }) =>
        left >= from && theirs.some((site) => sites.includes(site)) ? [dated(name, left)] : [],
      ),
    ),
  ];
}

/** `people`: whom no message reaches, whose roles wait, who comes and who left. Typed as a message, a card to open it. */
export async function people({ deps, person, view }: Asking): Promise<Answer> {
  const sites = ledBy(deps, person);
  if (sites.length === 0) return nothingHere(deps);
  if (!view)
    return {
      type: 'card',
      card: deps.cards.show('people-message', {
        text: deps.cards.say('people-ready'),
        button: deps.cards.say('people-open'),
        do: 'people.open',
        record: '',
        isOpen: true,
      }),
    };
  const { directory: stored } = await storedDirectory(deps);
  const sections = sectionsFor(deps, stored, person, sites);
  const none = sections.length === 0 ? deps.cards.say('people-none') : undefined;
  return { type: 'card', card: deps.cards.show('people', { sections, none }) };
}
