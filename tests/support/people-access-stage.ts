import { readDirectory } from '../../src/application/directory.ts';
import type { Person } from '../../src/domain/people/directory.ts';
import { leavesOf } from './check-card.ts';
import type { Client } from './organisation.ts';
import { act, type Everybody, gains, mine, rolesFor, SECRETS } from './people-access.ts';
import { buttonsOf } from './press.ts';
import { putPeople } from './put-people.ts';
import { sends } from './registers.ts';
import { signed } from './transcript.ts';

type Typed = Readonly<Record<string, string>>;

/** The first button of this verb, in what somebody has open. */
export async function on(org: Everybody, person: string, verb: string, typed: Typed = {}): Promise<string> {
  const client = org.at(person);
  const found = buttonsOf(client.card()).find(({ data }) => data.do === verb)?.data;
  if (found === undefined) throw new Error(`${person} has no ${verb}, but: ${client.texts()}`);
  await client.send(signed(found, typed, `${verb}-${org.drawn.size}`));
  return client.texts();
}

/** What people do about themselves. */
async function ownThings(org: Everybody): Promise<void> {
  const today = org.clock.now().slice(0, 10);
  for (const [who, certificate] of [
    ['p-ada', SECRETS.certificate],
    ['p-finn', SECRETS.south],
    ['p-iris', 'CERT-OWN'],
  ] as const) {
    const record = mine(org, who);
    await act(org, who, { do: 'person.open', record });
    await act(org, who, { do: 'person.done', record, arg: 'course' });
    await act(org, who, { do: 'person.record', record, arg: 'course' }, { date: today, certificate });
  }
  const record = mine(org, 'p-ada');
  await act(org, 'p-ada', { do: 'person.learn', record });
  await act(org, 'p-ada', { do: 'person.learned', record }, { what: SECRETS.learned, date: today });
  await act(org, 'p-ada', { do: 'person.book', record, arg: 'training:refresher' });
  await act(org, 'p-ben', { do: 'person.not-mine', record: mine(org, 'p-ben'), arg: 'audit:self-check' });
  await act(org, 'p-ada', { do: 'audit.open', arg: 'self-check' });
  await act(
    org,
    'p-ada',
    { do: 'audit.save', arg: 'self-check' },
    { 'q-wishes': 'yes', 'c-0': SECRETS.said },
  );
  await org.at('p-ada').say('agreements');
  await on(org, 'p-ada', 'agree.open');
  await on(org, 'p-ada', 'agree.sign', { comment: SECRETS.comment });
}

/** Families, visitors and registers. */
async function papers(org: Everybody): Promise<void> {
  const today = org.clock.now().slice(0, 10);
  await org.at('p-ada').say('families');
  await on(org, 'p-ada', 'agree.family');
  await on(org, 'p-ada', 'agree.record', { child: SECRETS.child, class: '5B', signer: 'child', on: today });
  await on(org, 'p-ada', 'agree.recorded');
  await org.at('p-ada').say('visitors');
  await on(org, 'p-ada', 'agree.visitor');
  await on(org, 'p-ada', 'agree.expect', { visitor: SECRETS.visitor, day: today });
  await on(org, 'p-ada', 'agree.visit');
  await sends(org, 'p-ada', 'declare a relation', RELATION);
  await asked(org, 'p-vera', 'asked.done', { done: 'Seen.' });
  await sends(org, 'p-finn', 'new tool', TOOL);
  await asked(org, 'p-rosa', 'asked.approve', {});
}

const RELATION = { whom: SECRETS.relation, online: 'Not online' };
const TOOL = {
  ...{ tool: SECRETS.tool, where: 'In class', purpose: 'Reading', tried: 'It reads.', risks: 'None.' },
  site: 'south',
};

/** The newest message with this button, opened. */
export async function opensMessage(org: Everybody, who: string, verb: string): Promise<string> {
  const client = org.at(who);
  const found = client
    .inbox()
    .flatMap(({ message }) => buttonsOf(message.card))
    .findLast(({ data }) => data.do === verb);
  if (found === undefined) throw new Error(`${who} was sent no ${verb}`);
  await client.send(signed(found.data, {}, `open-${org.drawn.size}`));
  return client.texts();
}

