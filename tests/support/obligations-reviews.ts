import process from 'node:process';
import { reviewPolicy } from '../../src/storage/files/load-policy.ts';
import { textsOf } from './check-card.ts';
import type { World } from './obligations-world.ts';
import type { Options } from './organisation.ts';
import { buttonsOf, press } from './press.ts';

/** The first day, a Saturday, at an organisation that is open then: what is said on it can be read on it. */
export const FIRST_DAY: Options = {
  start: '2026-11-21T10:00:00.000Z',
  doctor: (deps) => ({ ...deps, calendar: { ...deps.calendar, days: [1, 2, 3, 4, 5, 6] } }),
};

/** Presses a button of the newest message that begins with this title and has it. */
export async function pressOf(world: World, person: string, title: string, button: string): Promise<void> {
  const found = world
    .inbox(person)
    .findLast(
      ({ message: { card } }) =>
        textsOf(card).join('\n').startsWith(title) && buttonsOf(card).some((each) => each.title === button),
    );
  if (found === undefined) throw new Error(`${person} has no message about "${title}" with "${button}"`);
  await world.at(person).send(press(found.message.card, button));
}

/** Does a duty: opens its form from its message, answers every question with yes, and sends it. */
export async function doDuty(
  world: World,
  person: string,
  title: string,
  typed: Readonly<Record<string, string>> = { evidence: 'In the shared folder.' },
): Promise<void> {
  await pressOf(world, person, title, 'Do it now');
  await send(world, person, typed);
}

/** What a yearly look at the risks asks, in the words of the policies that have one. */
const RISKS = [
  'Did you look at what students may see?',
  'Did you look at who may get in touch with them?',
  'Did you look at what they may do online themselves?',
  'Did you look at money, like scams and gambling?',
  'Did you look at what is new since the last time?',
] as const;

/** The lead assesses the risks, with one "no": the owner is to put it right, and the directors hear that it is done. */
export async function assessRisks(world: World, title: string, again: string): Promise<void> {
  await pressOf(world, 'p-dsl', title, 'Do it now');
  for (const question of RISKS) world.sees('p-dsl', question);
  await send(world, 'p-dsl', { evidence: 'In the shared folder.', 'q-commerce': 'no' });
  world.sees('p-dsl', `It is due again on ${again}.`);
  world.received('p-dsl', `Something to put right: ${RISKS[3]}`);
  world.received('p-director', `${title}. It was done on`);
}

/** Sends the form that is open, with every question answered with yes. */
export async function send(
  world: World,
  person: string,
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  const ids = [...JSON.stringify(world.at(person).card()).matchAll(/"id":"(q-[\w-]+)"/g)];
  const answers = Object.fromEntries(ids.map(([, id]) => [id ?? '', 'yes']));
  await world.press(person, 'It is done', { ...answers, ...typed });
}

/** Starts the policy's review and opens its form. */
export async function openReview(world: World, person: string): Promise<void> {
  await pressOf(world, person, world.policy.title, 'Start the review');
  await world.press(person, 'The review is done');
}

const POLICIES = process.env.OBLIGATIONS_POLICIES ?? 'policies';

/** What `policy check` says of this pack on the first day, under this code. */
export async function foundIn(pack: string, code: string): Promise<string> {
  const today = Temporal.PlainDate.from('2026-11-21');
  const findings = await reviewPolicy(`${POLICIES}/${pack}.yaml`, `${POLICIES}/library`, today);
  const theirs = findings.filter((each) => each.code === code);
  return theirs.map(({ severity, message }) => `${severity}: ${message}`).join('\n');
}
