import type { CaseEvent } from '../case/events.ts';
import type { Child } from '../case/report.ts';
import type { CaseState } from '../case/state.ts';
import type { Struck } from '../case/work/links.ts';
import type { ChildId, Instant, RecordId } from '../ids.ts';
import type { Occurrence } from '../policy/pattern.ts';
import { dayOf } from '../time/working-time.ts';
import type { ShareScope } from './events.ts';

/** A case of a child, as far as the reader may have it. */
export interface StoryCase {
  readonly id: RecordId;
  readonly state: CaseState;
  readonly reads: ShareScope;
}

/** One worry in a child's story. */
export interface StoryEntry extends StoryCase {
  /** Its number in the story as this reader has it: what they may not see does not count. */
  readonly nth: number;
  /** The day it happened; where nobody said, the day it was written down. */
  readonly day: string;
  readonly written: Instant;
  /** The child's own part in it. */
  readonly parts: readonly Child['part'][];
  readonly places: readonly number[];
}

/** An adult's conduct is in no child's story, and neither is anything that was only tried out. */
const isOfStory = ({ plan, report }: CaseState): boolean =>
  plan.route.about === 'child' && report?.drill === undefined;

const placesOf = (state: CaseState, child: ChildId): readonly number[] =>
  state.links.filter(({ register }) => register === child).map((link) => link.child);

function dayIn({ report, reportedAt }: CaseState, timezone: string): string {
  const written = dayOf(reportedAt, timezone).toString();
  const said = report?.account.date ?? '';
  // A day that has not come is a slip of the pen.
  return /^\d{4}-\d{2}-\d{2}$/u.test(said) && isDay(said) && said <= written ? said : written;
}
function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

const before = (a: StoryEntry, b: StoryEntry): number =>
  [a.day, a.written, a.id].join('|') < [b.day, b.written, b.id].join('|') ? -1 : 1;

/** Every worry about this child that the reader may know of, oldest first, as an inspector reads. */
export function storyOf(
  child: ChildId,
  cases: readonly StoryCase[],
  timezone: string,
): readonly StoryEntry[] {
  return cases
    .filter(({ state }) => isOfStory(state))
    .flatMap((each): readonly StoryEntry[] => {
      const places = placesOf(each.state, child);
      const parts = [...new Set(places.flatMap((place) => each.state.children[place]?.part ?? []))];
      const day = dayIn(each.state, timezone);
      return places.length === 0
        ? []
        : [{ ...each, nth: 0, day, written: each.state.reportedAt, parts, places }];
    })
    .toSorted(before)
    .map((entry, n) => ({ ...entry, nth: n + 1 }));
}

/** What was struck through in this child's story. */
export const struckIn = (child: ChildId, cases: readonly StoryCase[]): readonly Struck[] =>
  cases
    .filter(({ state }) => isOfStory(state))
    .flatMap(({ state }) => state.struck.filter(({ register }) => register === child))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

/** As the policy's patterns see it: its category is what a lead chose, or the policy's own rules. */
export const occurrenceOf = ({ state, day }: StoryEntry): Occurrence => ({
  day,
  facts: {
    ...state.facts,
    category: [...new Set([...(state.facts.category ?? []), ...state.plan.procedures.map(({ id }) => id)])],
  },
});

/** What was decided and done; reading, calling and moving papers is none of it. */
const DONE: readonly CaseEvent['type'][] = [
  'StepDone',
  'DecisionMade',
  'DecisionRecorded',
  'ApprovalGiven',
  'ApprovalRefused',
  'ReferralRecorded',
  'OwnCallRecorded',
  'ReferralReplied',
  'ReferralEscalated',
  'MeetingEnded',
  'TaskAnswered',
];

/** What was done about it, oldest first; nothing that was done for another child of the case. */
export function actionsIn(
  { state, places }: Pick<StoryEntry, 'state' | 'places'>,
  events: readonly CaseEvent[],
): readonly CaseEvent[] {
  const isOther = (event: CaseEvent): boolean => {
    if (!('step' in event) || typeof event.step !== 'string') return false;
    const own = state.steps.find(({ step }) => step.id === event.step)?.step.child;
    return own !== undefined && !places.includes(own);
  };
  return events.filter((event) => DONE.includes(event.type) && !isOther(event));
}
