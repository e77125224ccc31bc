import type { World } from './obligations-world.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

type Typed = Readonly<Record<string, string>>;

/** Opens a form by its words and sends it, also one that is only written down. */
export async function records(world: World, person: string, words: string, boxes: Typed): Promise<void> {
  await world.say(person, words);
  const form = world.policy.forms.find((each) => each.title === words || each.words.includes(words));
  const own = form?.fields.map(({ id }) => id) ?? [];
  const typed = Object.entries(boxes).map(([id, text]) => [own.includes(id) ? `field-${id}` : id, text]);
  const button = form?.answer === 'record' ? 'Save it' : 'Send';
  await world.press(person, button, Object.fromEntries(typed));
  if (boxes.same === undefined || !world.at(person).titles().includes(button)) return;
  // The first time it asks whether it is the same child: the tick stands there only then.
  await world.press(person, button, Object.fromEntries(typed));
}

/** Shows a register and looks a child up in it. */
export async function looksUp(world: World, person: string, words: string, typed: Typed): Promise<void> {
  await world.say(person, words);
  await world.press(person, 'Look', typed);
}

/** Sees each of these on some page of the record: the pages are turned from the first. */
export async function readsIn(world: World, person: string, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await world.back(person);
    await world.press(person, 'Add a note');
    await world.back(person);
    for (;;) {
      const client = world.at(person);
      const more = client.titles().find((title) => /^Show (\d+ more|the other rules)$/.test(title));
      if (more === undefined || client.texts().includes(line)) break;
      await client.press(more);
    }
    world.sees(person, line);
  }
}

/** Reads an agreement to its end and signs it. */
export async function signs(world: World, person: string, agreement: string): Promise<void> {
  await world.say(person, 'agreements');
  const client = world.at(person);
  const open = buttonsOf(client.card()).find(
    ({ data }) => data.do === 'agree.open' && data.arg === agreement,
  );
  if (open === undefined) throw new Error(`${person} has no agreement "${agreement}" to sign`);
  await client.send(signed(open.data));
  while (client.titles().includes('Next page')) await world.press(person, 'Next page');
  const sign = buttonsOf(client.card()).find(({ data }) => data.do === 'agree.sign');
  await world.press(person, sign?.title ?? 'I agree and sign');
}
