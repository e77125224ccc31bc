import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { refOf } from '../../domain/ids.ts';
import type { Directory } from '../../domain/people/directory.ts';
import type { Deps } from '../deps.ts';
import type { CaseRecord } from './case-store.ts';
import { entryOf, textOf, writerOf } from './history-entry.ts';
import { clockTime } from './status-line.ts';

/** Characters of people's words a page: with everything around them a card stays under 25 KB, whatever the script. */
const PAGE = 2_900;
const PIECES = new RegExp(`[\\s\\S]{1,${PAGE}}`, 'gu');

function slotsOf(deps: Deps, state: CaseState, event: CaseEvent, directory: Directory): readonly SlotData[] {
  const entry = entryOf(deps, state, event, directory);
  const who = writerOf(deps, state, event, directory);
  const text = textOf(deps, entry).join('\n');
  const pieces = text.match(PIECES) ?? [''];
  return pieces.map((piece) => ({
    title: entry.title,
    when: clockTime(deps, event.at),
    who: words(who),
    text: piece === '' ? undefined : words(piece),
    size: piece.length,
  }));
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
