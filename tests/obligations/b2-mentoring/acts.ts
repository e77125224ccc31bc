import process from 'node:process';
import { intentHandler } from '../../../src/application/handle-intent.ts';
import { reviewPolicy } from '../../../src/storage/files/load-policy.ts';
import { textsOf } from '../../support/check-card.ts';
import type { World } from '../../support/obligations-world.ts';
import { press } from '../../support/press.ts';
import { beginSearch, HELD, next } from '../../support/search.ts';

type Typed = Readonly<Record<string, string>>;

interface Done {
  /** Questions that are answered with "no", by their id; all others with "yes". */
  readonly no?: readonly string[];
  readonly evidence?: string;
}

/** Does a duty from the message that stands with whoever does it: every question is answered. */
export async function doDuty(world: World, person: string, id: string, done: Done = {}): Promise<void> {
  const { no = [], evidence = 'Minutes of Monday.' } = done;
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

export const DEVICE: Typed = {
  owner: 'child',
  device: 'A black phone',
  whose: 'Robin Vale',
  where: 'The kitchen',
  others: 'Pip Harlow',
};

/** One step of a search by whoever is there. */
export const nextStep = (world: World, person: string, typed: Typed = {}) => next(world.at(person), typed);

/** A search that can wait, up to the yes that it needs. */
export async function asked(world: World, person: string) {
  const id = await beginSearch(world.at(person), DEVICE);
  await world.settle();
  for (const answer of ['It may disrupt learning', 'No', 'No']) await nextStep(world, person, { answer });
  return id;
}

/** After the yes: the device is taken, looked at for this reason, and holds no image and no crime. */
export async function looked(world: World, person: string): Promise<void> {
  await world.press(person, 'Go on with the search');
  for (const note of ['Told why.', 'Told how.', 'They help.']) await nextStep(world, person, { note });
  await nextStep(world, person, HELD);
  await nextStep(world, person, { answer: 'It may disrupt learning' });
  await nextStep(world, person, { note: 'Two minutes.' });
  await nextStep(world, person, { answer: 'No' });
  await nextStep(world, person, { note: 'A rude film.' });
  await nextStep(world, person, { answer: 'No' });
  await nextStep(world, person, { answer: 'No' });
}

export async function agrees(world: World, person: string): Promise<void> {
  await world.press(person, 'Open');
  await world.press(person, 'Approve');
}

/** The numbers outside that stand with whoever reported, on their own report: this one opens the newest. */
export async function ownReport(world: World, person: string): Promise<void> {
  await world.say(person, 'my reports');
  await world.press(person, 'Open');
}

/** The folder of packs that this run is about. */
export const policies = (): string => process.env.OBLIGATIONS_POLICIES ?? 'policies';

/** What `policy check` says of the pack, by code: the message, what would put it right, and the section. */
export async function found(code: string): Promise<readonly string[]> {
  const findings = await reviewPolicy(
    `${policies()}/b2-mentoring.yaml`,
    `${policies()}/library`,
    Temporal.PlainDate.from('2026-11-21'),
  );
  return findings
    .filter((each) => each.code === code)
    .map(({ message, cure, section }) => `${message}. ${cure}. (${section})`);
}

type Shared = { readonly type: 'upload' } | { readonly type: 'say'; readonly text: string };

/** Something in a channel where others read: the one answer that stands there. */
export async function inChannel(world: World, person: string, what: Shared): Promise<string> {
  const { person: who } = world.at(person, 'teams');
  const to = { serviceUrl: 'http://127.0.0.1', tenant: 't', conversation: `chat-${person}` };
  const answer = await intentHandler(world.org.deps())({
    ...what,
    from: { platform: 'teams', account: who.teams ?? '', address: { platform: 'teams', to } },
    place: {
      type: 'shared',
      channel: { platform: 'teams', to: { serviceUrl: 'http://127.0.0.1', conversation: '19:x' } },
    },
    view: false,
  });
  await world.settle();
  return answer.type === 'nothing' ? '' : textsOf(answer.card).join('\n');
}
