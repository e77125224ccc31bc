import type { CaseEvent } from '../../domain/case/events.ts';
import { type PersonId, refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { type CaseRecord, eventsOf } from '../case/case-store.ts';
import { entryOf } from '../case/history-entry.ts';
import { isUnnamedIn } from '../case/people-words.ts';
import { momentWords } from '../day-words.ts';
import type { Deps } from '../deps.ts';
import type { DocumentEntry, Fact } from './document.ts';
import type { Options } from './options.ts';
import type { Redaction } from './people.ts';

/** Who looked: on a page of its own. */
const OPENINGS: readonly CaseEvent['type'][] = ['RecordOpened', 'RequestOpened', 'TaskOpened'];
/** How Signpost found somebody and who is who: part of the file, and nothing that happened to the child. */
const MACHINERY: readonly CaseEvent['type'][] = [
  'RouteChosen',
  'TasksChased',
  'TasksLate',
  'MeetingsUnrecorded',
  'CardRequested',
  'EscalationRaised',
  'StepsLate',
  'ReferralsChased',
  'DutyLeft',
  'ApprovalRequested',
  'RecordHandedOut',
  'ChildLinked',
  'ChildNotSure',
  'LinkUndone',
  'StrikeAsked',
  'StrikeAgreed',
  'StrikeDeclined',
];

/** "24 November 2026, 10:05" */
export const momentOf = (deps: Deps, at: string): string => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(deps.organisation.timezone);
  const day = local.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
};

const DAY = /^(\d{4}-\d{2}-\d{2})(?: (.*))?$/u;

/** What was typed as the time of it: "2026-11-23 14:20". */
function happenedIn(event: CaseEvent): string {
  switch (event.type) {
    case 'ConcernReported':
    case 'ReportAmended': {
      const { date, time, whenNote } = event.report.account;
      return [date, time, whenNote].filter((each) => each !== '').join(' ');
    }
    case 'NoteAdded':
      return event.happened;
    case 'ReferralRecorded':
    case 'OwnCallRecorded':
      return event.when;
    default:
      return '';
  }
}

/** Where it belongs in time: when it happened if that was said, otherwise when it was written. */
function placeOf(deps: Deps, event: CaseEvent): string {
  const written = Temporal.Instant.from(event.at).toZonedDateTimeISO(deps.organisation.timezone);
  const day = DAY.exec(happenedIn(event))?.[1];
  const own = written.toPlainDateTime().toString();
  return day === undefined || own.startsWith(day) ? own : `${day}T${DAY.exec(happenedIn(event))?.[2] ?? ''}`;
}

interface Placed {
  readonly place: string;
  readonly entry: DocumentEntry;
}

const byWhom = (event: CaseEvent): PersonId | undefined => ('by' in event ? event.by : undefined);

/** An entry on the wrong child, with why and by whom. */
function struckBy(
  deps: Deps,
  { state }: CaseRecord,
  event: CaseEvent,
  redaction: Redaction,
): string | undefined {
  if (event.type !== 'ChildLinked') return undefined;
  const struck = state.struck.find(
    ({ child, register, at }) => child === event.child && register === event.register && at >= event.at,
  );
  return (
    struck &&
    deps.cards.say('hand-struck', {
      reason: redaction.text(struck.reason),
      by: redaction.person(struck.by),
      agreed: redaction.person(struck.agreedBy),
    })
  );
}

/** In a child's own record, beside one about an adult, nobody is named as the one who reported. */
function whoIn(deps: Deps, { state }: CaseRecord, by: PersonId | undefined, redaction: Redaction): string {
  if (by === undefined) return deps.cards.say('by-itself');
  return isUnnamedIn(state, by) ? deps.cards.say('beside-reporter') : redaction.person(by);
}

/** What happened in this case, as its reader may have it. */
export function entriesOf(
  deps: Deps,
  directory: Directory,
  record: CaseRecord,
  what: Options['what'],
  redaction: Redaction,
): readonly Placed[] {
  const isPart = (event: CaseEvent): boolean => {
    if (OPENINGS.includes(event.type)) return false;
    if (what === 'case-file' || !MACHINERY.includes(event.type)) return true;
    return struckBy(deps, record, event, redaction) !== undefined;
  };
  return eventsOf(record)
    .filter(isPart)
    .map((event) => {
      const { title, lines, opinion } = entryOf(deps, record.state, event, directory);
      const happened = happenedIn(event);
      const by = byWhom(event);
      const struck = struckBy(deps, record, event, redaction);
      const said = (text: string) => redaction.text(text).trim();
      return {
        place: what === 'chronology' ? placeOf(deps, event) : event.at,
        entry: {
          reference: refOf(record.id),
          title,
          happened: said(momentWords(happened)),
          written: momentOf(deps, event.at),
          who: whoIn(deps, record, by, redaction),
          lines: [
            ...lines
              .filter((text) => text.trim() !== '' && text !== happened)
              .map((text) => ({ text: said(text) })),
            ...opinion
              .filter((text) => text.trim() !== '')
              .map((text) => ({ text: said(text), opinion: true }) as const),
          ],
          ...(struck !== undefined && { struck }),
        },
      };
    });
}

/** Who opened this case when, each time. */
export const openingsOf = (deps: Deps, record: CaseRecord, redaction: Redaction): readonly Fact[] =>
  eventsOf(record).flatMap((event) =>
    event.type === 'RecordOpened' || event.type === 'RequestOpened' || event.type === 'TaskOpened'
      ? [{ title: redaction.person(event.by), text: `${momentOf(deps, event.at)} · ${refOf(record.id)}` }]
      : [],
  );
