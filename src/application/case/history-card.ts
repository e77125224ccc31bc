import { type Slot, type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { refOf, type StepId } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import type { CaseRecord } from './case-store.ts';
import { workLines, workTitle } from './history-work.ts';
import { nameOf, rolesWord } from './people-words.ts';
import { peopleSlots, reportSlots } from './record-card.ts';
import { clockTime } from './status-line.ts';
import { stepLine } from './step-words.ts';

/** Characters of people's words a page: with everything around them a card stays under 25 KB, whatever the script. */
const PAGE = 2_900;
const PIECES = new RegExp(`[\\s\\S]{1,${PAGE}}`, 'gu');

interface Entry {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Also of a step that is not part of the case any more: what happened, happened. */
const stepIn = (state: CaseState, id: StepId) => state.steps.find(({ step }) => step.id === id)?.step;

const said = (slot: Slot): string => (typeof slot === 'object' && 'words' in slot ? String(slot.words) : '');

const opinion = (deps: Deps, text: string): string =>
  text.trim() === '' ? '' : `${deps.cards.say('note-opinion')} ${text}`;

/** What an event says in the chronology: our words in the title, people's words in the lines. */
function entryOf(deps: Deps, state: CaseState, event: CaseEvent, directory: Directory): Entry {
  const { say } = deps.cards;
  const title = say(`did-${event.type}`);
  const text = (id: StepId) => stepLine(deps, state, stepIn(state, id));
  switch (event.type) {
    case 'ConcernReported':
    case 'ReportAmended':
      return {
        title,
        lines: [
          ...peopleSlots(deps, event.report, directory).map(
            ({ who, part }) => `${String(part)}: ${said(who)}`,
          ),
          ...reportSlots(deps, event.report, true).map((slot) => `${String(slot.title)} ${said(slot.text)}`),
        ],
      };
    case 'AlertRaised':
      return { title, lines: [event.where, event.callback] };
    case 'RouteChosen':
      return { title, lines: [event.plan.route.why] };
    case 'NoteAdded':
      return {
        title: say(`did-${event.kind}`),
        lines: [event.happened, event.present, event.text, opinion(deps, event.opinion)],
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

function slotsOf(deps: Deps, state: CaseState, event: CaseEvent, directory: Directory): readonly SlotData[] {
  const { title, lines } = entryOf(deps, state, event, directory);
  const who =
    'by' in event && event.by !== undefined ? nameOf(deps, directory, event.by) : deps.cards.say('by-itself');
  const text = lines.filter((each) => each.trim() !== '').join('\n');
  const pieces = text.match(PIECES) ?? [''];
  return pieces.map((piece) => ({
    title,
    when: clockTime(deps, event.at),
    who: words(who),
    text: piece === '' ? undefined : words(piece),
    size: piece.length,
  }));
}

const exactly = (deps: Deps, at: CaseEvent['at']): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(deps.organisation.timezone)
    .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** The whole record as plain text with its original times, for another system: as many parts as it needs. */
export function copyCard(
  deps: Deps,
  record: CaseRecord,
  events: readonly CaseEvent[],
  directory: Directory,
  wanted: number,
): Card {
  const text = events
    .map((event) => {
      const { title, lines } = entryOf(deps, record.state, event, directory);
      const who =
        'by' in event && event.by !== undefined
          ? nameOf(deps, directory, event.by)
          : deps.cards.say('by-itself');
      return [
        `${exactly(deps, event.at)}, ${who}: ${title}`,
        ...lines.filter((line) => line.trim() !== ''),
      ].join('\n');
    })
    .join('\n\n');
  const parts = text.match(PIECES) ?? [''];
  const part = Number.isInteger(wanted) && wanted >= 0 && wanted < parts.length ? wanted : 0;
  return deps.cards.show('copy', {
    ref: refOf(record.id),
    case: record.id,
    page: deps.cards.say('page', { page: part + 1, pages: parts.length }),
    text: words(parts[part] ?? ''),
    next: part + 1 < parts.length ? `${part + 1}` : undefined,
  });
}

/** Entries that fit on one page, page after page. */
function paged(entries: readonly SlotData[]): readonly (readonly SlotData[])[] {
  const pages: SlotData[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const size = Number(entry.size) + 150;
    if (used + size > PAGE + 200 && pages.at(-1)?.length !== 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(entry);
    used += size;
  }
  return pages;
}

/**
 * The chronology: what happened, when, by whom, oldest first; nothing is edited and nothing left out. At its end, who else
 * tried to open it.
 */
export function historyCard(
  deps: Deps,
  record: CaseRecord,
  events: readonly CaseEvent[],
  directory: Directory,
  { page: wanted, attempts }: { readonly page: number; readonly attempts: readonly string[] },
): Card {
  const pages = paged(events.flatMap((event) => slotsOf(deps, record.state, event, directory)));
  const page = Math.min(Math.max(0, Number.isInteger(wanted) ? wanted : 0), pages.length - 1);
  return deps.cards.show('history', {
    ref: refOf(record.id),
    case: record.id,
    page: deps.cards.say('page', { page: page + 1, pages: pages.length }),
    entries: pages[page] ?? [],
    attempts: page + 1 === pages.length ? attempts.map((text) => ({ text })) : [],
    next: page + 1 < pages.length ? `${page + 1}` : undefined,
    previous: page > 0 ? `${page - 1}` : undefined,
  });
}
