import { type SlotData, words } from '../../cards/fill.ts';
import { mayReadStory } from '../../domain/access.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { StoryEntry } from '../../domain/child/story.ts';
import type { ChildId, RecordId } from '../../domain/ids.ts';
import { readChild } from './child-store.ts';
import { type Reading, type Story, storyFor } from './story-material.ts';
import { glanceLine, nthLine, numberWord, patternLine } from './story-words.ts';

interface Case {
  readonly id: RecordId;
  readonly state: CaseState;
}
const NAME = 60;
/** Of more children there is a line each; of more than these, of those with most concerns. */
const WITH_LINES = 1;
const SHOWN = 4;
const LAST = 3;
const PATTERNS = 2;

/** "Seventh concern about this child. Six before:" */
function counted({ deps }: Reading, entries: readonly StoryEntry[], id: RecordId): string {
  const { say } = deps.cards;
  const here = entries.findIndex((entry) => entry.id === id);
  if (here < 0) return say('story-beside', { number: numberWord(deps, entries.length) });
  const after = entries.length - here - 1;
  return [
    nthLine(deps, here + 1),
    ...(here > 0 ? [say('story-before', { number: numberWord(deps, here) })] : []),
    ...(after > 0 ? [say('story-after', { number: numberWord(deps, after) })] : []),
  ].join(' ');
}

function slotFor(
  reading: Reading,
  { id, child, name, story }: { id: RecordId; child: ChildId; name: string; story: Story },
  isBrief: boolean,
): SlotData {
  const { entries, patterns } = story;
  const here = entries.findIndex((entry) => entry.id === id);
  const earlier = here < 0 ? entries : entries.slice(0, here);
  return {
    child,
    name: words(`${name.slice(0, NAME).toWellFormed()}:`),
    count: counted(reading, entries, id),
    patterns: isBrief
      ? []
      : patterns.slice(0, PATTERNS).map((held) => ({ text: patternLine(reading.deps, held) })),
    earlier: isBrief ? [] : earlier.slice(-LAST).map((entry) => ({ text: glanceLine(reading, entry) })),
  };
}

/**
 * What leads a record: how many concerns there were about each of its children, the last of them by day and kind, and what
 * the policy says of so many. Not a word of them: the story opens by its own button, and that is written down.
 */
export async function storyOnRecord(reading: Reading, { id, state }: Case): Promise<readonly SlotData[]> {
  const { deps, person } = reading;
  if (state.report?.drill !== undefined) return [];
  const ids = [...new Set(state.links.map(({ register }) => register))];
  const found = await Promise.all(
    ids.map(async (child) => {
      const record = await readChild(deps, child);
      if (record === undefined || !mayReadStory(person, record.state, deps.policy.leads)) return undefined;
      const story = await storyFor(reading, child, record.state);
      return { id, child, name: record.state.entry.name, story };
    }),
  );
  const shown = found
    .flatMap((each) => each ?? [])
    .toSorted((a, b) => b.story.entries.length - a.story.entries.length)
    .slice(0, SHOWN);
  return shown.map((each) => slotFor(reading, each, shown.length > WITH_LINES));
}
