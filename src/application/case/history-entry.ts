import type { Slot } from '../../cards/fill.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { refOf, type StepId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { momentWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import { workLines, workTitle } from './history-work.ts';
import { rolesWord, writerIn } from './people-words.ts';
import { peopleSlots, reportSlots } from './record-card.ts';
import { stepLine } from './step-words.ts';

/** What an event says: our words in the title, people's words in the lines; what somebody thinks of it stands apart. */
export interface HistoryEntry {
  readonly title: string;
  readonly lines: readonly string[];
  readonly opinion: readonly string[];
  /** When it happened, where that is not when it was written. */
  readonly happened?: string;
}
type Told = Omit<HistoryEntry, 'opinion'> & Partial<Pick<HistoryEntry, 'opinion'>>;

/** Also of a step that is not part of the case any more: what happened, happened. */
const stepIn = (state: CaseState, id: StepId) => state.steps.find(({ step }) => step.id === id)?.step;

const said = (slot: Slot): string => (typeof slot === 'object' && 'words' in slot ? String(slot.words) : '');

const labelled = (deps: Deps, label: string, text: string): string =>
  text.trim() === '' ? '' : `${deps.cards.say(label)} ${text}`;

function told(deps: Deps, state: CaseState, event: CaseEvent, directory: Directory): Told {
  const { say } = deps.cards;
  const title = say(`did-${event.type}`);
  const text = (id: StepId) => stepLine(deps, state, stepIn(state, id));
  switch (event.type) {
    case 'ConcernReported':
    case 'ReportAmended': {
      const { report } = event;
      const opinion = report.account.opinion;
      const facts = { ...report, account: { ...report.account, opinion: '' } };
      return {
        title,
        lines: [
          ...peopleSlots(deps, report, directory).map(({ who, part }) => `${String(part)}: ${said(who)}`),
          ...reportSlots(deps, facts, true).map((slot) => `${String(slot.title)} ${said(slot.text)}`),
        ],
        opinion: opinion.trim() === '' ? [] : [`${say('report-opinion')} ${opinion}`],
      };
    }
    case 'AlertRaised':
      return { title, lines: [event.where, event.callback] };
    case 'RouteChosen':
      return { title, lines: [event.plan.route.why] };
    case 'NoteAdded':
      return {
        title: say(`did-${event.kind}`),
        happened: event.happened,
        lines: [labelled(deps, 'note-present', event.present), event.text],
        opinion: [labelled(deps, 'note-opinion', event.opinion)],
      };
    case 'StepDone':
      return { title, lines: [text(event.step), event.answer, event.note] };
    case 'StepReasonedAway':
    case 'ApprovalGiven':
    case 'ApprovalRefused':
      return { title, lines: [text(event.step), event.reason] };
    case 'DecisionMade':
      return { title, lines: [text(event.step), event.answer, event.reason] };
    case 'RequestOpened': {
      const wasTold = stepIn(state, event.step)?.kind === 'inform';
      return { title: wasTold ? say('did-TextRead') : title, lines: [text(event.step)] };
    }
    case 'RolesInformed':
      return { title, lines: [text(event.step), rolesWord(deps, event.to), event.text] };
    case 'InformedReplied':
      return { title, lines: [text(event.step), event.text] };
    case 'ChildRecordKept':
      return { title, lines: [refOf(event.record)] };
    case 'StepsLate':
      return { title, lines: event.steps.map(text) };
    case 'ApprovalRequested':
      return { title, lines: [event.step.text, event.text] };
    case 'InformationRequested':
      return { title, lines: [event.question] };
    case 'InformationGiven':
      return { title, lines: [event.text] };
    case 'ReferralRecorded':
    case 'OwnCallRecorded': {
      const consent = event.type === 'ReferralRecorded' ? event.consent : undefined;
      const agreed = consent === undefined ? [] : [say(`consent-${consent.answer}`), consent.why];
      return {
        title,
        lines: [say(`agency-${event.agency}`), event.who, event.when, event.reference, ...agreed],
      };
    }
    case 'RaisedAgain':
    case 'CaseReopened':
      return { title, lines: [event.reason] };
    case 'CaseClosed':
      return { title, lines: [event.reason, event.line, event.reference] };
    case 'RecordOpened':
    case 'CardRequested':
    case 'CaseTaken':
    case 'PassedOn':
    case 'PersonConflicted':
    case 'EscalationRaised':
      return { title, lines: [] };
    default:
      return { title: workTitle(deps, event), lines: workLines(deps, state, event, directory) };
  }
}

/** What an event says in the chronology. */
export function entryOf(deps: Deps, state: CaseState, event: CaseEvent, directory: Directory): HistoryEntry {
  const { title, lines, opinion = [], happened = '' } = told(deps, state, event, directory);
  return { title, lines, opinion, ...(happened !== '' && { happened }) };
}

/** What stands under an entry's title, line by line. */
export const textOf = (deps: Deps, { lines, opinion, happened = '' }: HistoryEntry): readonly string[] =>
  [labelled(deps, 'note-happened', momentWords(happened)), ...lines, ...opinion].filter(
    (line) => line.trim() !== '',
  );

/** Who wrote it; some things happen by themselves. */
export const writerOf = (deps: Deps, state: CaseState, event: CaseEvent, directory: Directory): string =>
  'by' in event && event.by !== undefined
    ? writerIn(deps, directory, state, event.by)
    : deps.cards.say('by-itself');
