import { startCalendar } from '../../../src/application/people.ts';
import { textsOf } from '../../support/check-card.ts';
import type { World } from '../../support/obligations-world.ts';
import { press } from '../../support/press.ts';

type Typed = Readonly<Record<string, string>>;

/** Opens a form by its words and sends it; the boxes are named as in the policy. */
export async function pass(world: World, person: string, words: string, boxes: Typed): Promise<void> {
  await world.say(person, words);
  const typed = Object.entries(boxes).map(([id, text]) => [`field-${id}`, text]);
  await world.press(person, 'Send', Object.fromEntries(typed));
}

/** The calendar of an organisation that runs, and so many days. */
export async function daysGoBy(world: World, days: number): Promise<void> {
  await startCalendar(world.org.deps());
  await world.settle();
  await world.advance({ hours: 24 * days });
}

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
