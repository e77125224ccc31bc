import { words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import { copyText } from '../hand-out/copy-text.ts';
import type { CaseRecord } from './case-store.ts';
import { entryOf, textOf, writerOf } from './history-entry.ts';

/** Characters a part, with some room for its number: a Slack box takes 3,000. */
const PAGE = 2_900;
const PIECES = new RegExp(`[\\s\\S]{1,${PAGE}}`, 'gu');

const exactly = (deps: Deps, at: CaseEvent['at']): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(deps.organisation.timezone)
    .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** That it was copied is no part of the copy: the second copy of the same case is the same text. */
const isCopied = ({ type }: CaseEvent): boolean => type !== 'RecordHandedOut';

/** The whole record as plain text with its original times: numbered, and at its end the hash of what stands before it. */
export function copyOf(
  deps: Deps,
  record: CaseRecord,
  events: readonly CaseEvent[],
  directory: Directory,
): { readonly text: string; readonly hash: string } {
  const entries = events.filter(isCopied).map((event, n) => {
    const entry = entryOf(deps, record.state, event, directory);
    return [
      `${n + 1}. ${exactly(deps, event.at)}, ${writerOf(deps, record.state, event, directory)}: ${entry.title}`,
      ...textOf(deps, entry),
    ].join('\n');
  });
  const text = [`${deps.organisation.name}, ${refOf(record.id)}`, ...entries].join('\n\n');
  const hash = deps.documents.hash(copyText(text));
  return { text: `${text}\n\nSHA-256 ${hash}`, hash };
}

/** One part of it, in a box to copy from; with the last comes the button that says that it was copied. */
export function copyCard(
  deps: Deps,
  record: CaseRecord,
  events: readonly CaseEvent[],
  directory: Directory,
  wanted: number,
): Card {
  const parts = copyOf(deps, record, events, directory).text.match(PIECES) ?? [''];
  const part = Number.isInteger(wanted) && wanted >= 0 && wanted < parts.length ? wanted : 0;
  const { system } = deps.organisation;
  return deps.cards.show('copy', {
    ref: refOf(record.id),
    case: record.id,
    page: deps.cards.say('page', { page: part + 1, pages: parts.length }),
    text: words(parts[part] ?? ''),
    next: part + 1 < parts.length ? `${part + 1}` : undefined,
    copied:
      part + 1 < parts.length
        ? undefined
        : system === undefined
          ? deps.cards.say('copied-here')
          : deps.cards.say('copied-to', { system }),
  });
}
