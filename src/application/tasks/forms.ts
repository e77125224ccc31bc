import { type SlotData, words } from '../../cards/fill.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { DecisionKind } from '../../domain/case/events.ts';
import { isWaiting, stepsOf } from '../../domain/case/state.ts';
import { MeetingKind } from '../../domain/case/work/meetings.ts';
import { type CaseRecord, eventsOf } from '../case/case-store.ts';
import { nameOf } from '../case/people-words.ts';
import { clockTime } from '../case/status-line.ts';
import type { Pressed } from '../case/work-case.ts';
import { dayWords } from '../day-words.ts';
import { colleagues } from './colleagues.ts';
import { placeOf } from './commands.ts';
import { todayAt } from './moments.ts';
import { workListed } from './shown.ts';

/** The forms of the lead's own work, by the name that their buttons carry; "meeting-held:0" is about the first meeting. */
export const WORK_FORMS = {
  note: 'form-note',
  add: 'record-add',
  work: 'record-work',
  decision: 'form-decision',
  meeting: 'form-meeting',
  'meeting-held': 'form-meeting-held',
  task: 'form-task',
  'task-done': 'form-task-done',
} as const;

const choices = (pressed: Pressed, phrase: string, values: readonly string[]): readonly SlotData[] =>
  values.map((value) => ({ value, title: pressed.deps.cards.say(`${phrase}-${value}`) }));

/** A decision that stands at the end of a case, as the reason to close it: the lead may change every word. */
const CLOSES: readonly DecisionKind[] = ['no-referral', 'no-further-action', 'early-help', 'other'];

export function lastDecision({ deps }: Pressed, record: CaseRecord): string | undefined {
  const last = eventsOf(record).findLast(
    (event): event is Extract<CaseEvent, { type: 'DecisionRecorded' }> => event.type === 'DecisionRecorded',
  );
  return last === undefined || !CLOSES.includes(last.what)
    ? undefined
    : `${deps.cards.say(`decision-${last.what}`)}: ${last.reason}`;
}

/** A referral that must be made is still to be made, whatever is decided here. */
const mustRefer = ({ state }: CaseRecord): boolean =>
  stepsOf(state).some(
    (each) => isWaiting(each) && each.step.kind === 'refer' && each.step.modality === 'must',
  );

/** What these forms need besides what every form of a case has; undefined: what it is about is over. */
export function workSlots(
  pressed: Pressed,
  record: CaseRecord,
  name: string,
  arg: string | undefined,
): SlotData | undefined {
  const { deps, directory, person } = pressed;
  const { state } = record;
  const place = placeOf(arg);
  switch (name) {
    case 'work':
      return { items: workListed(deps, state, directory) };
    case 'decision':
      return {
        kinds: choices(pressed, 'decision', DecisionKind.options),
        stillAsked: mustRefer(record) ? deps.cards.say('decision-still-refer') : undefined,
      };
    case 'meeting':
      return { kinds: choices(pressed, 'meeting', MeetingKind.options) };
    case 'meeting-held': {
      const found = state.meetings[place];
      if (found?.standing !== 'planned') return undefined;
      const kind = deps.cards.say(`meeting-${found.kind}`);
      return {
        arg: `${place}`,
        meeting: deps.cards.say('work-meeting', { kind, time: clockTime(deps, found.when) }),
      };
    }
    case 'task': {
      const title = ({ id, name: called }: { readonly id: string; readonly name: string }) =>
        directory.away?.some((each) => each === id)
          ? deps.cards.say('person-away', { name: called })
          : called;
      return {
        people: colleagues(state, directory, person).map((each) => ({ title: title(each), value: each.id })),
        today: todayAt(deps),
      };
    }
    case 'task-done': {
      const found = state.tasks[place];
      if (found === undefined || found.done) return undefined;
      return {
        arg: `${place}`,
        who: words(nameOf(deps, directory, found.to)),
        task: words(found.text),
        until: dayWords(found.due),
      };
    }
    default:
      return {};
  }
}
