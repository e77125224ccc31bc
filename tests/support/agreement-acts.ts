import type { Deps } from '../../src/application/deps.ts';
import type { ActionData } from '../../src/cards/model.ts';
import { withTexts } from '../../src/domain/policy/supply.ts';
import type { World } from './obligations-world.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

type Typed = Readonly<Record<string, string>>;

/** The button of this verb that is about this agreement, in what somebody has open. */
async function pressOn(world: World, person: string, verb: string, arg: string): Promise<void> {
  const client = world.at(person);
  const data: ActionData | undefined = buttonsOf(client.card())
    .map((button) => button.data)
    .find((each) => each.do === verb && each.arg === arg);
  if (data === undefined) throw new Error(`${person} has no ${verb} ${arg}, but: ${client.texts()}`);
  await client.send(signed(data));
}

/** The first page of a text, from one's own list. */
export async function readAgreement(world: World, person: string, agreement: string): Promise<void> {
  await world.say(person, 'agreements');
  await pressOn(world, person, 'agree.open', agreement);
}

/** Every page, and the signature. */
export async function signAgreement(
  world: World,
  person: string,
  agreement: string,
  typed: Typed = {},
): Promise<void> {
  await readAgreement(world, person, agreement);
  await signOpen(world, person, typed);
}

/** What is open, to its end. */
export async function signOpen(world: World, person: string, typed: Typed = {}): Promise<void> {
  const titles = () => world.at(person).titles();
  while (titles().includes('Next page')) await world.press(person, 'Next page');
  const [sign] = buttonsOf(world.at(person).card()).filter(({ data }) => data.do === 'agree.sign');
  if (sign === undefined) throw new Error(`${person} has nothing to sign`);
  await world.press(person, sign.title, typed);
}

/** "Who has signed", and who of one agreement has not. */
export async function whoHasSigned(world: World, person: string, agreement?: string): Promise<void> {
  await world.say(person, 'agreements');
  await world.press(person, 'Who has signed');
  if (agreement !== undefined) await pressOn(world, person, 'agree.who', `${agreement}:0`);
}

/** What a child, a parent or a class signed on paper, as a member of staff writes it down. */
export async function recordPaper(
  world: World,
  person: string,
  agreement: string,
  typed: Typed,
): Promise<void> {
  await world.say(person, 'families');
  await pressOn(world, person, 'agree.family', agreement);
  const paper = { child: 'Robin Vale', class: '5B', on: '2026-11-20', ...typed };
  await world.press(person, 'Save it', paper);
}

/** A visitor of today. */
export async function expectVisitor(world: World, host: string): Promise<void> {
  await world.say(host, 'visitors');
  await world.press(host, 'Expect a visitor');
  await world.press(host, 'Save', { visitor: 'Invented Visitor', day: '2026-11-24' });
}

/** As if organisation.yaml gave these texts. */
export const withTextsOf =
  (...agreements: readonly string[]) =>
  (deps: Deps): Deps => {
    const clauses = [{ id: 'work', text: 'I use the systems only for my work or for learning.' }];
    const texts = Object.fromEntries(agreements.map((id) => [id, { version: 1, clauses }]));
    return { ...deps, policy: withTexts(deps.policy, { agreements: texts }) };
  };

/** What the notification says, whatever else is due besides. */
const SENT = /^(Training: something is due|Agreements: something to read and sign)\.$/;
/** Cards that asked somebody for something, also those that newer ones have taken the place of. */
export const cardsAsking = (world: World, person: string): number =>
  world.inbox(person).filter(({ message }) => SENT.test(message.notification)).length;

/** They were sent a card, and it leads to the text: "Read and sign". */
export async function isAskedTo(world: World, person: string, name: string): Promise<void> {
  world.received(person, SENT_IN_TEXT);
  await world.say(person, 'my training');
  world.sees(person, name);
  world.offers(person, 'Read and sign');
  await world.press(person, 'Read and sign');
  world.sees(person, /Version \d+, text [0-9A-F]{4}-[0-9A-F]{4}\./);
}
const SENT_IN_TEXT = /(Training: something is due|Agreements: something to read and sign)\./;

/** "Open", on the message about those whom somebody manages. */
export async function openTeam(world: World, person: string): Promise<void> {
  const found = world
    .inbox(person)
    .flatMap(({ message }) => buttonsOf(message.card))
    .findLast(({ data }) => data.do === 'person.team');
  if (found === undefined) throw new Error(`${person} has no message about a team`);
  await world.at(person).send(signed(found.data));
}
