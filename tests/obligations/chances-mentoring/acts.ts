import process from 'node:process';
import { reviewPolicy } from '../../../src/storage/files/load-policy.ts';
import { textsOf } from '../../support/check-card.ts';
import type { World } from '../../support/obligations-world.ts';
import { press } from '../../support/press.ts';
import { putPeople } from '../../support/put-people.ts';

interface Done {
  /** Questions that are answered with "no", by their id; all others with "yes". */
  readonly no?: readonly string[];
  readonly evidence?: string;
}

/** Opens the newest message with these words. */
export async function openMessage(
  world: World,
  person: string,
  words: string,
  button = 'Open',
): Promise<void> {
  const found = world
    .inbox(person)
    .findLast(({ message }) => textsOf(message.card).join('\n').includes(words));
  if (found === undefined) throw new Error(`${person} has no message with "${words}"`);
  await world.at(person).send(press(found.message.card, button));
}

/** What has been done, on its last page. */
export async function doneLast(world: World, person: string): Promise<void> {
  await world.press(person, 'What has been done');
  while (world.at(person).titles().includes('Later')) await world.press(person, 'Later');
}

/** Does a duty from the message that stands with whoever does it: every question is answered. */
export async function doDuty(world: World, person: string, id: string, done: Done = {}): Promise<void> {
  const { no = [], evidence = 'Notes of Monday.' } = done;
  const duty = world.policy.duties.find((each) => each.id === id);
  if (duty === undefined) throw new Error(`The policy has no duty "${id}"`);
  await openMessage(world, person, duty.title, 'Do it now');
  const answers = duty.checklist.map((each) => [`q-${each.id}`, no.includes(each.id) ? 'no' : 'yes']);
  await world.press(person, 'It is done', { ...Object.fromEntries(answers), evidence });
}

/** From now on this person works here as one of the staff. */
export async function joins(world: World, person: string, site: string): Promise<void> {
  const { directory } = world.org;
  const people = directory.people.map((each) =>
    each.id === person ? { ...each, roles: [...each.roles, { role: 'staff' as const, site }] } : each,
  );
  await putPeople(world.org.deps(), { ...directory, people } as typeof directory);
}

/** Turns the pages of the record, from the first, until this stands there. */
export async function pageWith(world: World, person: string, what: RegExp): Promise<boolean> {
  await world.back(person);
  await world.press(person, 'Add a note');
  await world.back(person);
  for (;;) {
    const client = world.at(person);
    const more = client.titles().find((title) => /^Show \d+ more$/.test(title));
    const isThere = what.test(client.texts());
    if (isThere || more === undefined) return isThere;
    await client.press(more);
  }
}

/** Closes the case, as somebody who has looked at the steps that should be done and are not. */
export const close = (world: World, person: string): Promise<void> =>
  world.close(person, { confirmed: 'yes' });

/** Everything but this step, and then closing: it is refused, and the step is no choice ("Do it, or say why not": it is). */
export async function keptOpenBy(
  world: World,
  person: string,
  step: string,
  text: string,
  how = 'Must be done',
): Promise<void> {
  await world.workThrough(person, { except: [step] });
  await close(world, person);
  world.refused(person, 'You cannot close this yet.');
  world.sees(person, text);
  const line = new RegExp(`${text.replaceAll(/[.?()]/g, '\\$&')}[^\\n]*\\n${how}`);
  expect(await pageWith(world, person, line)).toBe(true);
}

/** The folder of packs that this run is about. */
const POLICIES = process.env.OBLIGATIONS_POLICIES ?? 'policies';

/** What `policy check` says of the pack, by code. */
export async function found(code: string): Promise<readonly string[]> {
  const findings = await reviewPolicy(
    `${POLICIES}/chances-mentoring.yaml`,
    `${POLICIES}/library`,
    Temporal.PlainDate.from('2026-11-21'),
  );
  return findings
    .filter((each) => each.code === code)
    .map(({ severity, message, section }) => `${severity}: ${message} (${section})`);
}
