import process from 'node:process';
import type { RecordId } from '../../../src/domain/ids.ts';
import { reviewPolicy } from '../../../src/storage/files/load-policy.ts';
import { leavesOf, textsOf } from '../../support/check-card.ts';
import type { World } from '../../support/obligations-world.ts';
import { press } from '../../support/press.ts';
import { beginSearch, DEVICE, HELD, next } from '../../support/search.ts';

type Typed = Readonly<Record<string, string>>;

/** The folder of packs that this run is about. */
export const POLICIES = process.env.OBLIGATIONS_POLICIES ?? 'policies';

/** What `policy check` says of the pack under this code. */
export async function found(code: string): Promise<readonly string[]> {
  const today = Temporal.PlainDate.from('2026-11-21');
  const findings = await reviewPolicy(`${POLICIES}/balfour-junior.yaml`, `${POLICIES}/library`, today);
  return findings
    .filter((each) => each.code === code)
    .map(({ message, section }) => `${message} (${section})`);
}

interface Done {
  /** Questions that are answered with "no", by their id; all others with "yes". */
  readonly no?: readonly string[];
  readonly evidence?: string;
}

/** Opens a duty from the message that stands with whoever does it. */
export async function openDuty(world: World, person: string, title: string): Promise<void> {
  const found = world
    .inbox(person)
    .findLast(({ message }) => textsOf(message.card).join('\n').startsWith(title));
  if (found === undefined) throw new Error(`${person} has no message about "${title}"`);
  await world.at(person).send(press(found.message.card, 'Do it now'));
}

/** Does the duty that is open: every question is answered. */
export async function finishDuty(
  world: World,
  person: string,
  { no = [], evidence }: Done = {},
): Promise<void> {
  const asked = leavesOf(world.at(person).card().body).flatMap((leaf) =>
    'id' in leaf && typeof leaf.id === 'string' && leaf.id.startsWith('q-') ? [leaf.id] : [],
  );
  const answers = asked.map((id) => [id, no.includes(id.replace('q-', '')) ? 'no' : 'yes']);
  const typed = { ...Object.fromEntries(answers), ...(evidence !== undefined && { evidence }) };
  await world.press(person, 'It is done', typed);
}

/** Every one of these stands before them. */
export function seesAll(world: World, person: string, ...all: readonly (string | RegExp)[]): void {
  for (const each of all) world.sees(person, each);
}

/** The numbers that stand on somebody's own report, in this order. */
export async function numbersAre(world: World, person: string, ...numbers: readonly string[]): Promise<void> {
  await world.say(person, 'my reports');
  await world.press(person, 'Open');
  const [, after = ''] = world.at(person).texts().split('Numbers you can call yourself\n');
  expect(after.split('\n').slice(0, numbers.length)).toEqual(numbers);
  world.sees(person, numbers.join('\n'));
}

/** Turns the pages of the record, from the first, until this stands there, and says that it does. */
export async function findsInRecord(world: World, person: string, what: RegExp): Promise<void> {
  await world.back(person);
  await world.press(person, 'Add a note');
  await world.back(person);
  for (;;) {
    const client = world.at(person);
    const more = client.titles().find((title) => /^Show \d+ more$|more rules/i.test(title));
    if (what.test(client.texts()) || more === undefined) break;
    await client.press(more);
  }
  world.sees(person, what);
}

/** A step as it stands on its own form, with where it comes from. */
export async function stepSays(
  world: World,
  person: string,
  step: string,
  what: string | RegExp,
  id?: RecordId,
): Promise<void> {
  await world.openStep(person, step, id);
  world.sees(person, what);
  await world.press(person, 'Back to the record');
}

/** All steps but these are done, and then it cannot be closed because of them. */
export async function staysOpenFor(
  world: World,
  person: string,
  steps: readonly string[],
  ...words: readonly (string | RegExp)[]
): Promise<void> {
  await world.workThrough(person, { except: steps });
  await world.close(person, { confirmed: 'yes' });
  for (const each of words) world.refused(person, each);
}

export async function closes(world: World, person: string): Promise<void> {
  await world.close(person, { confirmed: 'yes' });
  world.sees(person, 'Open it again');
}

/** What was done, on the last page of it. */
export async function wasDone(world: World, person: string, what: string | RegExp): Promise<void> {
  await world.press(person, 'What has been done');
  while (world.at(person).titles().includes('Later')) await world.press(person, 'Later');
  world.sees(person, what);
}

/** One step of a search by whoever is there. */
export const nextStep = (world: World, person: string, typed: Typed = {}) => next(world.at(person), typed);

/** A search up to the question if it can wait, begun by somebody who may. */
export async function searchBegins(
  world: World,
  person: string,
  ground = 'It may harm somebody',
): Promise<RecordId> {
  const id = await beginSearch(world.at(person), DEVICE);
  await world.settle();
  await nextStep(world, person, { answer: ground });
  await nextStep(world, person, { answer: 'No' });
  return id;
}

/** On from there: told why, told how, asked, taken, and looked at for this reason; no image was seen. */
export async function searchEnds(
  world: World,
  person: string,
  { atRisk = 'No', evidence = 'No' } = {},
): Promise<void> {
  for (const note of ['Told him why.', 'Told him how.', 'He helps.']) await nextStep(world, person, { note });
  await nextStep(world, person, HELD);
  await nextStep(world, person, { answer: 'It may harm somebody' });
  await nextStep(world, person, { note: 'Two minutes.' });
  await nextStep(world, person, { answer: 'No' });
  await nextStep(world, person, { note: 'Threats in a chat.' });
  await nextStep(world, person, { answer: atRisk });
  await nextStep(world, person, { answer: evidence });
}
