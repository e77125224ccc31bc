import type { SlotData } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { filterCode, NO_FILTER } from '../../domain/desk/filter.ts';
import type { Waiting } from '../../domain/desk/waiting.ts';
import type { Instant, RecordId } from '../../domain/ids.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { dayOf } from '../../domain/time/working-time.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import { lineSlots, shortSlots, whyLine } from './desk-lines.ts';
import { noteLook } from './desk-record.ts';
import { damagedLine, dutySlots, firstLine, type Look, lookAtDesk } from './look.ts';
import { type DeskCase, sitesOf } from './read-desk.ts';

/** Lines of one group, and of all: what can be read in a minute, and stays well under what a card may hold. */
const MOST = { inGroup: 3, inAll: 18 } as const;

/** "Tuesday 24 November" */
export const dayWords = (deps: Deps, at: Instant): string =>
  dayOf(at, deps.organisation.timezone).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });

function groupSlots(deps: Deps, { groups, day, sites }: Look, viewer: Person): readonly SlotData[] {
  const above = new Set<RecordId>();
  let left: number = MOST.inAll;
  return groups.map(({ group, title, waiting }) => {
    const shown = waiting.slice(0, Math.min(MOST.inGroup, left));
    left -= shown.length;
    const isNew = ({ case: { id } }: Waiting<DeskCase>) => !above.has(id);
    const lines = shown.map((each) => ({
      ...(isNew(each) ? lineSlots(deps, each.case, viewer, sites) : shortSlots(each.case)),
      why: ` ${whyLine(deps, group, each, day)}`,
    }));
    // One button for a case is enough: it stands where the case stands first.
    const buttons = shown.filter(isNew).map((each) => lineSlots(deps, each.case, viewer, sites));
    for (const each of shown) above.add(each.case.id);
    const hasMore = waiting.length > shown.length;
    return {
      title: deps.cards.say('desk-group', { title, n: waiting.length }),
      lines,
      buttons,
      // A reply may be waited for after closing too, so the list of a group leaves out none of it.
      all: hasMore ? deps.cards.say('desk-see-all', { n: waiting.length }) : undefined,
      filter: filterCode({ ...NO_FILTER, status: 'all', waits: group }),
    };
  });
}

function sinceLine(deps: Deps, { cases }: Look, before: Instant | undefined): string | undefined {
  if (before === undefined) return undefined;
  const { say } = deps.cards;
  const n = cases.filter(({ brief }) => brief.reportedAt > before).length;
  const time = clockTime(deps, before);
  return n === 0 ? say('desk-since-none', { time }) : say('desk-since', { time, n });
}

/** Everything that waits for this person, most pressing first; undefined: they have no desk. */
export async function todayCard(deps: Deps, directory: Directory, person: Person): Promise<Card | undefined> {
  if (sitesOf(deps, person).length === 0) return undefined;
  const before = await noteLook(deps, person.id);
  const look = await lookAtDesk(deps, directory, person, before);
  if (look === undefined) return undefined;
  return deps.cards.show('today', {
    date: dayWords(deps, look.day.now),
    first: firstLine(deps, look),
    since: sinceLine(deps, look, before),
    damaged: damagedLine(deps, look),
    groups: groupSlots(deps, look, person),
    duty: dutySlots(deps, directory, look.sites),
  });
}

/** The message: how much waits, and nothing of what. */
export const messageSlots = (deps: Deps, look: Look): SlotData => ({
  date: dayWords(deps, look.day.now),
  line: firstLine(deps, look),
});

/** What stands above everything else in App Home, for whoever has a desk: how much waits, and for which reason. */
export async function deskAtHome(deps: Deps, directory: Directory, person: Person): Promise<SlotData> {
  const look = await lookAtDesk(deps, directory, person);
  if (look === undefined) return { desk: false, deskLines: [] };
  const damaged = damagedLine(deps, look);
  return {
    desk: true,
    deskDate: dayWords(deps, look.day.now),
    deskFirst: firstLine(deps, look),
    deskLines: [
      ...(damaged === undefined ? [] : [{ text: damaged }]),
      ...look.groups.map(({ title, waiting }) => ({
        text: deps.cards.say('desk-group', { title, n: waiting.length }),
      })),
    ],
  };
}
