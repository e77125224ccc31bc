import { type SlotData, words } from '../../cards/fill.ts';
import type { Card } from '../../cards/model.ts';
import { leadsOneOf, mayWork } from '../../domain/access.ts';
import type { StoryEntry } from '../../domain/child/story.ts';
import { RecordId } from '../../domain/ids.ts';
import { eventsOf, readCase } from '../case/case-store.ts';
import type { ChildRecord } from './child-store.ts';
import { factsAfter } from './child-words.ts';
import { endSlots } from './story-end.ts';
import { mayBeShared, type Reading, type Story, storyFor } from './story-material.ts';
import { entrySlot, firstLine, patternLine } from './story-words.ts';

/** Worries on a page: a modal of Slack takes a hundred blocks, and a card 25 KB. */
const ON_PAGE = 4;
/** Beside so many on its last page there is room for what stands at the end. */
const WITH_END = 1;
const PATTERNS = 4;
/** What the words of a page may take; quotation marks and other scripts take two bytes a letter, or three. */
const PAGE_BYTES = 11_000;
const BESIDE_END_BYTES = 4_000;
const SHORTER = [1, 0.5, 0.25] as const;

const bytes = (slots: readonly SlotData[]): number => new TextEncoder().encode(JSON.stringify(slots)).length;

/** The worries of a page: what was done is read from each one's own record. */
async function inWords(
  reading: Reading,
  entries: readonly StoryEntry[],
  most: number,
): Promise<readonly SlotData[]> {
  const { deps, directory, person } = reading;
  const read = await Promise.all(
    entries.map(async (entry) => {
      const record = entry.reads === 'story' ? await readCase(deps, entry.id, true) : undefined;
      return { entry, events: record === undefined ? [] : eventsOf(record) };
    }),
  );
  const written = SHORTER.map(
    (size) => () =>
      read.map(({ entry, events }) =>
        entrySlot(reading, entry, { events, canOpen: mayWork(person, entry.state, directory), size }),
      ),
  );
  for (const write of written) {
    const slots = write();
    if (bytes(slots) <= most) return slots;
  }
  return written.at(-1)?.() ?? [];
}

export interface StoryShown {
  readonly page: number;
  readonly notice?: string | undefined;
  readonly saved?: string | undefined;
}

/** A child's story, oldest first; on its first line the last thing, and at its end who read it. */
export async function storyCard(
  reading: Reading,
  child: ChildRecord,
  { page: wanted, notice, saved }: StoryShown,
): Promise<Card> {
  const { deps, person } = reading;
  const { say } = deps.cards;
  const story: Story = await storyFor(reading, child.id, child.state);
  const isLead = leadsOneOf(person, child.state.sites, deps.policy.leads);
  const full = Math.max(1, Math.ceil(story.entries.length / ON_PAGE));
  const onLast = story.entries.length - (full - 1) * ON_PAGE;
  const pages = isLead && onLast > WITH_END ? full + 1 : full;
  const page = Math.min(Math.max(0, Number.isInteger(wanted) ? wanted : 0), pages - 1);
  const isLast = page + 1 === pages;
  const entries = story.entries.slice(page * ON_PAGE, (page + 1) * ON_PAGE);
  return deps.cards.show('story', {
    notice,
    saved,
    child: child.id,
    name: words(child.state.entry.name),
    facts: words(factsAfter(deps, child.state.entry)),
    first: firstLine(deps, story),
    patterns: story.patterns.slice(0, PATTERNS).map((held) => ({ text: patternLine(deps, held) })),
    summary: story.entries.some(({ reads }) => reads === 'summary') ? say('story-summary') : undefined,
    page: say('page', { page: page + 1, pages }),
    entries: await inWords(reading, entries, isLast && isLead ? BESIDE_END_BYTES : PAGE_BYTES),
    ...(await endSlots(reading, child, story, isLast && isLead)),
    isLead,
    canShare: isLead && mayBeShared(reading, child.state).length > 0,
    record: RecordId.parse(child.id),
    next: isLast ? undefined : `${page + 1}`,
    last: page + 2 < pages ? `${pages - 1}` : undefined,
    previous: page > 0 ? `${page - 1}` : undefined,
  });
}
