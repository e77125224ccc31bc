import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { SiteId } from '../../domain/ids.ts';
import { type Directory, type Person, personById } from '../../domain/people/directory.ts';
import { type AskRow, askName, type LatePerson, type Overview } from '../../domain/people/overview.ts';
import { daysBetween } from '../../domain/people/record/nudges.ts';
import { withheld } from '../../domain/policy/withheld.ts';
import { listOf, nameOf } from '../case/people-words.ts';
import type { Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { todayOf } from '../people/store.ts';
import { hasAccount } from '../training/late.ts';
import { readOverview, sitesCounted, sitesKept } from './read.ts';
import { waitsFor } from './waits.ts';

export type Asking = Pick<Pressed, 'deps' | 'directory' | 'person' | 'view'>;

/** As many names as a card takes; the file has them all. */
const NAMES = 12;

const percent = (done: number, asked: number): number =>
  asked === 0 ? 100 : Math.floor((done * 100) / asked);

const changeOf = (before: number, done: number): 'same' | 'up' | 'down' =>
  done === before ? 'same' : done > before ? 'up' : 'down';

/** "Safeguarding refresher: 52 of 60 have done it, 3 are late. A month ago: 41." */
function rowSlots({ cards: { say } }: Deps, { name, asked, done, late, before }: AskRow): SlotData {
  return {
    title: name,
    text: say(late === 0 ? 'glance-row' : 'glance-row-late', {
      done,
      asked,
      late,
      percent: percent(done, asked),
    }),
    trend: before === undefined ? undefined : say(`glance-trend-${changeOf(before, done)}`, { before }),
  };
}

function lateSlots({ deps, directory }: Asking, { person, asks, since }: LatePerson): SlotData {
  const { say } = deps.cards;
  const days = daysBetween(since, todayOf(deps));
  const found = personById(directory, person);
  return {
    name: words(nameOf(deps, directory, person)),
    what: [
      `${listOf(asks.map(askName))}.`,
      say(days === 1 ? 'glance-days-one' : 'glance-days', { n: days }),
      ...(found !== undefined && !hasAccount(deps, found) ? [say('glance-no-account')] : []),
    ].join(' '),
  };
}

/** What nobody can sign, because the written policy has no text for it: not 100 %, but not there. */
const missing = ({ cards, policy }: Deps): readonly SlotData[] =>
  policy.agreements
    .filter((agreement) => withheld(policy, agreement) !== undefined)
    .map(({ name }) => ({ text: cards.say('glance-missing', { name }) }));

const first = ({ cards: { say } }: Deps, { people, complete, late }: Overview): string => {
  if (people === 0) return say('glance-nobody');
  if (late.length === 0) return say('glance-none-late', { people, complete });
  return say(late.length === 1 ? 'glance-one-late' : 'glance-late', { n: late.length, people, complete });
};

/** One line for the App Home: how many are late. */
export async function glanceLine(
  deps: Deps,
  directory: Directory,
  person: Person,
): Promise<string | undefined> {
  const kept = sitesKept(deps, person);
  return kept.length === 0 ? undefined : first(deps, await readOverview(deps, directory, kept));
}

const siteNames = ({ organisation }: Deps, sites: readonly SiteId[]): string =>
  listOf(organisation.sites.filter(({ id }) => sites.includes(id)).map(({ name }) => name));

/** How training, agreements and self-checks stand: with names for who leads, as numbers for who answers for it all. */
export async function overviewCard(asking: Asking, notice?: string): Promise<Card | undefined> {
  const { deps, directory, person } = asking;
  const kept = sitesKept(deps, person);
  const sites = kept.length > 0 ? kept : sitesCounted(deps, person);
  if (sites.length === 0) return undefined;
  const overview = await readOverview(deps, directory, sites);
  const named = kept.length > 0;
  const others = overview.late.length - NAMES;
  const waits = waitsFor(deps, directory, person, overview);
  const waiting = waits.toCheck.length + waits.notMine.length;
  return deps.cards.show('compliance', {
    notice,
    sites: siteNames(deps, sites),
    date: dayWords(todayOf(deps)),
    first: first(deps, overview),
    rows: overview.rows.map((row) => rowSlots(deps, row)),
    missing: missing(deps),
    hasLate: named && overview.late.length > 0,
    late: named ? overview.late.slice(0, NAMES).map((each) => lateSlots(asking, each)) : [],
    more: named && others > 0 ? deps.cards.say('glance-more', { n: others }) : undefined,
    toCheck: named && waiting > 0 ? deps.cards.say('glance-to-check', { n: waiting }) : undefined,
    canRemind: named && overview.late.length > 0,
    canKeep: named,
    audits: named && deps.policy.audits.length > 0,
  });
}
