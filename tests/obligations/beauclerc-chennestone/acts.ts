import { fetchFile } from '../../../src/application/files.ts';
import type { Press } from '../../../src/application/intent.ts';
import { type RecordId, RecordId as RecordIdSchema } from '../../../src/domain/ids.ts';
import { leavesOf, textsOf } from '../../support/check-card.ts';
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
