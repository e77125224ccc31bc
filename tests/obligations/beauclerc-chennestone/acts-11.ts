import { intentHandler } from '../../../src/application/handle-intent.ts';
import type { Press } from '../../../src/application/intent.ts';
import type { Card } from '../../../src/cards/model.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { leavesOf, textsOf } from '../../support/check-card.ts';
import type { World } from '../../support/obligations-world.ts';
import { buttonsOf, press } from '../../support/press.ts';
import { pageWith } from './acts.ts';

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How a step stands on the record: its words, how strongly it binds and which section says so, when it is due, what comes first. */
interface Stands {
  readonly must?: string;
  /** The child that it is for, where it stands once for each. */
  readonly child?: string;
  readonly due?: string;
  readonly first?: string;
  /** Whose yes or no it waits for. */
  readonly waits?: string;
}

/** Turns the pages of the record, from the first on, until the step stands there as the policy says. */
export async function stands(world: World, person: string, text: string, how: Stands): Promise<void> {
  const { must = '', child, due, first, waits } = how;
  const whose = child === undefined ? '' : `For: ${plain(child)}\\n`;
  const parts = [`${plain(text)}[^\\n]*\\n${whose}${plain(must)}[^\\n]*`];
  if (due !== undefined) parts.push(`Due ${plain(due)}`);
  if (first !== undefined) parts.push(`First: ${plain(first)}`);
  if (waits !== undefined) parts.push(plain(waits));
  const pattern = new RegExp(parts.join('[^\\n]*\\n'));
  await firstPage(world, person);
  await pageWith(world, person, pattern);
  world.sees(person, pattern);
}

/** The record from its beginning, whichever page or form is open. */
export async function firstPage(world: World, person: string): Promise<void> {
  await world.back(person);
  if (world.at(person).titles().includes('Back to the first steps'))
    await world.press(person, 'Back to the first steps');
}

/** "Keep to this": what the case is worked by. */
export async function keepsTo(world: World, person: string, ...rules: readonly string[]): Promise<void> {
  await firstPage(world, person);
  for (const rule of rules) world.sees(person, new RegExp(`Keep to this\\n[\\s\\S]*${plain(rule)}`));
}

/** Everything is done but these; then it cannot be closed, and each of their texts is named. */
export async function staysOpenFor(
  world: World,
  person: string,
  left: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>> = {},
  /** Steps of the same act, left undone as well: otherwise they answer for the ones that must stay. */
  besides: readonly string[] = [],
): Promise<void> {
  await world.workThrough(person, { except: [...Object.keys(left), ...besides], answers });
  await world.close(person, { confirmed: 'yes' });
  for (const text of Object.values(left)) world.refused(person, text);
}

/** The press that opens a case, as anybody may come by it. */
export const opening = (world: World, person: string, id: RecordId = world.newest()): Press => {
  const found = world
    .inbox(person)
    .map(({ message }) => message.card)
    .findLast((card) => buttonsOf(card).some(({ data }) => data.do === 'case.open' && data.record === id));
  if (found === undefined) throw new Error(`${person} has no message that opens this case`);
  return press(found, 'Open');
};

/** Everything that stands in the leads' channel. */
export const inChannel = (world: World, channel: string): string =>
  JSON.stringify(world.org.post.box(channel).map(({ message }) => message));

/** Whether an address stands there as words alone: in no text that a client would make a link of, and on no button. */
export function isWordsAlone(card: Card, address: string): boolean {
  const leaves = leavesOf(card.body);
  const isLinked = leaves.some(
    (leaf) =>
      (leaf.type === 'TextBlock' && leaf.text.includes(address)) ||
      (leaf.type === 'ActionSet' && JSON.stringify(leaf.actions).includes(address)),
  );
  const isThere = leaves.some(
    (leaf) => leaf.type === 'RichTextBlock' && JSON.stringify(leaf).includes(address),
  );
  return isThere && !isLinked;
}

/** Turns the pages of what has been done until this stands there. */
export async function historyShows(world: World, person: string, ...all: readonly RegExp[]): Promise<void> {
  for (const what of all) {
    await firstPage(world, person);
    await world.press(person, 'What has been done');
    const client = world.at(person);
    while (!what.test(client.texts()) && client.titles().includes('Later')) await client.press('Later');
    world.sees(person, what);
  }
}

/** The press behind the button of a step on the record that this person has open, whoever sends it then. */
export async function pressOf(world: World, person: string, step: string): Promise<Press> {
  await world.openStep(person, step);
  const card = world.at(person).card();
  const forward = buttonsOf(card).find(({ style }) => style === 'positive');
  if (forward === undefined) throw new Error(`There is nothing to press for ${step}`);
  return press(card, forward.title);
}

/** Somebody sends a file; what they are told. */
export async function upload(world: World, person: string): Promise<string> {
  const { slack } = world.at(person).person;
  const address = { platform: 'slack', to: { user: slack ?? '' } } as const;
  const answer = await intentHandler(world.org.deps())({
    type: 'upload',
    from: { platform: 'slack', account: slack ?? '', address },
    place: { type: 'private' },
    view: true,
  });
  await world.settle();
  return answer.type === 'nothing' ? '' : textsOf(answer.card).join('\n');
}
