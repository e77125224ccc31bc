import { fetchFile } from '../../../src/application/files.ts';
import type { Press } from '../../../src/application/intent.ts';
import { type RecordId, RecordId as RecordIdSchema } from '../../../src/domain/ids.ts';
import { leavesOf, textsOf } from '../../support/check-card.ts';
import { startsWithout as startsWithoutIn } from '../../support/obligations-acts.ts';
import type { World } from '../../support/obligations-world.ts';
import { buttonsOf, press } from '../../support/press.ts';

type Typed = Readonly<Record<string, string>>;

interface Done {
  /** Questions that are answered with "no", by their id; all others with "yes". */
  readonly no?: readonly string[];
  readonly evidence?: string;
}

/** Opens a duty from the message that stands with whoever does it. */
export async function openDuty(world: World, person: string, id: string): Promise<void> {
  const duty = world.policy.duties.find((each) => each.id === id);
  if (duty === undefined) throw new Error(`The policy has no duty "${id}"`);
  const found = world
    .inbox(person)
    .findLast(({ message }) => textsOf(message.card).join('\n').includes(duty.title));
  if (found === undefined) throw new Error(`${person} has no message about "${duty.title}"`);
  await world.at(person).send(press(found.message.card, 'Do it now'));
}

/** Does a duty: every question is answered. */
export async function doDuty(world: World, person: string, id: string, done: Done = {}): Promise<void> {
  const { no = [], evidence = 'Minutes of Monday.' } = done;
  await openDuty(world, person, id);
  const asked = world.policy.duties.find((each) => each.id === id)?.checklist ?? [];
  const answers = asked.map((each) => [`q-${each.id}`, no.includes(each.id) ? 'no' : 'yes']);
  await world.press(person, 'It is done', { ...Object.fromEntries(answers), evidence });
}

/** In one go to the late morning of a day: what became due in between happens then. */
async function skipTo(world: World, day: Temporal.PlainDate): Promise<void> {
  world.clock.move({ milliseconds: Date.parse(`${day}T11:00:00Z`) - Date.parse(world.clock.now()) });
  await world.settle();
}

/** They hear of it again on this day, and not on the day before. */
export async function comesBack(
  world: World,
  person: string,
  on: string,
  ...duties: readonly string[]
): Promise<void> {
  const day = Temporal.PlainDate.from(on);
  await skipTo(world, day.subtract({ days: 1 }));
  for (const what of duties) world.never(person, what);
  await skipTo(world, day);
  for (const what of duties) world.received(person, what);
}

/** Opens a form by its words: what it says before the first box. */
export async function formSays(
  world: World,
  person: string,
  words: string,
  ...lines: readonly string[]
): Promise<void> {
  await world.say(person, words);
  seesAll(world, person, ...lines);
}

/** Every one of these stands before them. */
export function seesAll(world: World, person: string, ...all: readonly string[]): void {
  for (const each of all) world.sees(person, each);
}

/** Turns the pages of the record until this stands there. */
export async function pageWith(world: World, person: string, what: RegExp): Promise<void> {
  await world.back(person);
  for (;;) {
    const client = world.at(person);
    const more = client.titles().find((title) => /^Show \d+ more$/.test(title));
    if (what.test(client.texts()) || more === undefined) return;
    await client.press(more);
  }
}

/** The button that opens the case to which somebody was last called: a link that others may come by. */
export function linkFor(world: World, person: string): Press {
  const card = world
    .inbox(person)
    .findLast(({ message }) => buttonsOf(message.card).some(({ data }) => data.do === 'case.open'));
  if (card === undefined) throw new Error(`${person} was called to no case`);
  return press(card.message.card, 'Open');
}

/** The case to which somebody was last called. */
export const caseFor = (world: World, person: string): RecordId =>
  RecordIdSchema.parse(linkFor(world, person).record);

/** The incident log as its keeper gets it: the rows, without the line of titles. */
export async function logRows(world: World, person: string): Promise<readonly (readonly string[])[]> {
  await world.say(person, 'log');
  await world.press(person, 'Make the file');
  const actions = leavesOf(world.at(person).card().body).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions : [],
  );
  const link = actions.find((action) => action.type === 'Action.OpenUrl');
  const file = await fetchFile(world.org.deps(), link?.url.split('/').at(-1) ?? '');
  return (file?.rows ?? []).slice(1);
}

/** One step of a search, by the boxes that stand there: answer, note, who, place, because. */
export async function searchOn(world: World, person: string, boxes: Typed): Promise<void> {
  const leaves = leavesOf(world.at(person).card().body);
  const idOf = (box: string): string =>
    leaves.flatMap((leaf) => ('label' in leaf ? [leaf.id] : [])).find((id) => id.startsWith(box)) ?? box;
  const typed = Object.entries(boxes).map(([box, text]) => [idOf(box), text]);
  await world.press(person, 'Next', Object.fromEntries(typed));
}

const ASKED = { owner: 'child', device: 'A phone', whose: 'Robin Vale', where: 'Office' };

/** Starts a guided search and answers its first questions: the reason, an image, whether it can wait. */
export async function startSearch(
  world: World,
  person: string,
  ...answers: readonly string[]
): Promise<void> {
  await world.say(person, 'search a device');
  await world.press(person, 'Start', { ...ASKED, ...(person === 'p-leader' && { site: 'north' }) });
  for (const answer of answers) await searchOn(world, person, { answer });
}

/** A whole search, with the yes of a parent, up to the question of a crime; the lead has it then. */
export async function searched(world: World, evidence: 'Yes' | 'No'): Promise<RecordId> {
  await startSearch(world, 'p-leader', 'It may break the rules', 'No', 'Yes');
  await world.press('p-head', 'Open');
  await world.press('p-head', 'Approve', { reason: 'The mother agreed by phone at 10:15.' });
  await world.press('p-leader', 'Go on with the search');
  for (const note of ['Told why.', 'Told how.', 'Wants to help.'])
    await searchOn(world, 'p-leader', { note });
  await searchOn(world, 'p-leader', { who: 'Rosa Quill', place: 'The safe', because: 'To look' });
  await searchOn(world, 'p-leader', { answer: 'It may break the rules' });
  await searchOn(world, 'p-leader', { note: 'Messages only.' });
  await searchOn(world, 'p-leader', { answer: 'No' });
  await searchOn(world, 'p-leader', { note: 'Messages of Monday.' });
  for (const answer of ['No', evidence]) await searchOn(world, 'p-leader', { answer });
  const id = caseFor(world, 'p-dsl');
  await world.take('p-dsl', id);
  return id;
}

/** What starting says when nobody holds this role at this site: "dsl@north". */
export const startsWithout = (held: string): Promise<unknown> =>
  startsWithoutIn('beauclerc-chennestone', held);
