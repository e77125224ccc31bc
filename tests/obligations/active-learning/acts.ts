import { type RecordId, RecordId as RecordIdSchema } from '../../../src/domain/ids.ts';
import { textsOf } from '../../support/check-card.ts';
import type { World } from '../../support/obligations-world.ts';
import { buttonsOf, press } from '../../support/press.ts';
import { next } from '../../support/search.ts';

type Typed = Readonly<Record<string, string>>;

interface Done {
  /** Questions that are answered with "no", by their id; all others with "yes". */
  readonly no?: readonly string[];
  readonly evidence?: string;
}

/** Does a duty from the message that stands with whoever does it: every question is answered. */
export async function doDuty(world: World, person: string, id: string, done: Done = {}): Promise<void> {
  const { no = [], evidence = 'In the folder of the leaders.' } = done;
  const duty = world.policy.duties.find((each) => each.id === id);
  const found = world.inbox(person).findLast(({ message }) =>
    textsOf(message.card)
      .join('\n')
      .includes(duty?.title ?? id),
  );
  if (duty === undefined || found === undefined) throw new Error(`${person} has no message about "${id}"`);
  await world.at(person).send(press(found.message.card, 'Do it now'));
  const answers = duty.checklist.map((each) => [`q-${each.id}`, no.includes(each.id) ? 'no' : 'yes']);
  await world.press(person, 'It is done', { ...Object.fromEntries(answers), evidence });
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

/** Everything else is done: the case does not close without this step, and says so in its words. */
export async function holdsOpen(
  world: World,
  person: string,
  step: string,
  words: string,
  id: RecordId = world.newest(),
): Promise<void> {
  await world.workThrough(person, { except: [step] }, id);
  await world.close(person, { confirmed: 'yes' });
  world.refused(person, words);
}

/** All that was done in a case, as its history says it. */
export async function history(world: World, person: string): Promise<void> {
  await world.back(person);
  await world.press(person, 'What has been done');
  while (world.at(person).titles().includes('Later')) await world.press(person, 'Later');
}

/** The numbers that stand under one's own report, after it was sent. */
export async function mayCall(world: World, person: string, ...numbers: readonly string[]): Promise<void> {
  await world.say(person, 'my reports');
  await world.press(person, 'Open');
  for (const number of numbers) world.sees(person, number);
}

export const FOR_A_CHILD = [
  "Children's social care 01632 960430",
  'Police 101',
  'NSPCC Helpline 0808 800 5000',
];
export const FOR_AN_ADULT = [
  'Local authority designated officer (LADO) 01632 960440',
  'Police 101',
  "Children's social care 01632 960430",
  'NSPCC Whistleblowing Advice Line 0800 028 0285',
];

/** The case to which somebody was last called. */
export function caseFor(world: World, person: string): RecordId {
  const buttons = world.inbox(person).flatMap(({ message }) => buttonsOf(message.card));
  return RecordIdSchema.parse(buttons.findLast(({ data }) => data.do === 'case.open')?.data.record);
}

export const DEVICE: Typed = {
  owner: 'child',
  device: 'A grey phone',
  whose: 'Robin Vale',
  where: 'The workshop',
  others: 'Pip Harlow',
};

/** A search by whoever is there, up to the question whether it can wait. */
export async function beginSearch(world: World, person: string): Promise<RecordId> {
  await world.say(person, 'search a device');
  await world.press(person, 'Start', DEVICE);
  const [button] = buttonsOf(world.at(person).card()).flatMap(({ data }) => data.record ?? []);
  await searchOn(world, person, { answer: 'It may harm somebody' }, { answer: 'No' });
  return RecordIdSchema.parse(button);
}

/** One step of a search after the other, by the boxes that stand there: answer, note, who, place, because. */
export async function searchOn(world: World, person: string, ...steps: readonly Typed[]): Promise<void> {
  for (const typed of steps) await next(world.at(person), typed);
}

/** From where nobody has to agree first, up to the question whether it may show a crime. */
export const upToEvidence: readonly Typed[] = [
  { answer: 'Yes' },
  { note: 'Told why.' },
  { note: 'Told how.' },
  { note: 'Agreed to it.' },
  { who: 'Sami Wells', place: 'The office safe', because: 'Messages that hurt' },
  { answer: 'It may harm somebody' },
  {},
  { answer: 'No' },
  { note: 'Sami searched, Pip was there, threats were found.' },
  { answer: 'No' },
];
