import { type SlotData, words } from '../../cards/fill.ts';
import { leadsOneOf } from '../../domain/access.ts';
import { nameOf, rolesWord } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import { type ChildRecord, readChild } from './child-store.ts';
import { type Reading, type SiblingHint, type Story, siblingHint } from './story-material.ts';
import { siblingWord } from './story-words.ts';

const MOST = { readers: 10, shares: 5, struck: 3, siblings: 6, elsewhere: 4 } as const;
const REASON = 120;

const cut = (text: string) => words(text.length > REASON ? `${text.slice(0, REASON).toWellFormed()}…` : text);

const NOTHING: SlotData = {
  struck: [],
  siblings: [],
  elsewhere: [],
  shares: [],
  readers: [],
  moreReaders: undefined,
};

function siblingSlot({ deps, person }: Reading, { id, child, count, asks }: SiblingHint): SlotData {
  const { leads } = deps.policy;
  const sites = deps.organisation.sites.filter((site) => child.sites.includes(site.id));
  const role = rolesWord(deps, leads.slice(0, 1));
  const isTheirs = leadsOneOf(person, child.sites, leads);
  return {
    // Who it is, only to somebody who has them in a register of their own.
    who: isTheirs ? words(`${child.entry.name}:`) : '',
    text: [
      ...(count > 0 ? [siblingWord(deps, count)] : []),
      ...(asks
        ? [deps.cards.say('sibling-ask', { role, sites: sites.map(({ name }) => name).join(', ') })]
        : []),
    ].join(' '),
    open: count > 0 ? id : undefined,
  };
}

async function siblingSlots(reading: Reading, { state }: ChildRecord): Promise<readonly SlotData[]> {
  const hints = await Promise.all(
    state.entry.siblings.slice(0, MOST.siblings).map(async (id) => {
      const child = await readChild(reading.deps, id);
      return child && siblingHint(reading, id, child.state);
    }),
  );
  return hints.flatMap((hint) => (hint === undefined ? [] : [siblingSlot(reading, hint)]));
}

/** What stands at the end, for leads of the child's site: struck entries, siblings, other places, shares, and who read it. */
export async function endSlots(
  reading: Reading,
  child: ChildRecord,
  { struck }: Story,
  isShown: boolean,
): Promise<SlotData> {
  if (!isShown) return NOTHING;
  const { deps, directory } = reading;
  const { say } = deps.cards;
  const { state } = child;
  const named = (id: Parameters<typeof nameOf>[2]) => nameOf(deps, directory, id);
  const readers = state.openedBy.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const more = readers.length - MOST.readers;
  return {
    struck: struck.slice(-MOST.struck).map((each) => ({
      title: say('story-struck', { time: clockTime(deps, each.at) }),
      reason: cut(each.reason),
      who: words(`${named(each.by)}, ${named(each.agreedBy)}`),
    })),
    siblings: await siblingSlots(reading, child),
    elsewhere: [
      ...state.elsewhere.map(({ where, what }) => ({
        title: say('story-elsewhere'),
        text: cut(`${where}: ${what}`),
      })),
      ...state.received.map(({ from, on, what }) => ({
        title: say('story-received'),
        text: cut(`${from}, ${on}: ${what}`),
      })),
    ].slice(-MOST.elsewhere),
    shares: state.shares.slice(-MOST.shares).map((share) => ({
      who: words(named(share.with)),
      scope: say(`scope-${share.scope}`),
      by: words(named(share.by)),
      when: clockTime(deps, share.at),
      reason: cut(share.reason),
      with: share.with,
    })),
    readers: readers
      .slice(0, MOST.readers)
      .map(({ by, at }) => ({ who: words(named(by)), when: clockTime(deps, at) })),
    moreReaders: more > 0 ? say('story-more-readers', { count: more }) : undefined,
  };
}
