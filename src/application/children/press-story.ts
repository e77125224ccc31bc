import { words } from '../../cards/fill.ts';
import { leadsOneOf, mayReadStory } from '../../domain/access.ts';
import type { ChildState } from '../../domain/child/state.ts';
import { ChildId, RecordId } from '../../domain/ids.ts';
import { later } from '../../domain/time/working-time.ts';
import { noteAttempt } from '../attempts.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type ChildRecord, readChild, runChild } from './child-store.ts';
import { factsAfter } from './child-words.ts';
import { sitesLed } from './register.ts';
import { pressShare } from './share-story.ts';
import { storyCard } from './story-card.ts';
import type { Reading } from './story-material.ts';

/** Turning pages for so long is one reading. */
const ONE_READING = { hours: 1 } as const;
const MOST_LISTED = 15;

const mayRead = ({ deps, person }: Reading, child: ChildState | undefined): child is ChildState =>
  child !== undefined && mayReadStory(person, child, deps.policy.leads);

/** It is written down that the story was opened before the first byte of it is shown. */
async function openStory(pressed: Pressed, child: ChildRecord): Promise<Answer> {
  const { deps, person, press } = pressed;
  const at = deps.clock.now();
  const page = Number(press.arg ?? '0');
  const last = child.state.openedBy.find(({ by }) => by === person.id)?.at;
  if (page > 0 && last !== undefined && later(last, ONE_READING) > at)
    return { type: 'card', card: await storyCard(pressed, child, { page }) };
  const ran = await runChild(deps, child.id, (now) =>
    mayRead(pressed, now) ? { type: 'OpenStory', at, by: person.id } : undefined,
  );
  if (!ran.ok) return nothingHere(deps);
  return { type: 'card', card: await storyCard(pressed, { ...child, state: ran.value }, { page }) };
}

/** A child's story: to leads of the child's site, and to whom it was shared. The same answer where there is no such child. */
export async function pressStory(pressed: Pressed): Promise<Answer> {
  const { deps, person, press, view } = pressed;
  if (press.do === 'story.list') return view ? children(pressed) : line(deps, 'ask-in-chat');
  const id = ChildId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  if (!view) return line(deps, 'ask-in-chat');
  const child = await readChild(deps, id.data);
  const isSharing = press.do.startsWith('share.');
  const may =
    child !== undefined &&
    (isSharing ? leadsOneOf(person, child.state.sites, deps.policy.leads) : mayRead(pressed, child.state));
  if (child === undefined || !may) {
    await noteAttempt(deps, RecordId.parse(id.data), person);
    return nothingHere(deps);
  }
  if (isSharing) return pressShare(pressed, child);
  return press.do === 'story.open' ? openStory(pressed, child) : nothingHere(deps);
}

const NONE = { shared: [], none: undefined, more: undefined, list: undefined };

/** "children": what was shared with this lead, and the way to the register. A message names nobody: there a button does. */
export async function children(reading: Reading & { readonly view: boolean }): Promise<Answer> {
  const { deps, person, view } = reading;
  if (sitesLed(deps, person).length === 0) return nothingHere(deps);
  if (!view) return { type: 'card', card: deps.cards.show('children', { ...NONE, list: 'list' }) };
  const found: ChildRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.byToken(deps.keyring.token('shared', person.id), cursor);
    for (const item of page.items) {
      const child = await readChild(deps, ChildId.parse(item.id));
      if (child !== undefined && mayRead(reading, child.state)) found.push(child);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  const more = found.length - MOST_LISTED;
  const card = deps.cards.show('children', {
    ...NONE,
    shared: found.slice(0, MOST_LISTED).map(({ id, state }) => ({
      child: id,
      name: words(state.entry.name),
      facts: words(factsAfter(deps, state.entry)),
    })),
    none: found.length === 0 ? deps.cards.say('children-none') : undefined,
    more: more > 0 ? deps.cards.say('children-more', { count: more }) : undefined,
  });
  return { type: 'card', card };
}