export async function asked(org: Everybody, who: string, verb: string, typed: Typed): Promise<void> {
  await opensMessage(org, who, 'asked.open');
  await on(org, who, verb, typed);
  await org.settle();
}

/** What leads look at; nothing is decided yet. */
async function looked(org: Everybody): Promise<void> {
  await org.at('p-iris').say('compliance');
  await on(org, 'p-iris', 'glance.check');
  await on(org, 'p-iris', 'glance.wrong');
  await org.at('p-owen').say('compliance');
  await on(org, 'p-owen', 'glance.check');
  await on(org, 'p-owen', 'glance.wrong');
  await org.at('p-iris').say('compliance');
  await on(org, 'p-iris', 'glance.needs');
  await org.at('p-iris').say('session');
  await on(org, 'p-iris', 'session.form');
  await org.at('p-iris').say('agreements');
  await on(org, 'p-iris', 'agree.coverage');
  await on(org, 'p-iris', 'agree.who');
  await org.at('p-ivo').say('accounts');
  await opensMessage(org, 'p-vera', 'people.ask');
  await opensMessage(org, 'p-vera', 'people.roles');
  await opensMessage(org, 'p-ben', 'person.team');
  await act(org, 'p-tom', { do: 'glance.open' });
  for (const word of ['relations', 'permitted tools', 'official accounts']) await org.at('p-vera').say(word);
  await org.at('p-vera').say('relations');
  await on(org, 'p-vera', 'kept.open');
  await org.at('p-finn').say('permitted tools');
  await on(org, 'p-finn', 'kept.open');
  for (const who of ['p-iris', 'p-owen', 'p-tom', 'p-ada', 'p-ivo', 'p-greta'])
    for (const word of ['reviews', 'what is due', 'people', 'my training']) await org.at(who).say(word);
  await org.at('p-iris').say('reviews');
  await on(org, 'p-iris', 'duty.form');
  const done = {
    'q-iwf': 'no',
    evidence: SECRETS.evidence,
    note: 'Noted.',
    date: org.clock.now().slice(0, 10),
  };
  await on(org, 'p-iris', 'duty.done', done);
  await org.settle();
  await org.at('p-ivo').say('what is due');
  await on(org, 'p-ivo', 'duty.mend');
  await org.at('p-iris').say('reviews');
  await org.at('p-iris').say('technical change');
}

/** Everybody did something, and leads have looked: a draft, somebody who is to have more access, entries, checks. */
export async function stage(org: Everybody): Promise<Everybody> {
  await ownThings(org);
  await papers(org);
  await org.at('p-iris').say('board report');
  await on(org, 'p-iris', 'board.draft');
  await org.settle();
  await gains(org, 'p-ada', rolesFor('north', 'deputy'));
  await gains(org, 'p-ada', [...rolesFor('north', 'deputy'), ...rolesFor('north', 'office')]);
  await looked(org);
  await org.at('p-iris').say('board report');
  await org.settle();
  return org;
}

/** The secret of the link that somebody has open. */
export const secretOf = (client: Client): string => {
  const link = leavesOf(client.card().body)
    .flatMap((leaf) => (leaf.type === 'ActionSet' ? leaf.actions : []))
    .find((action) => action.type === 'Action.OpenUrl');
  if (link === undefined) throw new Error(`No link here, but: ${client.texts()}`);
  return link.url.split('/').at(-1) ?? '';
};

/** From now on this person is another: roles, manager. */
export async function becomes(org: Everybody, id: string, change: (person: Person) => Person): Promise<void> {
  const { people } = await readDirectory(org.deps());
  await putPeople(org.deps(), { people: people.map((each) => (each.id === id ? change(each) : each)) });
  await org.settle();
}
export const without =
  (role: string) =>
  (person: Person): Person => ({ ...person, roles: person.roles.filter((each) => each.role !== role) });
