import { type SlotData, type Words, words } from '../../cards/fill.ts';
import type { CaseBrief } from '../../domain/case/brief.ts';
import type { DeskDay, DeskGroup, Waiting } from '../../domain/desk/waiting.ts';
import { refOf, type SiteId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/directory.ts';
import { clockTime } from '../case/status-line.ts';
import type { Deps } from '../deps.ts';
import type { DeskCase } from './read-desk.ts';

const LONGEST_NAME = 40;
const LONGEST_KIND = 60;

/** What kind of case it is, as the policy calls it; what every case has says nothing of it. */
export function kindOf({ policy, cards }: Deps, { kinds, about }: CaseBrief): string {
  const found = policy.procedures.find(({ id, always }) => always !== true && kinds.includes(id));
  const name = found?.name ?? cards.say(`desk-about-${about}`);
  return name.length <= LONGEST_KIND ? name : `${name.slice(0, LONGEST_KIND)}…`;
}

/** A child is named only to somebody who has opened that case: for everybody else opening it is what tells. */
function nameFor({ children, openedBy }: CaseBrief, viewer: Person): Words | undefined {
  const [first, ...others] = children;
  if (first === undefined || !openedBy.includes(viewer.id)) return undefined;
  const name =
    first.name.length <= LONGEST_NAME ? first.name : `${first.name.slice(0, LONGEST_NAME).toWellFormed()}…`;
  return words(others.length === 0 ? name : `${name} +${others.length}`);
}

/** The parts that every line of a list has: its reference, what it is, and for whoever opened it, about whom. */
export function lineSlots(
  deps: Deps,
  { id, brief }: DeskCase,
  viewer: Person,
  sites: readonly SiteId[],
): SlotData {
  const { say } = deps.cards;
  const site = deps.organisation.sites.find((each) => each.id === brief.site);
  const marks = [
    ...(brief.drill === true ? [say('desk-drill')] : []),
    ...(brief.urgency !== 'ordinary' && brief.status !== 'closed' ? [say('desk-urgent')] : []),
  ];
  const parts = [kindOf(deps, brief), ...(sites.length > 1 && site ? [site.name] : [])];
  return {
    ref: refOf(id),
    case: id,
    open: say('desk-open', { ref: refOf(id) }),
    mark: marks.length === 0 ? undefined : ` ${marks.join(' ')}`,
    kind: ` ${parts.join(', ')}.`,
    name: nameFor(brief, viewer),
  };
}

function referralLine(deps: Deps, { waits }: CaseBrief, { now }: DeskDay): string {
  const { say } = deps.cards;
  const [next] = waits.toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  if (next === undefined) return '';
  const agency = say(`agency-${next.agency}`);
  if (next.due === undefined) return say('desk-reply-open', { agency });
  const time = clockTime(deps, next.due);
  return say(next.due <= now || next.chased > 0 ? 'desk-reply-late' : 'desk-reply-due', { agency, time });
}

/** What stands further up is not said twice. */
export const shortSlots = ({ id }: DeskCase): SlotData => ({
  ref: refOf(id),
  mark: undefined,
  kind: undefined,
  name: undefined,
});

/** What it waits for, in words: "Was due today 14:05." */
export function whyLine(
  deps: Deps,
  group: DeskGroup,
  { case: { brief }, at }: Waiting<DeskCase>,
  day: DeskDay,
): string {
  const { say } = deps.cards;
  const time = clockTime(deps, at);
  const sent = say('desk-sent', { time: clockTime(deps, brief.reportedAt) });
  switch (group) {
    case 'before-home':
      return brief.due === at ? say('desk-due', { time }) : say(`urgency-${brief.urgency}`);
    case 'late':
      return brief.due === at ? say('desk-was-due', { time }) : say('desk-some-late', { n: brief.late });
    case 'referrals':
      return referralLine(deps, brief, day);
    case 'meetings': {
      const kind = say(`meeting-${brief.meetings.find(({ when }) => when === at)?.kind ?? 'other'}`);
      return say(at < day.now ? 'desk-meeting-over' : 'desk-meeting', { kind, time });
    }
    case 'asked':
      return say('desk-asked-at', { time });
    case 'tasks':
      return say(brief.tasks === 1 ? 'desk-task' : 'desk-tasks-open', { n: brief.tasks });
    case 'mine':
      return brief.due === undefined ? sent : say('desk-next', { time: clockTime(deps, brief.due) });
    case 'unopened':
    case 'handed':
    case 'unmatched':
    case 'not-copied':
      return sent;
  }
}
