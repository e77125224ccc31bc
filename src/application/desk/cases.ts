import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { CaseBrief } from '../../domain/case/brief.ts';
import { type CaseFilter, filterCode, fits, STATUSES } from '../../domain/desk/filter.ts';
import { DESK_GROUPS, waitsFor } from '../../domain/desk/waiting.ts';
import type { Directory, Person } from '../../domain/people/directory.ts';
import { instantOf } from '../../domain/time/working-time.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import { lineSlots, whyLine } from './desk-lines.ts';
import { damagedLine, dayFor, titleOf } from './look.ts';
import { type DeskCase, readDesk, sitesOf } from './read-desk.ts';

const A_PAGE = 10;

/** How it stands, and who has it. */
function statusSlots(deps: Deps, directory: Directory, { status, owner, reportedAt }: CaseBrief): SlotData {
  const { say } = deps.cards;
  return {
    sent: ` ${say('desk-sent', { time: clockTime(deps, reportedAt) })}`,
    status: ` ${say(`desk-status-${status}`)}`,
    who: owner && status === 'owned' ? words(` ${nameOf(deps, directory, owner)}.`) : undefined,
  };
}

function pick(all: string, choices: readonly SlotData[]): readonly SlotData[] {
  return [{ title: all, value: 'all' }, ...choices];
}

/** What can be chosen: only this person's own sites. */
function choiceSlots(deps: Deps, sites: readonly string[], filter: CaseFilter): SlotData {
  const { policy, organisation, cards } = deps;
  const { say } = cards;
  return {
    hasSites: sites.length > 1,
    sites: pick(
      say('desk-all-sites'),
      organisation.sites
        .filter(({ id }) => sites.includes(id))
        .map(({ id, name }) => ({ title: name, value: id })),
    ),
    statuses: STATUSES.map((status) => ({ title: say(`desk-show-${status}`), value: status })),
    owners: pick(say('desk-everybodys'), [{ title: say('desk-only-mine'), value: 'mine' }]),
    kinds: pick(
      say('desk-any-kind'),
      policy.procedures
        .filter(({ always }) => always !== true)
        .map(({ id, name }) => ({ title: name, value: id })),
    ),
    reasons: pick(
      say('desk-any-reason'),
      DESK_GROUPS.filter((group) => group !== 'not-copied' || organisation.record === 'elsewhere').map(
        (group) => ({ title: titleOf(deps, group), value: group }),
      ),
    ),
    'chosen-site': filter.site ?? 'all',
    'chosen-status': filter.status,
    'chosen-whose': filter.mine ? 'mine' : 'all',
    'chosen-kind': policy.procedures.some(({ id }) => id === filter.kind) ? filter.kind : 'all',
    'chosen-since': filter.since,
    'chosen-waits': filter.waits ?? 'all',
  };
}

const firstMoment = (day: string, timezone: string): string =>
  instantOf(Temporal.PlainDate.from(day).toZonedDateTime(timezone).toInstant());

/** The cases of this person's sites that they may work on and that fit, newest first; undefined: they have no desk. */
export async function casesCard(
  deps: Deps,
  directory: Directory,
  person: Person,
  filter: CaseFilter,
): Promise<Card | undefined> {
  const sites = sitesOf(deps, person);
  if (sites.length === 0) return undefined;
  const from = filter.since && firstMoment(filter.since, deps.organisation.timezone);
  const desk = await readDesk(deps, directory, person, sites, ({ isClosed, isOver, reportedAt }) => {
    if (from !== undefined && reportedAt < from) return false;
    if (filter.waits !== undefined && isOver) return false;
    return filter.status === 'closed' ? isClosed : filter.status === 'all' || !isClosed;
  });
  const day = dayFor(deps, person);
  const found = desk.cases
    .filter(({ brief }) => fits(brief, filter, day, from))
    .sort((a, b) => (a.brief.reportedAt < b.brief.reportedAt ? 1 : -1));
  const last = Math.max(0, Math.ceil(found.length / A_PAGE) - 1);
  const page = Math.min(filter.page, last);
  const line = (each: DeskCase): SlotData => {
    const at = filter.waits && waitsFor(filter.waits, each.brief, day);
    return {
      ...lineSlots(deps, each, person, sites),
      ...statusSlots(deps, directory, each.brief),
      why: filter.waits && at ? ` ${whyLine(deps, filter.waits, { case: each, at }, day)}` : undefined,
    };
  };
  const { say } = deps.cards;
  const turn = (to: number) => (to < 0 || to > last ? undefined : filterCode({ ...filter, page: to }));
  return deps.cards.show('cases', {
    title: say('desk-cases', { n: found.length }),
    where: last === 0 ? undefined : say('desk-page', { page: page + 1, pages: last + 1 }),
    none: found.length === 0,
    damaged: damagedLine(deps, desk),
    cases: found.slice(page * A_PAGE, (page + 1) * A_PAGE).map(line),
    previous: turn(page - 1),
    next: turn(page + 1),
    ...choiceSlots(deps, sites, filter),
  });
}
